import type { Stuurinformatie, StuurVraag } from '#contracts/traject.js';
import { metTransactie } from '#database/transactie.js';
import type { DuoBron } from '#domain/keten/gebeurtenissen.js';
import { DossierFout } from './fout.js';
import type { Deur } from './kern.js';
import { voerRondeUit, type RondeUitkomst } from './ronde.js';
import { stuurdeelVan } from './stuurafdruk.js';
import type { TrajectPlek } from './typen.js';
import { isGewist } from './wissen.js';

const KLOK = { soort: 'tijd', id: 'klok' } as const;

/** First what the plicht is and whose, then the rest: a later source builds on an earlier one. */
const VOLGORDE: readonly DuoBron[] = [
  'plicht',
  'doelgroep',
  'vrijstelling',
  'ontheffing',
  'lbt',
  'examennummer',
  'pip',
  'termijn',
  'pvt',
  'map',
  'uren',
  'examens',
];

const NIETS = {
  versie: 0,
  mijlpalen: {},
  termijnen: [],
  berichten: [],
  ophalen: [],
  kenmerken: [],
} as const;

/** The driver reads: time passes first, and everything up to the returned version counts as seen (E7). */
export async function stuur(deur: Deur, vraag: StuurVraag): Promise<Stuurinformatie> {
  const uitkomst = await voerRondeUit(deur, {
    gemeenteId: vraag.gemeenteId,
    trajectId: vraag.trajectId,
    opdrachten: [],
    sleutel: null,
    actor: KLOK,
    epoche: vraag.epoche,
    workflowTijdstip: vraag.workflowTijdstip,
    gezien: true,
  });
  if (uitkomst.soort === 'afgelost') {
    await wekOpvolger(deur, vraag);
    return { ...NIETS, status: 'afgelost' };
  }
  if (uitkomst.soort === 'onbekend') return naVernietiging(deur, vraag);
  const { stand } = uitkomst;
  if (stand === undefined) {
    throw new DossierFout('TRAJECT_BEZET', 'Het traject is bezet; lees het straks opnieuw.');
  }
  const stuurdeel = stuurdeelVan(stand.toestand);
  return {
    ...stuurdeel,
    // In the time of the workflow, which for a rehearsal is not that of the journey.
    termijnen: stuurdeel.termijnen.map((termijn) => ({
      ...termijn,
      wekkerTijdstip: new Date(
        Date.parse(termijn.wekkerTijdstip) - stand.aanvangsverzetMs,
      ).toISOString(),
    })),
    versie: stand.stuurversie,
    ophalen: [...stand.ophalen].sort((a, b) => VOLGORDE.indexOf(a) - VOLGORDE.indexOf(b)),
  };
}

// The nudge that should have started the newer driver found this one still running and is lost with it.
function wekOpvolger(deur: Deur, { gemeenteId, trajectId, epoche }: StuurVraag): Promise<void> {
  return metTransactie(deur.dataSource, gemeenteId, async (runner) => {
    await runner.query(
      `UPDATE route SET stuurversie = stuurversie + 1, gestuurd_tijdstip = clock_timestamp()
        WHERE traject_id = $1 AND open AND drijver_epoche > $2`,
      [trajectId, epoche],
    );
  });
}

// A journey that is being erased, or whose key is destroyed, has nothing left to drive; one that never was is a mistake.
async function naVernietiging(deur: Deur, vraag: StuurVraag): Promise<Stuurinformatie> {
  const sleutel = await deur.sleutels.haal(vraag.trajectId, vraag.gemeenteId, 'dossier');
  if (sleutel.status === 'vernietigd' || (await isGewist(deur, vraag)))
    return { ...NIETS, status: 'gewist' };
  throw new DossierFout('TRAJECT_ONBEKEND', 'Deze gemeente heeft dit traject niet.');
}

/** Lets time pass without a driver: for the sweep (E15). Wakes the driver when something became due. */
export function laatTijdVerstrijken(deur: Deur, plek: TrajectPlek): Promise<RondeUitkomst> {
  return voerRondeUit(deur, { ...plek, opdrachten: [], sleutel: null, actor: KLOK });
}
