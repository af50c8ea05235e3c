import type { Transactie, VasteVraag } from '#database/transactie.js';
import type { DuoBron } from '#domain/keten/gebeurtenissen.js';
import type { Erkenning } from '#domain/keten/regels/aanbod.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { pasToe } from '#domain/traject/pas-toe.js';
import type { IsoDatum } from '#domain/datum/datum.js';
import { TOESTAND_VERSIE, type Toestand } from '#domain/traject/toestand.js';
import type { Versies } from './omgeving.js';
import { DossierFout } from './fout.js';
import type { Trajectzegel } from './trajectzegel.js';

/** The locked row of a journey, and the time after the lock was there (E2). */
export interface Slot {
  readonly versie: number;
  readonly status: 'open' | 'gesloten';
  readonly proef: boolean;
  readonly toestand_versie: number;
  readonly momentopname: Buffer | null;
  readonly klokverzet_ms: number;
  /** Of a rehearsal: how far its clock stood from its workflow's at the opening, for ever. */
  readonly aanvangsverzet_ms: number;
  readonly laatste_ms: number;
  readonly klok_ms: number;
  readonly vooruitspoelen: boolean;
  readonly stuurversie: number;
  readonly gezien: number;
  readonly drijver_epoche: number;
}

// The clock is read outside the CTE: inside it, before the lock is waited for.
const VERGRENDEL: VasteVraag = {
  naam: 'deur_vergrendel',
  tekst: `
WITH slot AS MATERIALIZED (
  SELECT t.versie, t.status, t.proef, t.toestand_versie, t.momentopname, t.klokverzet_ms,
         t.aanvangsverzet_ms,
         round(extract(epoch FROM t.laatste_tijdstip) * 1000)::float8 AS laatste_ms,
         t.vooruitspoelen_tot, r.stuurversie, r.gezien, r.drijver_epoche
    FROM traject t JOIN route r ON r.traject_id = t.id
   WHERE t.id = $1 AND t.status <> 'gewist'
     FOR NO KEY UPDATE OF t, r
)
SELECT slot.*, coalesce(vooruitspoelen_tot > clock_timestamp(), false) AS vooruitspoelen,
       floor(extract(epoch FROM clock_timestamp()) * 1000)::float8 AS klok_ms
  FROM slot`,
};

/** Locks the journey for this transaction; null when this gemeente has no such journey. */
export async function vergrendel(transactie: Transactie, trajectId: string): Promise<Slot | null> {
  const rijen = await transactie.vraag<Slot>(VERGRENDEL, [trajectId]);
  return rijen[0] ?? null;
}

export interface BewaardeOpdracht {
  readonly traject_id: string;
  readonly inhoud_hash: string;
  readonly zegel_antwoord: string;
}

interface JournaalRij {
  readonly nr: number;
  readonly soort: string;
  readonly versie: number;
  readonly tijdstip_ms: number;
  readonly datum: IsoDatum;
  readonly zegel: string;
}

export interface Verder {
  readonly opdracht: BewaardeOpdracht | null;
  readonly versies: Versies | null;
  readonly journaal: readonly JournaalRij[] | null;
  readonly ophalen: readonly DuoBron[];
  readonly erkenning: Erkenning | null;
  readonly klok_ms: number;
}

// All that is read after the lock, in one statement that may travel with it: it sees what was there when the lock was given.
// The journal only when the snapshot cannot be used. A list of schools of about a week ago is none. Bytes come as base64 inside JSON.
const LEES_VERDER: VasteVraag = {
  naam: 'deur_lees',
  tekst: `
SELECT
  (SELECT to_json(o) FROM (
     SELECT traject_id, encode(inhoud_hash, 'hex') AS inhoud_hash,
            encode(zegel_antwoord, 'base64') AS zegel_antwoord
       FROM opdracht WHERE gemeente_id = $2 AND beller = $3 AND opdracht_id = $4) o) AS opdracht,
  CASE WHEN $5::boolean THEN json_build_object(
    'instellingen', (SELECT coalesce(json_agg(json_build_object(
        'gegevens', gegevens || jsonb_build_object('versie', versie), 'vanaf', vanaf)), '[]')
      FROM instellingen WHERE gemeente_id = $2),
    'kalenders', (SELECT coalesce(json_agg(json_build_object(
        'gegevens', gegevens || jsonb_build_object('versie', versie), 'vanaf', vanaf)), '[]')
      FROM kalenderversie)) END AS versies,
  CASE WHEN coalesce($6::boolean, EXISTS (SELECT 1 FROM traject t WHERE t.id = $1
    AND (t.momentopname IS NULL OR t.toestand_versie <> $7::integer)))
  THEN (SELECT json_agg(j ORDER BY j.nr) FROM (
     SELECT nr, soort, versie, datum, encode(zegel, 'base64') AS zegel,
            round(extract(epoch FROM tijdstip) * 1000)::float8 AS tijdstip_ms
       FROM journaal WHERE traject_id = $1) j) END AS journaal,
  (SELECT coalesce(json_agg(DISTINCT o.bron), '[]') FROM postvak, unnest(ophalen) AS o(bron)
    WHERE traject_id = $1 AND status IN ('gekoppeld', 'incident')) AS ophalen,
  CASE WHEN $8::text IS NOT NULL THEN (SELECT coalesce(lijst -> $8, '{"bow":false,"tst":false}')
     FROM instellingenlijst WHERE lijst IS NOT NULL
      AND opgehaald_tijdstip > clock_timestamp() - make_interval(secs => 600000)) END AS erkenning,
  floor(extract(epoch FROM clock_timestamp()) * 1000)::float8 AS klok_ms`,
};

export interface LeesVraag {
  readonly trajectId: string;
  readonly gemeenteId: string;
  readonly beller: string | null;
  readonly opdrachtId: string | null;
  readonly metVersies: boolean;
  /** `zo-nodig`: when the snapshot of the locked row cannot be used, being of other code or not kept (E8). */
  readonly metJournaal: boolean | 'zo-nodig';
  /** What is to be decided: of the school of an aanbod the recognition is read. */
  readonly opdrachten?: readonly Opdracht[];
}

export async function leesVerder(transactie: Transactie, vraag: LeesVraag): Promise<Verder> {
  const { trajectId, gemeenteId, beller, opdrachtId, metVersies, metJournaal } = vraag;
  const aanbod = vraag.opdrachten?.find((een) => een.soort === 'doeAanbod');
  const [rij] = await transactie.vraag<Verder>(LEES_VERDER, [
    trajectId,
    gemeenteId,
    beller,
    opdrachtId,
    metVersies,
    metJournaal === 'zo-nodig' ? null : metJournaal,
    TOESTAND_VERSIE,
    aanbod?.instellingsnummer ?? null,
  ]);
  if (rij === undefined)
    throw new DossierFout('TRAJECT_ONBEKEND', 'De database gaf geen antwoord.');
  return rij;
}

/** The toestand as it is recorded, from the snapshot or else from the journal. */
export function toestandVan(slot: Slot, verder: Verder, zegel: Trajectzegel): Toestand {
  if (verder.journaal === null && slot.momentopname !== null) {
    return zegel.leesMomentopname(slot.momentopname);
  }
  const toestand = (verder.journaal ?? []).reduce<Toestand | null>((tot, rij) => {
    const verzegeld = { ...rij, zegel: Buffer.from(rij.zegel, 'base64'), zegelMedisch: null };
    return pasToe(tot, zegel.leesGebeurtenis(verzegeld), {
      nr: rij.nr,
      tijdstip: new Date(rij.tijdstip_ms).toISOString(),
      datum: rij.datum,
    });
  }, null);
  if (toestand === null)
    throw new DossierFout('TRAJECT_ONBEKEND', 'Dit traject heeft geen journaal.');
  return toestand;
}
