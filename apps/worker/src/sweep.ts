import type { Logger } from 'pino';
import type { Dossier } from '#dossier/dossier.js';
import type { DossierSysteem } from '#dossier/systeem.js';
import type { WorkerMetrieken } from './worker-metrieken.js';

const PER_RONDE = 200;
/** Below what the pool holds, so that a crowd that is late together leaves room for drivers. */
const TEGELIJK = 8;
const TE_LAAT_SECONDEN = 5;
const ONGEZIEN_SECONDEN = 60;

/**
 * Lets time pass for journeys whose wake-up was missed; works with Temporal down, and is idempotent (E15). True when
 * there may be more.
 */
export async function veegRonde(
  systeem: DossierSysteem,
  dossier: Dossier,
  { ingehaald }: WorkerMetrieken,
): Promise<boolean> {
  const trajecten = await systeem.achterstallig(TE_LAAT_SECONDEN, PER_RONDE);
  let verlopen = 0;
  for (let begin = 0; begin < trajecten.length; begin += TEGELIJK) {
    const deel = trajecten.slice(begin, begin + TEGELIJK);
    const gedaan = await Promise.all(deel.map((plek) => dossier.laatTijdVerstrijken(plek)));
    verlopen += gedaan.reduce((som, een) => som + een.verlopen, 0);
  }
  ingehaald.plus({}, verlopen);
  // Only a round that moved something is followed at once by another.
  return trajecten.length === PER_RONDE && verlopen > 0;
}

/** Erases files of COA that were carried out or have lapsed. True when there may be more. */
export async function wisImporten(systeem: DossierSysteem, dossier: Dossier): Promise<boolean> {
  const importen = await systeem.teWissenImporten(PER_RONDE);
  for (const plek of importen) await dossier.sluitImport(plek);
  return importen.length === PER_RONDE;
}

/** An operator hears of journeys that no driver has read for over a minute. */
export async function meetOngezien(
  systeem: DossierSysteem,
  { ongezien }: WorkerMetrieken,
  log: Logger,
): Promise<void> {
  const aantal = await systeem.ongezien(ONGEZIEN_SECONDEN);
  ongezien.zet({}, aantal);
  if (aantal > 0) log.warn({ actie: 'ongezien', resultaat: 'wacht', aantal });
}
