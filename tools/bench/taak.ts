import type { Uitslag } from './belasting/opdrachten.js';
import { inDelen } from './delen.js';
import type { Meter, MeterOpties } from './meter.js';
import { herhaal, open } from './openen.js';
import { perStuk, processortijd } from './proces.js';
import { percentiel, type Reeksen } from './reeksen.js';
import { Systeem } from './systeem.js';

/** Tasks that one journey can have completed, before DUO has to speak. */
const TAKEN_PER_TRAJECT = 5;
/** Well above what two cores do, so that the stock never runs out. */
const HOOGSTENS_PER_SECONDE = { alleen: 225, samen: 450, zonderWorker: 585 } as const;

/** Said with the figures. */
export const TAAK_UITLEG =
  'elke belasting loopt een keer (60 s met 16 gebruikers, anders 20 s) en telt als vijf metingen achter elkaar.';

interface Vraag {
  readonly gebruikers: number;
  readonly ms: number;
  readonly perSeconde: number;
}

/** Journeys whose tasks nobody touched yet; what one load leaves is for the next. */
class Voorraad {
  #trajecten: string[] = [];

  constructor(
    private readonly systeem: Systeem,
    private readonly meld: (regel: string) => void,
  ) {}

  /** Has enough for this load, and every driver at rest. */
  async vulVoor({ perSeconde, ms }: Vraag): Promise<void> {
    const nodig = Math.ceil((perSeconde * ms) / 1_000 / TAKEN_PER_TRAJECT);
    const erbij = Math.max(0, nodig - this.#trajecten.length);
    this.meld(`${erbij} trajecten openen`);
    this.#trajecten.push(...(await herhaal(erbij, () => open(this.systeem.dossier))));
    await this.systeem.loopLeeg(this.meld);
  }

  async belast({ gebruikers, ms }: Vraag): Promise<Uitslag> {
    this.meld(`taken afronden, ${gebruikers} tegelijk`);
    const uitslag = await this.systeem.last.geef({
      soort: 'taak',
      gebruikers,
      ms,
      trajecten: this.#trajecten,
    });
    if (uitslag.seconden * 1_000 < ms) throw new Error('De voorraad trajecten was op.');
    const gebruikt = new Set(uitslag.ids);
    this.#trajecten = this.#trajecten.filter((id) => !gebruikt.has(id));
    return uitslag;
  }
}

function zet(reeksen: Reeksen, uitslag: Uitslag, gebruikers: number, keren: number): void {
  const naam = `${gebruikers} tegelijk`;
  const alleen = gebruikers === 1;
  for (const { aantal, seconden, ms } of inDelen(uitslag, keren)) {
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
  }
  reeksen.zet(`${naam}: ontbrak in de volgende lezing`, 'keer', uitslag.gemist, {
    doel: { hoogstens: 0 },
    elke: true,
  });
}

/** A task completed, and the next one read; with the worker at work beside it and without. */
export const taak: Meter = (reeksen, opties) =>
  Systeem.met(opties.meld, async (systeem) => {
    const { vlug, meld, keren } = opties;
    const kort = vlug ? 6_000 : 20_000;
    const lang = vlug ? 8_000 : 60_000;
    const { alleen, samen, zonderWorker } = HOOGSTENS_PER_SECONDE;
    const voorraad = new Voorraad(systeem, meld);
    const inloop = { gebruikers: 4, ms: vlug ? 1_500 : 5_000, perSeconde: samen };
    await voorraad.vulVoor(inloop);
    await voorraad.belast(inloop);

    const een = { gebruikers: 1, ms: kort, perSeconde: alleen };
    await voorraad.vulVoor(een);
    zet(reeksen, await voorraad.belast(een), 1, keren);

    const zestien = { gebruikers: 16, ms: lang, perSeconde: samen };
    await voorraad.vulVoor(zestien);
    const eerst = processortijd(systeem.omgeving);
    const met = await voorraad.belast(zestien);
    zet(reeksen, met, 16, keren);
    const { achter, perSeconde } = await systeem.loopLeeg(meld);
    for (const [deel, tijd] of perStuk(systeem.omgeving, eerst, met.aantal)) {
      reeksen.zet(`16 tegelijk: processortijd van ${deel}, per taak`, 'ms', tijd);
    }
    reeksen.zet('16 tegelijk: drijvers die achterlopen na afloop', 'trajecten', achter);
    reeksen.zet('16 tegelijk: drijvers die daarna volgen', 'per s', perSeconde, {
      doel: { minstens: 40 },
    });

    const zonder = { gebruikers: 16, ms: kort, perSeconde: zonderWorker };
    await voorraad.vulVoor(zonder);
    const p95 = await zonderDeWorker(systeem, opties, async () =>
      percentiel((await voorraad.belast(zonder)).ms, 0.95),
    );
    for (const { ms } of inDelen(met, keren)) {
      reeksen.zet(
        '16 tegelijk: p95 met de worker, ten opzichte van zonder',
        'keer',
        percentiel(ms, 0.95) / p95,
        { doel: { hoogstens: 1.3 } },
      );
    }
  });

async function zonderDeWorker<T>(
  { omgeving }: Systeem,
  { meld }: MeterOpties,
  doe: () => Promise<T>,
): Promise<T> {
  await omgeving.processen.get('worker')?.stop();
  meld('zonder worker');
  return doe();
}
