import { inDelen } from './delen.js';
import type { Meter, MeterOpties } from './meter.js';
import { vulTot } from './lijst-vullen.js';
import { getal, mediaan, percentiel, type Reeksen } from './reeksen.js';
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

/** Median over all filters of one list, of each run; also of each filter alone. */
async function meet(
  systeem: Systeem,
  reeksen: Reeksen,
  aantal: number,
  { vlug, meld, keren }: MeterOpties,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const uit = new Map<string, readonly number[]>();
  for (const lijst of ['trajecten', 'taken'] as const) {
    for (const client of [EEN, DRIE]) {
      for (const gebruikers of [1, 16]) {
        const naam = naamVan(lijst, client, gebruikers, aantal);
        meld(naam);
        const vraag = { soort: 'lijst', client, paden: paden(lijst, client), gebruikers } as const;
        await systeem.last.geef({ ...vraag, ms: vlug ? 700 : 2_000 });
        const uitslag = await systeem.last.geef({ ...vraag, ms: vlug ? 3_000 : 10_000 });
        const delen = inDelen(uitslag, keren);
        const middens = delen.map(({ ms }) => percentiel(ms, 0.5));
        uit.set(`${lijst}, ${client}, ${gebruikers}`, middens);
        for (const [nr, { ms }] of delen.entries()) {
          reeksen.zet(`${naam}: p50`, 'ms', middens[nr] ?? NaN, {
            doel: { hoogstens: gebruikers === 1 ? 25 : 150 },
          });
          reeksen.zet(`${naam}: p99`, 'ms', percentiel(ms, 0.99));
        }
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

/** Said with the figures. */
export const LIJST_UITLEG =
  'de rijen worden een keer gevuld; elke vraag loopt 2 s in en telt dan 10 s als vijf metingen achter elkaar.';

/** Pages of lists under row-level security, by someone with one gemeente and with three. */
export const lijst: Meter = (reeksen, opties) =>
  Systeem.met(opties.meld, async (systeem) => {
    const { vlug, meld } = opties;
    const groottes = vlug ? ([20_000, 200_000] as const) : ([100_000, 1_000_000] as const);
    const perGrootte: ReadonlyMap<string, readonly number[]>[] = [];
    for (const aantal of groottes) {
      await vulTot(systeem.database, aantal, [EEN, DRIE], meld);
      perGrootte.push(await meet(systeem, reeksen, aantal, opties));
    }
    const [klein = new Map<string, number[]>(), groot = new Map<string, number[]>()] = perGrootte;
    for (let nr = 0; nr < opties.keren; nr += 1) {
      const groei = [...groot].map(([wat, ms]) => (ms[nr] ?? NaN) / (klein.get(wat)?.[nr] ?? NaN));
      reeksen.zet(
        `groei van ${getal(groottes[0])} naar ${getal(groottes[1])}, mediaan over de lijsten`,
        'keer',
        mediaan(groei),
        { doel: { hoogstens: 1.5 } },
      );
      reeksen.zet('groei van de lijst die het meest groeit', 'keer', Math.max(...groei));
    }
  });
