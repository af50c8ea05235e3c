import { metTransactie } from '#database/transactie.js';
import { wisPostrij } from '#database/postwissing.js';
import { duoGebeurtenis } from '#domain/keten/gebeurtenissen.js';
import { isSignaal } from '#domain/signaal/signalen.js';
import { ontzegelJson } from '#security/verzegeling.js';
import type { Deur } from './kern.js';
import { openTraject } from './open-traject.js';
import type { PostPersoon } from './postvak.js';
import { uuidV5 } from './uuid-v5.js';
import { verwerk } from './verwerk.js';

export interface Post {
  readonly id: string;
  readonly gemeenteId: string;
}

export type Koppeling = 'gekoppeld' | 'geopend' | 'onbekend' | 'gewist' | 'al-gedaan';

interface Rij {
  readonly gebeurtenis_id: string;
  readonly zegel: Buffer;
  readonly registratie_tijdstip: Date;
  readonly traject_id: string | null;
  readonly gesloten: boolean;
  /** When this person was last erased here; null: not known as such. */
  readonly gewist_tijdstip: Date | null;
}

const LEES = `
SELECT p.gebeurtenis_id, p.zegel, p.registratie_tijdstip,
       (SELECT t.id FROM traject t WHERE t.gemeente_id = p.gemeente_id AND t.status = 'open'
          AND (t.bsn_hash = p.bsn_hash OR t.vnummer_hash = p.vnummer_hash)
        ORDER BY (t.bsn_hash = p.bsn_hash) DESC NULLS LAST LIMIT 1) AS traject_id,
       EXISTS (SELECT 1 FROM traject t WHERE t.gemeente_id = p.gemeente_id
          AND (t.bsn_hash = p.bsn_hash OR t.vnummer_hash = p.vnummer_hash)) AS gesloten,
       (SELECT max(w.gevraagd_tijdstip) FROM wissing w WHERE w.gemeente_id = p.gemeente_id
          AND (w.bsn_hash = p.bsn_hash OR w.vnummer_hash = p.vnummer_hash)) AS gewist_tijdstip
  FROM postvak p WHERE p.id = $1 AND p.status = 'nieuw'`;

// The route first, as everywhere: two transactions never wait for each other.
const WEK = `
WITH rij AS (UPDATE route SET stuurversie = stuurversie + 1,
       wat = ((CASE WHEN gewekt < stuurversie THEN wat ELSE '{}' END) || $2::text)[1:20],
       gestuurd_tijdstip = CASE WHEN gezien >= stuurversie THEN clock_timestamp()
                                ELSE gestuurd_tijdstip END
 WHERE traject_id = $1 AND open RETURNING 1 AS een)
SELECT een FROM rij`;

const KOPPEL = `
UPDATE postvak SET traject_id = $2, reden = NULL,
       status = CASE WHEN ophalen = '{}' THEN 'verwerkt' ELSE 'gekoppeld' END
 WHERE id = $1 AND status = 'nieuw'`;

/** Finds the journey of one waiting notification, or opens it when the event may. Safe to repeat. */
export async function koppelPost(
  deur: Deur,
  post: Post,
  openenAlsProef: boolean,
): Promise<Koppeling> {
  const rij = await leesPost(deur, post);
  if (rij === undefined) return 'al-gedaan';
  if (rij.traject_id !== null) return koppelAan(deur, post, rij, rij.traject_id);
  const soort = duoGebeurtenis(rij.gebeurtenis_id);
  if (rij.gewist_tijdstip !== null && !rij.gesloten) {
    // What DUO tells anew since then may be right this time: only a person can say.
    return soort?.opent === true && rij.registratie_tijdstip > rij.gewist_tijdstip
      ? zetOpzij(deur, post, 'Deze persoon is hier eerder gewist als ten onrechte ontvangen.')
      : wis(deur, post);
  }
  if (soort?.opent !== true) {
    return zetOpzij(
      deur,
      post,
      rij.gesloten
        ? 'Het traject van deze persoon is gesloten.'
        : 'Deze persoon heeft hier geen traject.',
    );
  }
  const sleutel = await deur.sleutels.haal(post.gemeenteId, post.gemeenteId, 'dossier');
  if (sleutel.status !== 'aanwezig')
    return zetOpzij(deur, post, 'De inhoud is niet meer leesbaar.');
  const persoon = ontzegelJson<PostPersoon>(sleutel.sleutel, rij.zegel, `postvak:${post.id}`);
  const uitkomst = await openTraject(deur, {
    gemeenteId: post.gemeenteId,
    opdracht: {
      soort: 'openTraject',
      // Follows from the row, so that a repeat finds the keys it made before.
      trajectId: uuidV5(post.id, 'traject'),
      proef: openenAlsProef,
      bron: 'DUO',
      persoon: { ...persoon, naam: null, geboortedatum: null },
    },
    vervolg: [],
    beller: 'postvak',
    opdrachtId: `postvak:${post.id}`,
    actor: { soort: 'keten', id: 'DUO' },
    // The simulator keeps a clock per person: a rehearsal begins on the day it is for DUO.
    beginTijdstip: rij.registratie_tijdstip.toISOString(),
  });
  // Opening links all post of this person; joining does not.
  if (uitkomst.soort === 'gedaan') {
    if (uitkomst.nieuw) return 'geopend';
    return legKoppeling(deur, post, rij.gebeurtenis_id, uitkomst.trajectId);
  }
  return uitkomst.soort === 'geweigerd'
    ? zetOpzij(deur, post, uitkomst.weigering.melding)
    : 'al-gedaan';
}

function leesPost(deur: Deur, post: Post): Promise<Rij | undefined> {
  return metTransactie(deur.dataSource, post.gemeenteId, async (runner) => {
    const rijen = (await runner.query(LEES, [post.id])) as Rij[];
    return rijen[0];
  });
}

/**
 * What a person must look at goes into the journal first. Under a key of the row: cut off between the two, the next
 * round finds it there and only links.
 */
async function koppelAan(
  deur: Deur,
  post: Post,
  { gebeurtenis_id: gebeurtenisId, registratie_tijdstip: geregistreerd }: Rij,
  trajectId: string,
): Promise<Koppeling> {
  if (!isSignaal(gebeurtenisId)) return legKoppeling(deur, post, gebeurtenisId, trajectId);
  const uitkomst = await verwerk(deur, {
    gemeenteId: post.gemeenteId,
    trajectId,
    opdracht: {
      soort: 'verwerkDuoSignaal',
      gebeurtenisId,
      gemeldTijdstip: geregistreerd.toISOString(),
    },
    beller: 'postvak',
    opdrachtId: `signaal:${post.id}`,
    actor: { soort: 'keten', id: 'DUO' },
  });
  if (uitkomst.soort === 'gedaan') return legKoppeling(deur, post, gebeurtenisId, trajectId);
  // Closed since it was found, or held by another: the next round decides again.
  return uitkomst.soort === 'geweigerd' && uitkomst.weigering.code !== 'TRAJECT_GESLOTEN'
    ? zetOpzij(deur, post, uitkomst.weigering.melding)
    : 'al-gedaan';
}

function legKoppeling(
  deur: Deur,
  post: Post,
  gebeurtenisId: string,
  trajectId: string,
): Promise<Koppeling> {
  return metTransactie(deur.dataSource, post.gemeenteId, async (runner): Promise<Koppeling> => {
    const gewekt = await runner.query(WEK, [trajectId, gebeurtenisId]);
    // Closed since it was found: the next round decides again.
    if (gewekt.length === 0) return 'al-gedaan';
    await runner.query(KOPPEL, [post.id, trajectId]);
    return 'gekoppeld';
  });
}

function wis(deur: Deur, post: Post): Promise<Koppeling> {
  return metTransactie(deur.dataSource, post.gemeenteId, async (runner): Promise<Koppeling> => {
    await wisPostrij(runner, post.id);
    return 'gewist';
  });
}

function zetOpzij(deur: Deur, post: Post, reden: string): Promise<Koppeling> {
  return metTransactie(deur.dataSource, post.gemeenteId, async (runner): Promise<Koppeling> => {
    await runner.query(
      "UPDATE postvak SET status = 'onbekend', reden = $2 WHERE id = $1 AND status = 'nieuw'",
      [post.id, reden],
    );
    return 'onbekend';
  });
}
