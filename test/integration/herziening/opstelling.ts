import { randomUUID } from 'node:crypto';
import { plusDagen, weekdag, type IsoDatum } from '#domain/datum/datum.js';
import type { Voorstel } from '#domain/herziening/voorstel.js';
import { STANDAARD_KALENDER, uitgeslotenDag } from '#domain/kalender/kalender.js';
import { vandaagInAmsterdam } from '#config/amsterdam.js';
import type { Dossier } from '#dossier/dossier.js';
import type { HerzieningBeheer } from '#dossier/herziening/beheer.js';
import { Herzieningen } from '#dossier/herziening/herzieningen.js';
import type { Herziening, HerzieningPlek } from '#dossier/herziening/typen.js';
import { GEMEENTE, type Opstelling } from '../dossier/opstelling.js';

export const VOORSTELLER = 'beheerder-1';
export const TOEPASSER = 'beheerder-2';

const TIEN_WEKEN = 70;
const KETEN = { soort: 'keten', id: 'DUO' } as const;

/** A Tuesday at least so many days ahead that, with the day after it, counts as a working day. */
export function dinsdagOver(dagen: number): IsoDatum {
  for (let dag = plusDagen(vandaagInAmsterdam(new Date()) as IsoDatum, dagen); ;) {
    const vrij = [0, 1].some((n) => uitgeslotenDag(STANDAARD_KALENDER, plusDagen(dag, n)) !== null);
    if (weekdag(dag) === 2 && !vrij) return dag;
    dag = plusDagen(dag, 1);
  }
}

/** A Friday at least so many days ahead that, with the days beside it, counts as a working day. */
export function vrijdagOver(dagen: number): IsoDatum {
  for (let dag = plusDagen(vandaagInAmsterdam(new Date()) as IsoDatum, dagen); ;) {
    const werkdagen = [plusDagen(dag, -1), dag, plusDagen(dag, 3)];
    const vrij = werkdagen.some((een) => uitgeslotenDag(STANDAARD_KALENDER, een) !== null);
    if (weekdag(dag) === 5 && !vrij) return dag;
    dag = plusDagen(dag, 1);
  }
}

export function kennisgevingVoor(eindeOp: IsoDatum): IsoDatum {
  return plusDagen(eindeOp, -TIEN_WEKEN);
}

export function dagErna(dag: IsoDatum): IsoDatum {
  return plusDagen(dag, 1);
}

/** A journey whose ten weeks for the PIP end on this day. Nobody's, but for an invented V-nummer. */
export async function openMetPipOp(
  dossier: Dossier,
  nummer: number,
  eindeOp: IsoDatum,
  gemeenteId = GEMEENTE.id,
): Promise<string> {
  const persoon = {
    bsn: null,
    vNummer: String(3_000_000_000 + nummer),
    naam: null,
    geboortedatum: null,
  };
  const kennisgevingOp = kennisgevingVoor(eindeOp);
  const uitkomst = await dossier.open({
    gemeenteId,
    opdracht: { soort: 'openTraject', trajectId: randomUUID(), proef: false, bron: 'DUO', persoon },
    vervolg: [plichtMet(kennisgevingOp)],
    beller: 'test',
    opdrachtId: randomUUID(),
    actor: KETEN,
  });
  if (uitkomst.soort !== 'gedaan') throw new Error(JSON.stringify(uitkomst));
  return uitkomst.trajectId;
}

export function plichtMet(kennisgevingOp: IsoDatum) {
  return {
    soort: 'verwerkPlicht',
    gevraagdTijdstip: new Date().toISOString(),
    feiten: {
      plichtig: true,
      beginOp: kennisgevingOp,
      eindeOp: null,
      kennisgevingOp,
      redenGeenPlicht: null,
    },
  } as const;
}

/** So many journeys, numbered from `vanaf` on; every other one ends on `raak`, the rest a week later. Returns the ones on `raak`. */
export async function openVele(
  dossier: Dossier,
  aantal: number,
  raak: IsoDatum,
  vanaf = 0,
): Promise<string[]> {
  const geraakt: string[] = [];
  const TEGELIJK = 8;
  let volgende = vanaf;
  const maker = async (): Promise<void> => {
    for (let nummer = volgende++; nummer < vanaf + aantal; nummer = volgende++) {
      const opRaak = nummer % 2 === 0;
      const id = await openMetPipOp(dossier, nummer, opRaak ? raak : plusDagen(raak, 7));
      if (opRaak) geraakt.push(id);
    }
  };
  await Promise.all(Array.from({ length: TEGELIJK }, maker));
  return geraakt;
}

export function extraDag(datum: IsoDatum): Voorstel {
  return {
    soort: 'gelijkgestelde-dagen',
    dagen: [{ datum, staatscourant: '2026, 12345' }],
    volledigeJaren: [],
  };
}

export function maakHerzieningen({ app, sleutels, zoeksleutels }: Opstelling): Herzieningen {
  return new Herzieningen({
    dataSource: app,
    sleutels,
    zoeksleutels,
    kalenderBekendSeconden: 0,
  });
}

/** Proposes and tries it to the end. */
export async function beproef(
  herzieningen: Herzieningen,
  voorstel: Voorstel,
  meer: { metProef?: boolean; gemeenteId?: string } = {},
): Promise<HerzieningPlek> {
  const plek = { gemeenteId: meer.gemeenteId ?? GEMEENTE.id, herzieningId: randomUUID() };
  const uitkomst = await herzieningen.stelVoor({
    ...plek,
    voorstel,
    metProef: meer.metProef ?? false,
    door: VOORSTELLER,
  });
  if (uitkomst.soort !== 'gedaan') throw new Error(JSON.stringify(uitkomst));
  await totKlaar(herzieningen, plek);
  return plek;
}

export async function totKlaar(herzieningen: Herzieningen, plek: HerzieningPlek): Promise<void> {
  for (;;) {
    const blad = await herzieningen.doeBlad(plek, () => undefined);
    if (blad.soort === 'klaar') return;
    if (blad.soort !== 'verder') throw new Error(`Onverwacht: ${blad.soort}`);
  }
}

export async function lees(
  herzieningen: HerzieningBeheer,
  plek: HerzieningPlek,
): Promise<Herziening> {
  const herziening = await herzieningen.lees(plek);
  if (herziening === null) throw new Error('De herziening is er niet.');
  return herziening;
}
