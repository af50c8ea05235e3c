import { metTransactie, type Transactie } from '#database/transactie.js';
import type { Gebeurtenis } from '#domain/traject/gebeurtenis.js';
import type { Actor } from '#domain/traject/kern.js';
import { TOESTAND_VERSIE, type Toestand } from '#domain/traject/toestand.js';
import { vandaagInAmsterdam } from '#config/amsterdam.js';
import type { Deur } from './kern.js';
import { leesVerder, toestandVan, type Slot } from './lezen.js';
import type { Versies } from './omgeving.js';
import { haalTrajectzegel, type Trajectzegel } from './trajectzegel.js';
import type { TrajectPlek } from './typen.js';

export interface Inzage {
  readonly toestand: Toestand;
  readonly versie: number;
  /** The journey's clock: today in Amsterdam, so that "late" is right in a rehearsal too (E3). */
  readonly vandaag: string;
  readonly tijdstip: string;
  /** Of a rehearsal: the journey's clock minus that of its workflow, in milliseconds. */
  readonly aanvangsverzetMs: number;
  readonly instellingenVersie: number;
  readonly kalenderVersie: number;
}

type InzageRij = Slot & {
  readonly nu_ms: number;
  readonly instellingen_versie: number;
  readonly kalender_versie: number;
};

const LEES = `
SELECT versie, toestand_versie, momentopname, aanvangsverzet_ms, instellingen_versie, kalender_versie,
       floor(extract(epoch FROM greatest(laatste_tijdstip,
         clock_timestamp() + klokverzet_ms * interval '1 millisecond')) * 1000)::float8 AS nu_ms
  FROM traject WHERE id = $1 AND status <> 'gewist'`;

interface Stand {
  readonly rij: InzageRij;
  readonly toestand: Toestand;
  readonly versies: Versies;
}

/** The toestand as it is recorded, with what decides; locks nothing. Null: not here. */
export async function leesStand(
  deur: Deur,
  runner: Transactie,
  { gemeenteId, trajectId }: TrajectPlek,
  zegel: Trajectzegel,
): Promise<Stand | null> {
  const [rij] = (await runner.query(LEES, [trajectId])) as InzageRij[];
  if (rij === undefined) return null;
  const bekend = deur.versies.haal(gemeenteId);
  const verder = await leesVerder(runner, {
    trajectId,
    gemeenteId,
    beller: null,
    opdrachtId: null,
    metVersies: bekend === undefined,
    metJournaal: rij.momentopname === null || rij.toestand_versie !== TOESTAND_VERSIE,
  });
  const versies =
    bekend ??
    deur.versies.bewaar(gemeenteId, verder.versies ?? { instellingen: [], kalenders: [] });
  return { rij, toestand: toestandVan(rij, verder, zegel), versies };
}

/** The toestand for one who may see the file; locks nothing. Null: not here, or no key (any more). */
export async function leesToestand(deur: Deur, plek: TrajectPlek): Promise<Inzage | null> {
  const zegel = await haalTrajectzegel(deur.sleutels, plek);
  if (zegel === null) return null;
  return metTransactie(deur.dataSource, plek.gemeenteId, async (runner) => {
    const gelezen = await leesStand(deur, runner, plek, zegel);
    if (gelezen === null) return null;
    const { rij, toestand } = gelezen;
    const nu = new Date(rij.nu_ms);
    return {
      toestand,
      versie: toestand.nr,
      vandaag: vandaagInAmsterdam(nu),
      tijdstip: nu.toISOString(),
      aanvangsverzetMs: rij.aanvangsverzet_ms,
      instellingenVersie: rij.instellingen_versie,
      kalenderVersie: rij.kalender_versie,
    };
  });
}

export interface JournaalVraag extends TrajectPlek {
  /** First entry, inclusive; from 1. */
  readonly vanafNr: number;
  readonly limiet: number;
  /** With the restricted medical part. */
  readonly metMedisch: boolean;
}

export interface Journaalpost {
  readonly nr: number;
  readonly soort: string;
  readonly tijdstip: string;
  readonly datum: string;
  readonly actor: Actor;
  readonly opdrachtSoort: string | null;
  readonly artikel: string | null;
  readonly instellingenVersie: number;
  readonly kalenderVersie: number;
  readonly gebeurtenis: Gebeurtenis;
}

interface PostRij {
  readonly nr: number;
  readonly soort: string;
  readonly versie: number;
  readonly tijdstip: Date;
  readonly datum: string;
  readonly actor_soort: Actor['soort'];
  readonly actor_id: string;
  readonly opdracht_soort: string | null;
  readonly zegel: Buffer;
  readonly zegelMedisch: Buffer | null;
  readonly artikel: string | null;
  readonly instellingen_versie: number;
  readonly kalender_versie: number;
}

/** Entries in order. Null: not here, or no key (any more). */
export function leesJournaal(
  deur: Deur,
  vraag: JournaalVraag,
): Promise<readonly Journaalpost[] | null> {
  const { vanafNr, limiet } = vraag;
  return leesPosten(deur, vraag, 'nr >= $2 ORDER BY nr LIMIT $3', [vanafNr, limiet]);
}

export interface PostenVraag extends TrajectPlek {
  readonly nrs: readonly number[];
  /** With the restricted medical part. */
  readonly metMedisch: boolean;
}

/** The entries with these numbers, in order, in one reading. Null: not here, or no key (any more). */
export function leesJournaalposten(
  deur: Deur,
  vraag: PostenVraag,
): Promise<readonly Journaalpost[] | null> {
  return leesPosten(deur, vraag, 'nr = ANY($2::integer[]) ORDER BY nr', [vraag.nrs]);
}

async function leesPosten(
  deur: Deur,
  vraag: TrajectPlek & { readonly metMedisch: boolean },
  welke: string,
  parameters: readonly unknown[],
): Promise<readonly Journaalpost[] | null> {
  const zegel = await haalTrajectzegel(deur.sleutels, vraag);
  if (zegel === null) return null;
  const rijen = await metTransactie(
    deur.dataSource,
    vraag.gemeenteId,
    (runner) =>
      runner.query(
        `SELECT nr, soort, versie, tijdstip, datum, actor_soort, actor_id, opdracht_soort, zegel,
                zegel_medisch AS "zegelMedisch", artikel, instellingen_versie, kalender_versie
           FROM journaal WHERE traject_id = $1
            AND NOT EXISTS (SELECT 1 FROM wissing w WHERE w.traject_id = $1) AND ${welke}`,
        [vraag.trajectId, ...parameters],
      ) as Promise<PostRij[]>,
    { alleenLezen: true },
  );
  return rijen.map((rij) => ({
    nr: rij.nr,
    soort: rij.soort,
    tijdstip: rij.tijdstip.toISOString(),
    datum: rij.datum,
    actor: { soort: rij.actor_soort, id: rij.actor_id },
    opdrachtSoort: rij.opdracht_soort,
    artikel: rij.artikel,
    instellingenVersie: rij.instellingen_versie,
    kalenderVersie: rij.kalender_versie,
    gebeurtenis: zegel.leesGebeurtenis(rij, vraag.metMedisch),
  }));
}
