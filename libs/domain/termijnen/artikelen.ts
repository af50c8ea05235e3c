import { DomainError } from '../fout.js';
import type { Bron } from './typen.js';

interface Regeling {
  readonly naam: string;
  readonly url: string;
  readonly artikelen: readonly string[];
}

/** The provisions that terms and explanations may name; anything else is refused at start-up. */
const REGELINGEN = {
  Wi: {
    naam: 'Wet inburgering 2021',
    url: 'https://wetten.overheid.nl/BWBR0044770',
    artikelen: [
      '11',
      '11 lid 3',
      '12',
      '16',
      '17 lid 2',
      '22 lid 2',
      '24 lid 2',
      '24 lid 4',
      '25 lid 2',
      '21 lid 3',
    ],
  },
  Bi: {
    naam: 'Besluit inburgering 2021',
    url: 'https://wetten.overheid.nl/BWBR0045555',
    artikelen: [
      '2.1 lid 2',
      '2.7 lid 5',
      '4.2',
      '4.3 lid 2',
      '4.4',
      '4.5 lid 1',
      '5.3 lid 1',
      '5.3 lid 2',
      '5.3 lid 3',
      '5.4 lid 1',
      '6.5',
      '6.7 lid 2',
      '7.1 lid 1',
      '7.1 lid 3',
      '9.9',
    ],
  },
  Ri: {
    naam: 'Regeling inburgering 2021',
    url: 'https://wetten.overheid.nl/BWBR0045574',
    artikelen: ['2.3', '3.14 lid 2', '4.1', '4.2', '7.4'],
  },
  Pw: {
    naam: 'Participatiewet',
    url: 'https://wetten.overheid.nl/BWBR0015703',
    artikelen: ['56a'],
  },
  Awb: {
    naam: 'Algemene wet bestuursrecht',
    url: 'https://wetten.overheid.nl/BWBR0005537',
    artikelen: ['4:13', '4:15', '4:17', '5:45', '5:51', '6:7', '7:10', '7:10 lid 2', '7:10 lid 3'],
  },
  Atw: {
    naam: 'Algemene termijnenwet',
    url: 'https://wetten.overheid.nl/BWBR0002448',
    artikelen: ['1 lid 1', '1 lid 2', '2', '3', '4'],
  },
  Hvw: {
    naam: 'Huisvestingswet 2014',
    url: 'https://wetten.overheid.nl/BWBR0035303',
    artikelen: ['28'],
  },
} as const satisfies Record<string, Regeling>;

export type Wetcode = keyof typeof REGELINGEN;

/** The provision with its address. Throws DomainError for an article outside the registry. */
export function bron(wet: Wetcode, artikel: string): Bron {
  const regeling: Regeling = REGELINGEN[wet];
  if (!regeling.artikelen.includes(artikel)) {
    throw new DomainError(
      'ARTIKEL_ONBEKEND',
      `Artikel ${artikel} ${regeling.naam} is niet bekend.`,
    );
  }
  return { wet: regeling.naam, artikel, url: regeling.url };
}

/** Whether a provision is in the registry, address included. */
export function isBekendeBron(b: Bron): boolean {
  return Object.values(REGELINGEN).some(
    (regeling: Regeling) =>
      regeling.naam === b.wet && regeling.url === b.url && regeling.artikelen.includes(b.artikel),
  );
}
