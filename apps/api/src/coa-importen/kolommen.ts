import { BestandFout, kolomletter, type Bladrij } from './blad.js';

/** Where the content of a column goes: a field of the hand-over, with a dot for what lies deeper. */
type Doel =
  | `persoon.${'bsn' | 'vNummer' | 'naam' | 'geboortedatum'}`
  | 'koppelingOp'
  | 'vergunningOp'
  | 'herkomst.geraadpleegdOp'
  | `gegevens.${string}`
  | `medisch.${string}`;

interface Kolom {
  /** As messages name it, and the heading we advise. */
  readonly naam: string;
  readonly doel: Doel;
  readonly datum?: true;
  readonly ook?: readonly string[];
}

/**
 * The columns we take over. COA publishes no form of its export, so these are the groups that its own descriptions name,
 * each under the headings in use. What is not in this table stays in the file.
 */
const KOLOMMEN: readonly Kolom[] = [
  { naam: 'bsn', doel: 'persoon.bsn', ook: ['burgerservicenummer'] },
  { naam: 'v-nummer', doel: 'persoon.vNummer', ook: ['vreemdelingennummer'] },
  { naam: 'naam', doel: 'persoon.naam', ook: ['volledige naam'] },
  { naam: 'geboortedatum', doel: 'persoon.geboortedatum', datum: true },
  {
    naam: 'koppelingsdatum',
    doel: 'koppelingOp',
    datum: true,
    ook: ['datum koppeling', 'koppelingOp', 'gekoppeld op'],
  },
  {
    naam: 'vergunningsdatum',
    doel: 'vergunningOp',
    datum: true,
    ook: ['datum vergunning', 'vergunningOp'],
  },
  {
    naam: 'geraadpleegd op',
    doel: 'herkomst.geraadpleegdOp',
    datum: true,
    ook: ['datum export', 'geraadpleegdOp'],
  },
  { naam: 'taal', doel: 'gegevens.taal', ook: ['moedertaal'] },
  { naam: 'land', doel: 'gegevens.land', ook: ['land van herkomst', 'herkomstland'] },
  { naam: 'gezinsgrootte', doel: 'gegevens.gezinsgrootte' },
  { naam: 'gezinssamenstelling', doel: 'gegevens.gezinssamenstelling', ook: ['gezin'] },
  { naam: 'gezinshereniging', doel: 'gegevens.gezinshereniging' },
  { naam: 'opleiding', doel: 'gegevens.opleiding', ook: ['opleidingsachtergrond'] },
  { naam: 'werkervaring', doel: 'gegevens.werkervaring' },
  { naam: 'voorinburgering', doel: 'gegevens.voorinburgering' },
  { naam: 'netwerk', doel: 'gegevens.netwerk', ook: ['sociaal netwerk'] },
  { naam: 'toekomstplannen', doel: 'gegevens.toekomstplannen', ook: ['ambities'] },
  { naam: 'opvanglocatie', doel: 'gegevens.opvanglocatie', ook: ['coa locatie'] },
  { naam: 'medisch', doel: 'medisch.bijzonderheden', ook: ['medische bijzonderheden'] },
  {
    naam: 'woonbeperkingen',
    doel: 'medisch.woonbeperkingen',
    ook: ['beperkingen bij het wonen', 'aanpassingen woning'],
  },
];

const vorm = (naam: string): string => naam.toLowerCase().replace(/[^a-z0-9]/g, '');

const OP_NAAM: ReadonlyMap<string, Kolom> = new Map(
  KOLOMMEN.flatMap((kolom) =>
    [kolom.naam, kolom.doel.split('.').at(-1) ?? '', ...(kolom.ook ?? [])].map(
      (naam): [string, Kolom] => [vorm(naam), kolom],
    ),
  ),
);

/** Headings we advise, for messages and documentation. */
export const KOLOMNAMEN: readonly string[] = KOLOMMEN.map(({ naam }) => naam);

/** The column of a field of the hand-over; undefined for a field that no column fills. */
export function kolomVan(doel: string): string | undefined {
  return KOLOMMEN.find((kolom) => kolom.doel === doel)?.naam;
}

export interface Kop {
  /** By index in the row; undefined is not taken over. */
  readonly kolommen: readonly (Kolom | undefined)[];
  /** Letters: what stands in the heading may itself be of a person, when the file has no headings. */
  readonly nietOvergenomen: readonly string[];
}

/** Reads the headings. @throws BestandFout when they are not those of a hand-over. */
export function leesKop({ nr, cellen }: Bladrij): Kop {
  const kolommen = cellen.map((cel) => OP_NAAM.get(vorm(cel)));
  const heeft = (doel: Doel): boolean => kolommen.some((kolom) => kolom?.doel === doel);
  const veld = `rij ${nr}`;
  if (!heeft('koppelingOp') || !(heeft('persoon.bsn') || heeft('persoon.vNummer'))) {
    const melding =
      'De eerste rij moet de kolomnamen hebben, met ten minste koppelingsdatum en bsn of v-nummer.';
    throw new BestandFout(veld, melding);
  }
  const dubbel = kolommen.find((kolom, i) => kolom !== undefined && kolommen.indexOf(kolom) !== i);
  if (dubbel !== undefined) {
    throw new BestandFout(veld, `De kolom ${dubbel.naam} staat er twee keer in.`);
  }
  const nietOvergenomen = kolommen.flatMap((kolom, i) =>
    kolom === undefined ? [kolomletter(i)] : [],
  );
  return { kolommen, nietOvergenomen };
}
