// Real: PostgreSQL, the door, the readings of the API, the rows of the sweep. Fake: keys in memory; the clock of
// each rehearsal is put on the exact second: a clock never runs back, so it stands still there.
import { randomUUID } from 'node:crypto';
import { plusDagen, type IsoDatum } from '#domain/datum/datum.js';
import { trajectRij } from '#database/read/trajecten.js';
import { inGemeente } from '#database/transactie.js';
import { GEMEENTE, maakOpstelling, verwerkVraag, type Opstelling } from '../dossier/opstelling.js';
import { kennisgevingVoor, plichtMet } from './opstelling.js';

let opstelling: Opstelling;

beforeAll(async () => {
  opstelling = await maakOpstelling();
});

afterAll(async () => {
  await opstelling.stop();
});

// The last day, and the instant at which the day after it begins in Amsterdam.
const GRENZEN: readonly (readonly [string, string, string])[] = [
  ['in de winter', '2027-01-12', '2027-01-12T23:00:00.000Z'],
  ['in de zomer', '2027-07-13', '2027-07-13T22:00:00.000Z'],
  // Friday before and Monday after the weekend in which the clock changes.
  ['voor het weekend waarin de klok vooruit gaat', '2026-03-27', '2026-03-27T23:00:00.000Z'],
  ['na het weekend waarin de klok vooruit gaat', '2026-03-30', '2026-03-30T22:00:00.000Z'],
  ['voor het weekend waarin de klok terug gaat', '2027-10-29', '2027-10-29T22:00:00.000Z'],
  ['na het weekend waarin de klok terug gaat', '2027-11-01', '2027-11-01T23:00:00.000Z'],
];

// A term that the Algemene termijnenwet does not move may end on the very day the clock changes.
const OP_DE_DAG_ZELF: readonly (readonly [string, string, string])[] = [
  ['op de zaterdag voor de klok vooruit gaat', '2026-03-28', '2026-03-28T23:00:00.000Z'],
  ['op de zondag waarop de klok vooruit gaat', '2026-03-29', '2026-03-29T22:00:00.000Z'],
  ['op de zondag waarop de klok terug gaat', '2027-10-31', '2027-10-31T23:00:00.000Z'],
  ['op de zaterdag voor de klok terug gaat', '2026-10-24', '2026-10-24T22:00:00.000Z'],
];

interface Proef {
  readonly trajectId: string;
  readonly sleutel: string;
}

let nummer = 4_000_000_000;

async function openProef(beginTijdstip: string): Promise<string> {
  const uitkomst = await opstelling.dossier.open({
    gemeenteId: GEMEENTE.id,
    opdracht: {
      soort: 'openTraject',
      trajectId: randomUUID(),
      proef: true,
      bron: 'COA',
      persoon: {
        bsn: null,
        vNummer: String((nummer += 1)),
        naam: null,
        geboortedatum: null,
      },
    },
    vervolg: [],
    beller: 'test',
    opdrachtId: randomUUID(),
    actor: { soort: 'keten', id: 'COA' },
    beginTijdstip,
  });
  if (uitkomst.soort !== 'gedaan') throw new Error(JSON.stringify(uitkomst));
  return uitkomst.trajectId;
}

async function doe(trajectId: string, opdracht: Parameters<typeof verwerkVraag>[1]): Promise<void> {
  const uitkomst = await opstelling.dossier.verwerk(verwerkVraag(trajectId, opdracht));
  if (uitkomst.soort !== 'gedaan') throw new Error(JSON.stringify(uitkomst));
}

/** Ten weeks for the PIP that end on this day. */
async function metPip(dag: IsoDatum): Promise<Proef> {
  const kennisgeving = kennisgevingVoor(dag);
  const trajectId = await openProef(`${kennisgeving}T12:00:00.000Z`);
  await doe(trajectId, plichtMet(kennisgeving));
  return { trajectId, sleutel: 'PIP_VASTSTELLEN' };
}

/** The six months of ontzorgen, which no free day moves, end on this day. */
async function metOntzorgen(dag: IsoDatum): Promise<Proef> {
  for (let dagen = 178; dagen <= 188; dagen += 1) {
    const op = plusDagen(dag, -dagen);
    const trajectId = await openProef(`${op}T12:00:00.000Z`);
    await doe(trajectId, { soort: 'legBijstandVast', toegekend: true, op });
    const inzage = await opstelling.dossier.leesToestand({ gemeenteId: GEMEENTE.id, trajectId });
    if (inzage?.toestand.termijnen['ONTZORGEN']?.uiterlijkOp === dag) {
      return { trajectId, sleutel: 'ONTZORGEN' };
    }
  }
  throw new Error(`Geen ontzorgen die op ${dag} eindigt.`);
}

/** Puts the journey's clock on this instant, and lets it stand there. */
async function zetKlok(trajectId: string, tijdstip: string): Promise<void> {
  await opstelling.vraag(
    `UPDATE traject SET laatste_tijdstip = $2,
       klokverzet_ms = floor(extract(epoch FROM $2::timestamptz - clock_timestamp()) * 1000) - 3600000
      WHERE id = $1`,
    [trajectId, tijdstip],
  );
}

const teLaatVolgensApi = async (trajectId: string): Promise<number> =>
  (await inGemeente(opstelling.app, GEMEENTE.id, (manager) => trajectRij(manager, trajectId)))!
    .termijnen_te_laat;

const signalen = (trajectId: string, sleutel: string): Promise<{ tijdstip: Date }[]> =>
  opstelling.vraag(
    `SELECT j.tijdstip FROM journaal j WHERE j.traject_id = $1 AND j.soort = 'termijnSignaal'
        AND EXISTS (SELECT 1 FROM termijn t WHERE t.traject_id = $1 AND t.sleutel = $2) ORDER BY nr`,
    [trajectId, sleutel],
  );

async function keur({ trajectId, sleutel }: Proef, grens: string): Promise<void> {
  const plek = { gemeenteId: GEMEENTE.id, trajectId };
  const eenSecondeVoor = new Date(Date.parse(grens) - 1_000).toISOString();
  await zetKlok(trajectId, eenSecondeVoor);
  await opstelling.dossier.laatTijdVerstrijken(plek);
  const verstreken = async (): Promise<boolean> =>
    (await opstelling.dossier.leesToestand(plek))!.toestand.termijnen[sleutel]!.sporten
      .verstreken !== undefined;
  expect(await teLaatVolgensApi(trajectId)).toBe(0);
  expect(await verstreken()).toBe(false);
  // What is still to come is due at the boundary itself: for the driver's timer and for the sweep.
  const [wek] = await opstelling.vraag<{ journeyklok: Date }>(
    `SELECT r.wektijdstip + t.klokverzet_ms * interval '1 millisecond' AS journeyklok
       FROM route r JOIN traject t ON t.id = r.traject_id WHERE t.id = $1`,
    [trajectId],
  );
  expect(Math.abs(wek!.journeyklok.getTime() - Date.parse(grens))).toBeLessThan(10);
  const { termijnen } = await opstelling.dossier.stuur({
    ...plek,
    epoche: 1,
    workflowTijdstip: '2020-01-01T00:00:00.000Z',
  });
  const [aanvang] = await opstelling.vraag<{ ms: string }>(
    'SELECT aanvangsverzet_ms AS ms FROM traject WHERE id = $1',
    [trajectId],
  );
  const wekker = termijnen.find((termijn) => termijn.sleutel === sleutel)!.wekkerTijdstip;
  expect(Date.parse(wekker) + Number(aanvang!.ms)).toBe(Date.parse(grens));

  await zetKlok(trajectId, grens);
  expect(await teLaatVolgensApi(trajectId)).toBe(1);
  const eerder = (await signalen(trajectId, sleutel)).length;
  await opstelling.dossier.laatTijdVerstrijken(plek);
  expect(await verstreken()).toBe(true);
  const nieuwe = (await signalen(trajectId, sleutel)).slice(eerder);
  expect(nieuwe.length).toBeGreaterThan(0);
  for (const { tijdstip } of nieuwe) expect(tijdstip.toISOString()).toBe(grens);
}

describe('een termijn die op een dag eindigt, is om 23:59:59 niet en om 00:00:00 wel te laat', () => {
  it.each(GRENZEN)('%s (%s)', async (_wanneer, dag, grens) => {
    await keur(await metPip(dag as IsoDatum), grens);
  });

  it.each(OP_DE_DAG_ZELF)('%s (%s)', async (_wanneer, dag, grens) => {
    await keur(await metOntzorgen(dag as IsoDatum), grens);
  });
});
