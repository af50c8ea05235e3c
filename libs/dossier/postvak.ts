import { createHash } from 'node:crypto';
import { metTransactie, type Transactie } from '#database/transactie.js';
import { duoGebeurtenis } from '#domain/keten/gebeurtenissen.js';
import { isSignaal } from '#domain/signaal/signalen.js';
import { verzegelJson } from '#security/verzegeling.js';
import { DossierFout } from './fout.js';
import { isSlotTeLang, type Deur } from './kern.js';
import { uuidV5 } from './uuid-v5.js';

export interface Notificatie {
  readonly gemeenteId: string;
  /** OIN of the sender, as its certificate says. */
  readonly bron: string;
  readonly berichtId: string;
  readonly gebeurtenisId: string;
  /** ISO instant. */
  readonly registratieTijdstip: string;
  /** Nine digits. */
  readonly bsn?: string;
  /** Ten digits. */
  readonly vNummer?: string;
  /** Digest of the body; kept as a keyed hash. */
  readonly inhoudHash: string;
}

/** `incident`: the same berichtId came before with another content. */
export type Ontvangst = 'nieuw' | 'dubbel' | 'incident';

export interface PostPersoon {
  readonly bsn: string | null;
  readonly vNummer: string | null;
}

// Any conflict is the same message: its id follows from sender and berichtId, and of two that come at
// the same moment either index may see it first.
// One statement: the row, and when the journey is open, its link and the wake-up of the driver. The
// update of the route waits for a command under way and sees whether the journey closed meanwhile.
const ONTVANG = `
WITH gevonden AS (
  SELECT t.id FROM traject t
   WHERE $13::boolean AND t.gemeente_id = $2 AND t.status = 'open' AND (t.bsn_hash = $7 OR t.vnummer_hash = $8)
   ORDER BY (t.bsn_hash = $7) DESC NULLS LAST LIMIT 1
), nieuw AS (
  INSERT INTO postvak (id, gemeente_id, bron, bericht_id, inhoud_hash, gebeurtenis_id, bsn_hash,
    vnummer_hash, zegel, registratie_tijdstip, ophalen, status, traject_id, reden)
  SELECT $1::uuid, $2::uuid, $3, $4::uuid, $5, $6, $7, $8, $9, $10::timestamptz, $11::text[],
         CASE WHEN $12::text IS NOT NULL THEN 'onbekend'
              WHEN g.id IS NULL THEN 'nieuw'
              WHEN $11::text[] = '{}' THEN 'verwerkt' ELSE 'gekoppeld' END,
         g.id, $12::text
    FROM (SELECT 1) een LEFT JOIN gevonden g ON $12::text IS NULL
  ON CONFLICT DO NOTHING
  RETURNING traject_id, status
), gewekt AS (
  UPDATE route SET stuurversie = stuurversie + 1,
         wat = ((CASE WHEN gewekt < stuurversie THEN wat ELSE '{}' END) || $6::text)[1:20],
         gestuurd_tijdstip = CASE WHEN gezien >= stuurversie THEN clock_timestamp()
                                  ELSE gestuurd_tijdstip END
   WHERE traject_id IN (SELECT traject_id FROM nieuw WHERE status = 'gekoppeld') AND open
  RETURNING traject_id
)
SELECT (SELECT count(*) FROM nieuw)::integer AS nieuw,
       (SELECT count(*) FROM nieuw WHERE status = 'gekoppeld')::integer AS gekoppeld,
       (SELECT count(*) FROM gewekt)::integer AS gewekt`;

/** Takes in a notification of DUO. Durable when it returns; needs no worker and no Temporal. */
export async function ontvangNotificatie(deur: Deur, post: Notificatie): Promise<Ontvangst> {
  const { gemeenteId, bron, berichtId, gebeurtenisId } = post;
  const sleutel = await deur.sleutels.haalOfMaak(gemeenteId, gemeenteId, 'dossier');
  if (sleutel.status === 'vernietigd') {
    throw new DossierFout('SLEUTEL_VERNIETIGD', 'De sleutel van deze gemeente is vernietigd.');
  }
  const id = uuidV5(gemeenteId, `postvak:${bron}:${berichtId}`);
  const inhoud = `${gebeurtenisId}\n${post.inhoudHash}`;
  const inhoudHash = deur.zoeksleutels.van(gemeenteId, 'opdracht', inhoud);
  const soort = duoGebeurtenis(gebeurtenisId);
  const persoon: PostPersoon = { bsn: post.bsn ?? null, vNummer: post.vNummer ?? null };
  const { zoeksleutels } = deur;
  const hash = (naam: 'bsn' | 'vnummer', waarde: string | null): Buffer | null =>
    waarde === null ? null : zoeksleutels.van(gemeenteId, naam, waarde);
  const maakRij =
    (koppelen: boolean) =>
    (rijId: string, rijBericht: string, reden: string | null): unknown[] => [
      rijId,
      gemeenteId,
      bron,
      rijBericht,
      inhoudHash,
      gebeurtenisId,
      hash('bsn', persoon.bsn),
      hash('vnummer', persoon.vNummer),
      verzegelJson(sleutel.sleutel, persoon, `postvak:${rijId}`),
      post.registratieTijdstip,
      [...(soort?.ophalen ?? [])],
      reden,
      koppelen,
    ];
  const onbekend =
    soort === undefined
      ? 'Deze gebeurtenis van DUO is niet bekend.'
      : persoon.bsn === null && persoon.vNummer === null
        ? 'De melding noemt geen persoon.'
        : null;
  const neemIn = (koppelen: boolean): Promise<Ontvangst> =>
    metTransactie(deur.dataSource, gemeenteId, async (runner) => {
      const rij = maakRij(koppelen);
      if (await schrijf(runner, rij(id, berichtId, onbekend), id)) return 'nieuw';
      const eerder = (await runner.query('SELECT inhoud_hash, status FROM postvak WHERE id = $1', [
        id,
      ])) as { inhoud_hash: Buffer; status: string }[];
      // Of what was erased nothing is left to compare with, and nothing is taken in again.
      if (eerder[0]?.status === 'gewist') return 'dubbel';
      if (eerder[0]?.inhoud_hash.equals(inhoudHash) === true) return 'dubbel';
      // Kept beside the first one, once per content, for a person to look at.
      const anderId = uuidV5(id, createHash('sha256').update(inhoudHash).digest('hex'));
      await schrijf(runner, rij(anderId, anderId, 'Zelfde berichtId, andere inhoud.'), anderId);
      await runner.query("UPDATE postvak SET status = 'incident' WHERE id = $1", [anderId]);
      return 'incident';
    });
  try {
    // What goes into the journal is for the worker: it takes the lock of the journey, DUO does not wait for that.
    return await neemIn(!isSignaal(gebeurtenisId));
  } catch (fout) {
    if (!isSlotTeLang(fout)) throw fout;
    // The journey is held by another: take it in now, the worker links it.
    return neemIn(false);
  }
}

async function schrijf(runner: Transactie, rij: unknown[], id: string): Promise<boolean> {
  const [telling] = (await runner.query(ONTVANG, rij)) as {
    nieuw: number;
    gekoppeld: number;
    gewekt: number;
  }[];
  if (telling === undefined || telling.nieuw === 0) return false;
  if (telling.gekoppeld > telling.gewekt) {
    // The journey closed in between: the worker looks again.
    await runner.query("UPDATE postvak SET status = 'nieuw', traject_id = NULL WHERE id = $1", [
      id,
    ]);
  }
  return true;
}
