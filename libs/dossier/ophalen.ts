import { metTransactie } from '#database/transactie.js';
import type { DuoBron } from '#domain/keten/gebeurtenissen.js';
import type { Deur } from './kern.js';
import { leesVerder, toestandVan, vergrendel } from './lezen.js';
import { haalTrajectzegel } from './trajectzegel.js';
import type { OphaalVraag, TrajectPlek } from './typen.js';

/** What a fetch at DUO needs. */
export type Ophaalbegin =
  | {
      readonly soort: 'begonnen';
      /** To be given back with the facts (E18); the clock of the database. */
      readonly gevraagdTijdstip: string;
      readonly bsn: string | null;
      readonly vNummer: string | null;
      readonly gemeenteOin: string;
      /** 4 digits. */
      readonly gemeentecode: string;
      /** The journey as it was just before the request. */
      readonly versie: number;
      readonly open: boolean;
    }
  | { readonly soort: 'afgelost' }
  | { readonly soort: 'onbekend' };

/** Read just before a request to DUO begins. Changes nothing. Without `epoche`: not in the name of the driver. */
export async function beginOphalen(deur: Deur, vraag: OphaalVraag): Promise<Ophaalbegin> {
  const zegel = await haalTrajectzegel(deur.sleutels, vraag);
  if (zegel === null) return { soort: 'onbekend' };
  const { gemeenteId, trajectId } = vraag;
  return metTransactie(deur.dataSource, gemeenteId, async (runner) => {
    const [slot, verder, gemeenten] = await Promise.all([
      vergrendel(runner, trajectId),
      leesVerder(runner, {
        trajectId,
        gemeenteId,
        beller: null,
        opdrachtId: null,
        metVersies: false,
        metJournaal: 'zo-nodig',
      }),
      runner.query('SELECT oin, code FROM gemeente WHERE id = $1', [gemeenteId]),
    ]);
    if (slot === null) return { soort: 'onbekend' };
    if (vraag.epoche !== undefined && vraag.epoche < slot.drijver_epoche) {
      return { soort: 'afgelost' };
    }
    const [gemeente] = gemeenten as { oin: string; code: string }[];
    const { bsn, vNummer } = toestandVan(slot, verder, zegel).persoon;
    return {
      soort: 'begonnen',
      gevraagdTijdstip: new Date(verder.klok_ms).toISOString(),
      bsn,
      vNummer,
      gemeenteOin: gemeente?.oin ?? '',
      gemeentecode: gemeente?.code ?? '',
      versie: slot.versie,
      open: slot.status === 'open',
    };
  });
}

/** Sources for which a notification of this journey waits, also when a person was told that it takes long. */
export function wachtrij(deur: Deur, plek: TrajectPlek): Promise<readonly DuoBron[]> {
  return metTransactie(
    deur.dataSource,
    plek.gemeenteId,
    async (runner) => {
      const rijen = (await runner.query(
        `SELECT DISTINCT o.bron FROM postvak, unnest(ophalen) AS o(bron)
          WHERE traject_id = $1 AND status IN ('gekoppeld', 'incident')`,
        [plek.trajectId],
      )) as { bron: DuoBron }[];
      return rijen.map(({ bron }) => bron);
    },
    { alleenLezen: true },
  );
}

/**
 * Shows a person the rows whose source failed for over an hour (E18). It is asked on: facts that come after all settle
 * them. Returns how many became an incident.
 */
export function geefOphalenOp(
  deur: Deur,
  vraag: TrajectPlek & { readonly bron: DuoBron; readonly reden: string },
): Promise<number> {
  return metTransactie(deur.dataSource, vraag.gemeenteId, async (runner) => {
    const rijen = await runner.query(
      `WITH rij AS (UPDATE postvak SET status = 'incident', reden = $3
         WHERE traject_id = $1 AND status = 'gekoppeld' AND $2::text = ANY (ophalen)
           AND ontvangen_tijdstip < clock_timestamp() - interval '1 hour' RETURNING 1 AS een)
       SELECT een FROM rij`,
      [vraag.trajectId, vraag.bron, vraag.reden.slice(0, 200)],
    );
    return rijen.length;
  });
}
