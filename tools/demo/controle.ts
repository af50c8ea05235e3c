import type { Reisgenoot } from './reisgenoot.js';

export interface Verwachting {
  readonly status: 'open' | 'gesloten';
  /** Last day of a term by its key: the worked examples. */
  readonly termijnen: Readonly<Record<string, string>>;
  /** Words that must be in the explanation of a term. */
  readonly uitleg: Readonly<Record<string, readonly string[]>>;
  /** Kinds of entries with how often they stand in the journal. */
  readonly journaal: Readonly<Record<string, number>>;
}

/** What went otherwise than expected; an empty list is the expected story. */
export async function controleer(reis: Reisgenoot, verwacht: Verwachting): Promise<string[]> {
  const afwijkingen: string[] = [];
  const wijktAf = (wat: string, gevonden: unknown, verwachtte: unknown): void => {
    if (gevonden !== verwachtte) {
      afwijkingen.push(
        `${reis.naam}: ${wat} is ${String(gevonden)}, verwacht ${String(verwachtte)}`,
      );
    }
  };
  const { status } = await reis.detail();
  wijktAf('de status', status, verwacht.status);
  const termijnen = await reis.termijnen();
  for (const [sleutel, uiterlijkOp] of Object.entries(verwacht.termijnen)) {
    const termijn = termijnen.find((een) => een.sleutel === sleutel);
    wijktAf(`termijn ${sleutel}`, termijn?.uiterlijkOp, uiterlijkOp);
    const uitleg = (termijn?.uitleg ?? []).map(({ tekst }) => tekst).join(' ');
    for (const woord of verwacht.uitleg[sleutel] ?? []) {
      wijktAf(`"${woord}" in de uitleg van ${sleutel}`, uitleg.includes(woord), true);
    }
  }
  const journaal = await reis.journaal();
  for (const [soort, aantal] of Object.entries(verwacht.journaal)) {
    wijktAf(
      `het aantal ${soort}`,
      journaal.filter((regel) => regel.soort === soort).length,
      aantal,
    );
  }
  return afwijkingen;
}

const GESLOTEN = {
  pipVastgesteld: 1,
  trajectGesloten: 1,
  plichtGeeindigd: 1,
  eindgesprekGevoerd: 1,
};

export const VERWACHT: Readonly<Record<'asiel' | 'gezin' | 'gemist', Verwachting>> = {
  asiel: {
    status: 'gesloten',
    termijnen: {
      PIP_VASTSTELLEN: '2026-11-23',
      INBURGERINGSTERMIJN: '2029-11-16',
      HUISVESTING: '2026-09-07',
    },
    uitleg: { PIP_VASTSTELLEN: ['2026'] },
    journaal: { ...GESLOTEN, berichtBezorgd: 5, aanbodGedaan: 1, ontzorgenAfgerond: 1 },
  },
  gezin: {
    status: 'gesloten',
    termijnen: {
      PIP_VASTSTELLEN: '2026-05-18',
      INBURGERINGSTERMIJN: '2029-05-11',
      LEERROUTE_WIJZIGEN: '2027-11-11',
    },
    uitleg: { PIP_VASTSTELLEN: ['Hemelvaart', 'gelijkgesteld'] },
    journaal: { ...GESLOTEN, berichtBezorgd: 4 },
  },
  gemist: {
    status: 'open',
    termijnen: { PIP_VASTSTELLEN: '2026-05-26' },
    uitleg: { PIP_VASTSTELLEN: ['Pinkster'] },
    journaal: { termijnSignaal: 5, escalatieAfgehandeld: 1 },
  },
};
