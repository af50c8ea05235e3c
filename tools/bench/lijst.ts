import type { Meter, MeterOpties } from './meter.js';
import { vulTot } from './lijst-vullen.js';
import { getal, mediaan, percentiel, Reeksen } from './reeksen.js';
import { Systeem } from './systeem.js';

const EEN = 'regievoerder-stad';
const DRIE = 'regievoerder-drie';

const FILTERS = {
  trajecten: [
    'status=open',
    'status=open&schakel=inburgeren',
    'status=open&leerroute=B',
    'status=open&teLaat=true',
    'behandelaar=mij',
    'status=gesloten',
  ],
  taken: [
    '',
    'rol=regievoerder',
    'rol=coordinator',
    'teLaat=true',
    'behandelaar=mij',
    'soort=intake-afnemen',
  ],
} as const;

type Lijst = keyof typeof FILTERS;

function paden(lijst: Lijst, client: string): string[] {
  return FILTERS[lijst].map((filter) => {
    const delen = ['limit=100', filter.replace('=mij', `=${client}`)].filter((deel) => deel !== '');
    return `/${lijst}?${delen.join('&')}`;
  });
}

const naamVan = (lijst: Lijst, client: string, gebruikers: number, aantal: number): string =>
  `${lijst}, ${getal(aantal)} trajecten, ${client === EEN ? 'een gemeente' : 'drie gemeenten'}, ${gebruikers} tegelijk`;

/** Median over all filters of one list; also of the slowest filter alone. */
async function meet(
  systeem: Systeem,
  reeksen: Reeksen,
  aantal: number,
  { vlug, meld }: MeterOpties,
): Promise<ReadonlyMap<string, number>> {
  const uit = new Map<string, number>();
  for (const lijst of ['trajecten', 'taken'] as const) {
    for (const client of [EEN, DRIE]) {
      for (const gebruikers of [1, 16]) {
        const naam = naamVan(lijst, client, gebruikers, aantal);
        meld(naam);
        const uitslag = await systeem.last.geef({
          soort: 'lijst',
          client,
          paden: paden(lijst, client),
          gebruikers,
          ms: vlug ? 1_500 : 10_000,
        });
        const p50 = percentiel(uitslag.ms, 0.5);
        uit.set(`${lijst}, ${client}, ${gebruikers}`, p50);
        reeksen.zet(`${naam}: p50`, 'ms', p50, {
          doel: { hoogstens: gebruikers === 1 ? 25 : 150 },
        });
        reeksen.zet(`${naam}: p99`, 'ms', percentiel(uitslag.ms, 0.99));
        if (gebruikers === 1) {
          for (const [pad, ms] of Object.entries(uitslag.perSoort)) {
            const filter = pad.split('limit=100')[1]?.replace('&', '') ?? '';
            reeksen.zet(
              `${naam}, filter ${filter === '' ? 'geen' : filter}: p50`,
              'ms',
              percentiel(ms, 0.5),
            );
          }
        }
      }
    }
  }
  return uit;
}

/** Pages of lists under row-level security, by someone with one gemeente and with three. */
export const lijst: Meter = (reeksen, opties) =>
  Systeem.met(opties.meld, async (systeem) => {
    const { vlug, keren, meld } = opties;
    const groottes = vlug ? ([20_000, 200_000] as const) : ([100_000, 1_000_000] as const);
    const perGrootte: ReadonlyMap<string, number>[][] = [];
    for (const aantal of groottes) {
      await vulTot(systeem.database, aantal, [EEN, DRIE], meld);
      const runs: ReadonlyMap<string, number>[] = [];
      await meet(systeem, new Reeksen(), aantal, opties);
      for (let keer = 1; keer <= keren; keer += 1) {
        runs.push(await meet(systeem, reeksen, aantal, opties));
      }
      perGrootte.push(runs);
    }
    const [klein = [], groot = []] = perGrootte;
    for (const [nr, run] of groot.entries()) {
      const groei = [...run].map(([wat, ms]) => ms / (klein[nr]?.get(wat) ?? NaN));
      reeksen.zet(
        `groei van ${getal(groottes[0])} naar ${getal(groottes[1])}, mediaan over de lijsten`,
        'keer',
        mediaan(groei),
        { doel: { hoogstens: 1.5 } },
      );
      reeksen.zet('groei van de lijst die het meest groeit', 'keer', Math.max(...groei));
    }
  });
