import type { Uitslag } from './belasting/opdrachten.js';
import type { Meter, MeterOpties } from './meter.js';
import { herhaal, open } from './openen.js';
import { perStuk, processortijd } from './proces.js';
import { percentiel, type Reeksen } from './reeksen.js';
import { Systeem } from './systeem.js';

/** Tasks that one journey can have completed, before DUO has to speak. */
const TAKEN_PER_TRAJECT = 5;
/** Well above what two cores do, so that the stock never runs out. */
const HOOGSTENS_PER_SECONDE = 450;

interface Vraag {
  readonly gebruikers: number;
  readonly ms: number;
}

async function doe(systeem: Systeem, vraag: Vraag, opties: MeterOpties): Promise<Uitslag> {
  return (await doeMetKlok(systeem, vraag, opties)).met;
}

/** `eerst`: what each part had spent when the load began. */
async function doeMetKlok(
  systeem: Systeem,
  { gebruikers, ms }: Vraag,
  { meld }: MeterOpties,
): Promise<{ readonly met: Uitslag; readonly eerst: ReturnType<typeof processortijd> }> {
  const perSeconde = gebruikers === 1 ? HOOGSTENS_PER_SECONDE / 2 : HOOGSTENS_PER_SECONDE;
  const nodig = Math.ceil((perSeconde * ms) / 1_000 / TAKEN_PER_TRAJECT);
  meld(`${nodig} trajecten openen voor ${gebruikers} tegelijk`);
  const trajecten = await herhaal(nodig, () => open(systeem.dossier));
  await systeem.loopLeeg(meld);
  meld(`taken afronden, ${gebruikers} tegelijk`);
  const eerst = processortijd(systeem.omgeving);
  const met = await systeem.last.geef({ soort: 'taak', gebruikers, ms, trajecten });
  if (met.seconden * 1_000 < ms) throw new Error('De voorraad trajecten was op.');
  return { met, eerst };
}

function zet(reeksen: Reeksen, uitslag: Uitslag, gebruikers: number): void {
  const naam = `${gebruikers} tegelijk`;
  const { aantal, seconden, ms, gemist } = uitslag;
  const alleen = gebruikers === 1;
  reeksen.zet(
    `${naam}: afgerond en de volgende taak gelezen`,
    'per s',
    aantal / seconden,
    alleen ? {} : { doel: { minstens: 200 } },
  );
  reeksen.zet(
    `${naam}: afronden tot en met lezen, p50`,
    'ms',
    percentiel(ms, 0.5),
    alleen ? { doel: { hoogstens: 9 } } : {},
  );
  reeksen.zet(`${naam}: p95`, 'ms', percentiel(ms, 0.95));
  reeksen.zet(`${naam}: p99`, 'ms', percentiel(ms, 0.99));
  reeksen.zet(`${naam}: ontbrak in de volgende lezing`, 'keer', gemist, {
    doel: { hoogstens: 0 },
    elke: true,
  });
}

/** A task completed, and the next one read; with the worker at work beside it and without. */
export const taak: Meter = (reeksen, opties) =>
  Systeem.met(opties.meld, async (systeem) => {
    const { vlug, meld, keren } = opties;
    const kort = vlug ? 2_500 : 20_000;
    const lang = vlug ? 4_000 : 60_000;
    await doe(systeem, { gebruikers: 4, ms: vlug ? 1_500 : 5_000 }, opties);
    await systeem.loopLeeg(meld);
    for (let keer = 1; keer <= keren; keer += 1) {
      zet(reeksen, await doe(systeem, { gebruikers: 1, ms: kort }, opties), 1);
      await systeem.loopLeeg(meld);
      const { met, eerst } = await doeMetKlok(systeem, { gebruikers: 16, ms: lang }, opties);
      zet(reeksen, met, 16);
      const { achter, perSeconde } = await systeem.loopLeeg(meld);
      for (const [deel, tijd] of perStuk(systeem.omgeving, eerst, met.aantal)) {
        reeksen.zet(`16 tegelijk: processortijd van ${deel}, per taak`, 'ms', tijd);
      }
      reeksen.zet('16 tegelijk: drijvers die achterlopen na afloop', 'trajecten', achter);
      reeksen.zet('16 tegelijk: drijvers die daarna volgen', 'per s', perSeconde, {
        doel: { minstens: 40 },
      });
      reeksen.zet(
        '16 tegelijk: p95 met de worker, ten opzichte van zonder',
        'keer',
        percentiel(met.ms, 0.95) / (await p95ZonderWorker(systeem, kort, opties)),
        { doel: { hoogstens: 1.3 } },
      );
    }
  });

async function p95ZonderWorker(systeem: Systeem, ms: number, opties: MeterOpties): Promise<number> {
  const gebruikers = 16;
  const nodig = Math.ceil((HOOGSTENS_PER_SECONDE * 1.3 * ms) / 1_000 / TAKEN_PER_TRAJECT);
  const trajecten = await herhaal(nodig, () => open(systeem.dossier));
  await systeem.loopLeeg(opties.meld);
  await systeem.omgeving.processen.get('worker')?.stop();
  try {
    opties.meld('taken afronden zonder worker');
    const uitslag = await systeem.last.geef({ soort: 'taak', gebruikers, ms, trajecten });
    return percentiel(uitslag.ms, 0.95);
  } finally {
    await systeem.omgeving.herstart('worker');
    await systeem.loopLeeg(opties.meld);
  }
}
