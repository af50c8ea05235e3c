import type { IsoDatum } from '../datum/datum.js';
import { metKetenfeit } from '../keten/besluit.js';
import { vanAndereGemeente } from '../keten/duo-stand.js';
import { resultaatNu } from '../keten/resultaat.js';
import type { Gebeurtenis } from '../traject/gebeurtenis.js';
import { besloten, geweigerd, type Omgeving } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import type { Toestand } from '../traject/toestand.js';
import { duoVerschillen, neemOver } from './duo-bronnen.js';
import { datumVerschillen, pipVerschillen, urenVerschillen } from './eigen-bronnen.js';
import type { DuoAntwoord, ReconciliatieOpdracht } from './opdrachten.js';
import { zelfdeVerschil, type Verschil } from './verschil.js';

type Verwerk = Extract<ReconciliatieOpdracht, { soort: 'verwerkReconciliatie' }>;

interface Vergelijking {
  readonly verschillen: readonly Verschil[];
  /** What takes DUO's facts over. */
  readonly gebeurtenissen: readonly Gebeurtenis[];
}

const GELIJK: Vergelijking = { verschillen: [], gebeurtenissen: [] };

type Antwoord = Parameters<typeof pipVerschillen>[1];

function vergelijkEigen(
  toestand: Toestand,
  { bron, opdracht }: DuoAntwoord,
  gemeentecode: string,
  vandaag: IsoDatum,
): readonly Verschil[] {
  const antwoord =
    opdracht.soort === 'verwerkKetenfeit' ? (JSON.parse(opdracht.feiten) as Antwoord) : null;
  if (bron === 'pip') return pipVerschillen(toestand, antwoord, gemeentecode, vandaag);
  if (bron === 'uren') return urenVerschillen(toestand, antwoord, gemeentecode);
  return bron === 'map' || bron === 'pvt' ? datumVerschillen(toestand, bron, antwoord) : [];
}

/**
 * What another gemeente reported of MAP or PVT before DUO had a PIP of ours is no difference: the file remembers it, so
 * that nobody reports it once more. Null: it can be ours.
 */
function vanAnderen(
  toestand: Toestand,
  antwoord: DuoAntwoord,
  { antwoorden, gemeentecode }: Verwerk,
  omgeving: Omgeving,
): Vergelijking | null {
  const soort = antwoord.bron === 'map' ? 'MAP' : 'PVT';
  const pip = antwoorden.find(({ bron }) => bron === 'pip')?.opdracht;
  const eigenPip =
    pip?.soort !== 'verwerkKetenfeit' ||
    (JSON.parse(pip.feiten) as { gemeentecode?: unknown } | null)?.gemeentecode === gemeentecode;
  const bekend = vanAndereGemeente(toestand, soort);
  if (resultaatNu(toestand, soort).op !== null || (eigenPip && !bekend)) return null;
  const overneming = neemOver(toestand, antwoord, omgeving);
  if (!overneming.ok) return null;
  const { gebeurtenissen } = overneming;
  if (gebeurtenissen.length === 0) return bekend ? GELIJK : null;
  const na = gebeurtenissen.reduce(
    (stand, een) => (een.soort === 'ketenfeitOntvangen' ? metKetenfeit(stand, een) : stand),
    toestand,
  );
  return bekend || vanAndereGemeente(na, soort) ? { verschillen: [], gebeurtenissen } : null;
}

function vergelijk(
  toestand: Toestand,
  antwoord: DuoAntwoord,
  vraag: Verwerk,
  omgeving: Omgeving,
): Vergelijking {
  const { bron, opdracht } = antwoord;
  const anderen =
    bron === 'map' || bron === 'pvt' ? vanAnderen(toestand, antwoord, vraag, omgeving) : null;
  if (anderen !== null) return anderen;
  if (bron === 'pip' || bron === 'map' || bron === 'pvt' || bron === 'uren') {
    return {
      verschillen: vergelijkEigen(toestand, antwoord, vraag.gemeentecode, omgeving.vandaag),
      gebeurtenissen: [],
    };
  }
  if (opdracht.soort === 'verwerkKetenfeit' && (bron === 'plicht' || bron === 'doelgroep')) {
    // DUO has no such person, or none of this law.
    const ons = bron === 'plicht' ? (toestand.plicht?.kennisgevingOp ?? null) : toestand.indeling;
    const kop = { bron, veld: 'bekend bij DUO', actie: 'navragen-bij-duo' } as const;
    return ons === null ? GELIJK : { ...GELIJK, verschillen: [{ ...kop, ons, duo: null }] };
  }
  const overneming = neemOver(toestand, antwoord, omgeving);
  // Newer facts of this source came in since the question.
  if (!overneming.ok) return GELIJK;
  const verschillen = duoVerschillen(toestand, antwoord, overneming.gebeurtenissen);
  return {
    verschillen,
    gebeurtenissen: verschillen.length === 0 ? [] : overneming.gebeurtenissen,
  };
}

/** What was taken over stays until a person has seen it; other differences only as long as they are there. */
function openNa(toestand: Toestand, gevonden: readonly Verschil[]): readonly Verschil[] {
  const { open = [], verklaard = [] } = toestand.reconciliatie ?? {};
  const nieuw = gevonden.filter((verschil) => !verklaard.some((v) => zelfdeVerschil(v, verschil)));
  const gezien = open.filter(
    (verschil) =>
      verschil.actie === 'overgenomen-van-duo' && !nieuw.some((v) => zelfdeVerschil(v, verschil)),
  );
  return [...gezien, ...nieuw];
}

export const reconciliatieBesluiten: Besluiten<ReconciliatieOpdracht> = {
  verwerkReconciliatie: (toestand, opdracht, omgeving) => {
    const { gevraagdTijdstip, antwoorden } = opdracht;
    const uitkomsten = antwoorden.map((antwoord) =>
      vergelijk(toestand, antwoord, opdracht, omgeving),
    );
    const gevraagd = antwoorden.map(({ bron }) => bron as string);
    const open = toestand.reconciliatie?.open ?? [];
    const verschillen = openNa(toestand, [
      // Of a source that could not be asked the last answer stands.
      ...open.filter(
        ({ bron, actie }) => !gevraagd.includes(bron) && actie !== 'overgenomen-van-duo',
      ),
      ...uitkomsten.flatMap((uitkomst) => uitkomst.verschillen),
    ]);
    const gelijk =
      verschillen.length === open.length &&
      verschillen.every((verschil) => open.some((ander) => zelfdeVerschil(ander, verschil)));
    return besloten(
      ...(gelijk
        ? []
        : [
            {
              soort: 'verschillenMetDuoVastgesteld' as const,
              gevraagdTijdstip,
              verschillen,
            },
          ]),
      ...uitkomsten.flatMap(({ gebeurtenissen }) => gebeurtenissen),
    );
  },
  handelVerschillenAf: (toestand, { uitkomst, toelichting }) =>
    (toestand.reconciliatie?.open.length ?? 0) === 0
      ? geweigerd('GEEN_VERSCHILLEN', 'Er staan geen verschillen met DUO open.')
      : besloten({
          soort: 'verschillenMetDuoAfgehandeld',
          uitkomst,
          toelichting: toelichting ?? null,
        }),
};
