import { randomUUID } from 'node:crypto';
import type { DuoPort } from '#adapters/duo/duo.port.js';
import {
  VERGELEKEN_BRONNEN,
  type DuoAntwoord,
  type VergelekenBron,
} from '#domain/reconciliatie/opdrachten.js';
import type { Dossier } from '#dossier/dossier.js';
import type { TrajectPlek } from '#dossier/typen.js';
import { HAAL } from '../duo/feiten.js';
import { oorzaakVan } from '../duo/mislukt.js';

export type Reconciliatieuitkomst =
  | {
      readonly soort: 'klaar';
      /** Open after this comparison. */
      readonly verschillen: number;
      /** Sources DUO does not let this gemeente ask. */
      readonly nietGevraagd: readonly VergelekenBron[];
    }
  /** Technical, or the journey moved on meanwhile: try again. */
  | { readonly soort: 'later'; readonly reden: string }
  /** Trying again makes no sense. */
  | { readonly soort: 'mislukt'; readonly reden: string };

type Antwoorden =
  | {
      readonly antwoorden: readonly DuoAntwoord[];
      readonly nietGevraagd: readonly VergelekenBron[];
    }
  | { readonly later: string };

async function vraagDuo(
  duo: DuoPort,
  aanroep: { readonly gemeenteOin: string; readonly bsn: string },
  gevraagdTijdstip: string,
): Promise<Antwoorden> {
  const antwoorden: DuoAntwoord[] = [];
  const nietGevraagd: VergelekenBron[] = [];
  for (const bron of VERGELEKEN_BRONNEN) {
    const gehaald = await HAAL[bron](
      duo,
      { ...aanroep, berichtId: randomUUID() },
      gevraagdTijdstip,
    );
    if (gehaald.soort === 'feiten') {
      antwoorden.push({ bron, opdracht: gehaald.opdracht as DuoAntwoord['opdracht'] });
      continue;
    }
    const { uitkomst } = gehaald;
    if (uitkomst.soort === 'storing' || uitkomst.soort === 'onbegrijpelijk') {
      return { later: oorzaakVan(uitkomst) };
    }
    nietGevraagd.push(bron);
  }
  return { antwoorden, nietGevraagd };
}

/**
 * Asks DUO everything about one journey and has the door compare it with the file. Changes nothing at DUO. Idempotent
 * by `id`: a comparison that was decided is not decided again.
 */
export async function reconcilieer(
  { dossier, duo }: { readonly dossier: Dossier; readonly duo: DuoPort },
  { id, gemeenteId, trajectId }: TrajectPlek & { readonly id: string },
): Promise<Reconciliatieuitkomst> {
  const plek = { gemeenteId, trajectId };
  const begin = await dossier.beginOphalen(plek);
  if (begin.soort !== 'begonnen') return { soort: 'mislukt', reden: 'traject-onbekend' };
  if (!begin.open) return { soort: 'mislukt', reden: 'traject-gesloten' };
  const { bsn, gemeenteOin, gemeentecode, gevraagdTijdstip, versie } = begin;
  if (bsn === null) return { soort: 'mislukt', reden: 'bsn-onbekend' };
  // What DUO already said is being fetched: first that.
  if ((await dossier.wachtrij(plek)).length > 0) return { soort: 'later', reden: 'meldingen' };
  const gevraagd = await vraagDuo(duo, { gemeenteOin, bsn }, gevraagdTijdstip);
  if ('later' in gevraagd) return { soort: 'later', reden: gevraagd.later };
  const { antwoorden, nietGevraagd } = gevraagd;
  if (antwoorden.length === 0) return { soort: 'mislukt', reden: 'niet-geautoriseerd' };
  const uitkomst = await dossier.verwerk({
    ...plek,
    opdracht: { soort: 'verwerkReconciliatie', gevraagdTijdstip, gemeentecode, antwoorden },
    opdrachtId: id,
    beller: 'reconciliatie',
    actor: { soort: 'keten', id: 'DUO' },
    // A message that was delivered meanwhile would look like a difference.
    verwachteVersie: versie,
  });
  // Decided before under this id, with other answers: the worker stopped before it was noted.
  if (uitkomst.soort === 'gedaan' || uitkomst.soort === 'andere-inhoud') {
    const inzage = await dossier.leesToestand(plek);
    const verschillen = inzage?.toestand.reconciliatie?.open.length ?? 0;
    return { soort: 'klaar', verschillen, nietGevraagd };
  }
  return uitkomst.soort === 'geweigerd'
    ? { soort: 'mislukt', reden: uitkomst.weigering.code }
    : { soort: 'later', reden: uitkomst.soort };
}
