import { isDeepStrictEqual } from 'node:util';
import { STANDAARD_KALENDER } from '#domain/kalender/kalender.js';
import type { TermijnRij } from '#domain/termijnen/typen.js';
import { besluit, openen, speelAf } from '#domain/traject/besluit.js';
import type { Gebeurtenis } from '#domain/traject/gebeurtenis.js';
import { STANDAARD_INSTELLINGEN } from '#domain/traject/instellingen.js';
import type { Omgeving, Uitkomst, Weigering } from '#domain/traject/kern.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { vouw } from '#domain/traject/pas-toe.js';
import { laatTijdVerstrijken } from '#domain/traject/tijd.js';
import type { Toestand } from '#domain/traject/toestand.js';
import { upcast } from '#domain/traject/upcast.js';

interface OpgenomenOmgeving extends Pick<Omgeving, 'tijdstip' | 'vandaag' | 'actor'> {
  readonly kalenderVersie: number;
  readonly instellingenVersie: number;
}

interface OpgenomenGroep {
  readonly opdracht: Opdracht | null;
  readonly omgeving: OpgenomenOmgeving;
  readonly weigering: Weigering | null;
  readonly gebeurtenissen: readonly {
    readonly nr: number;
    readonly versie: number;
    readonly gebeurtenis: { readonly soort: string };
  }[];
}

/** A recorded journal: plain, invented data. */
export interface Journaalopname {
  readonly commit: string;
  readonly groepen: readonly OpgenomenGroep[];
  readonly toestand: Toestand;
}

/** Another answer than was recorded. `wettelijk`: dates, rule version, accepted or refused, article. */
export interface Verschil {
  readonly groep: number;
  readonly wettelijk: boolean;
  readonly was: unknown;
  readonly wordt: unknown;
}

// Versions are immutable: a new one is added here beside the old.
const KALENDERS = [STANDAARD_KALENDER];
const INSTELLINGEN = [STANDAARD_INSTELLINGEN];

function versie<T extends { readonly versie: number }>(rijen: readonly T[], nummer: number): T {
  const rij = rijen.find((r) => r.versie === nummer);
  if (rij === undefined) throw new Error(`Versie ${nummer} van de omgeving is er niet meer.`);
  return rij;
}

function omgevingVan(
  { tijdstip, vandaag, actor, kalenderVersie, instellingenVersie }: OpgenomenOmgeving,
  tabel: readonly TermijnRij[] | undefined,
): Omgeving {
  return {
    tijdstip,
    vandaag,
    actor,
    kalender: versie(KALENDERS, kalenderVersie),
    instellingen: versie(INSTELLINGEN, instellingenVersie),
    ...(tabel === undefined ? {} : { tabel }),
  };
}

function gelezen({ gebeurtenissen }: OpgenomenGroep): Gebeurtenis[] {
  return gebeurtenissen.map((rij) => {
    const { soort, ...gegevens } = rij.gebeurtenis;
    return upcast(soort, rij.versie, gegevens);
  });
}

/** Folds the recorded events as the code reads them now. */
export function vouwOpname({ groepen }: Journaalopname): Toestand {
  return vouw(
    groepen.flatMap((groep) =>
      gelezen(groep).map((gebeurtenis, plek) => ({
        gebeurtenis,
        envelop: {
          nr: groep.gebeurtenissen[plek]?.nr ?? 0,
          tijdstip: groep.omgeving.tijdstip,
          datum: groep.omgeving.vandaag,
        },
      })),
    ),
  );
}

const WETTELIJKE_VELDEN = [
  'soort',
  'sleutel',
  'code',
  'uiterlijkOp',
  'oudUiterlijkOp',
  'regelVersie',
  'gehaaldOp',
  'teLaat',
  'bewarenTot',
] as const;

function wettelijk(uitkomst: Uitkomst<Gebeurtenis>): unknown {
  if (!uitkomst.ok) {
    return { geweigerd: uitkomst.weigering.code, artikel: uitkomst.weigering.artikel ?? null };
  }
  return uitkomst.gebeurtenissen
    .filter(({ soort }) => soort.startsWith('termijn') || soort === 'trajectGesloten')
    .map((gebeurtenis) => ({
      ...Object.fromEntries(
        Object.entries(gebeurtenis).filter(([veld]) =>
          (WETTELIJKE_VELDEN as readonly string[]).includes(veld),
        ),
      ),
      artikel: 'bron' in gebeurtenis ? gebeurtenis.bron : null,
    }));
}

/** Decides every recorded opdracht, and every passing of time, once more; `tabel`: another law. */
export function beslisOpnieuw(
  { groepen }: Journaalopname,
  tabel?: readonly TermijnRij[],
): readonly Verschil[] {
  const verschillen: Verschil[] = [];
  let toestand: Toestand | null = null;
  groepen.forEach((groep, nummer) => {
    const omgeving = omgevingVan(groep.omgeving, tabel);
    const was: Uitkomst<Gebeurtenis> =
      groep.weigering === null
        ? { ok: true, gebeurtenissen: gelezen(groep) }
        : { ok: false, weigering: groep.weigering };
    const wordt = beslis(toestand, groep.opdracht, omgeving);
    if (!isDeepStrictEqual(wettelijk(was), wettelijk(wordt))) {
      verschillen.push({
        groep: nummer,
        wettelijk: true,
        was: wettelijk(was),
        wordt: wettelijk(wordt),
      });
    } else if (!isDeepStrictEqual(plat(was), plat(wordt))) {
      verschillen.push({ groep: nummer, wettelijk: false, was, wordt });
    }
    if (was.ok) toestand = speelAf(toestand, was.gebeurtenissen, omgeving);
  });
  return verschillen;
}

function beslis(
  toestand: Toestand | null,
  opdracht: Opdracht | null,
  omgeving: Omgeving,
): Uitkomst<Gebeurtenis> {
  if (toestand !== null) {
    return opdracht === null
      ? { ok: true, gebeurtenissen: laatTijdVerstrijken(toestand, omgeving) }
      : besluit(toestand, opdracht, omgeving);
  }
  if (opdracht?.soort !== 'openTraject') throw new Error('Een journaal begint met openen.');
  return openen(opdracht, omgeving);
}

// As JSON has it: a field without a value is not there.
const plat = (waarde: unknown): unknown => JSON.parse(JSON.stringify(waarde));
