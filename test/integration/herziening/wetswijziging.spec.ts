// Real: PostgreSQL with its roles, the door, the core, the recalculation, the workflow bundle, the recordings in git.
// Planted: the table of a next release, in which ten weeks become twelve; two doors stand for the two releases.
import { plusDagen, type IsoDatum } from '#domain/datum/datum.js';
import { STANDAARD_KALENDER, uitgeslotenDag } from '#domain/kalender/kalender.js';
import { tabelMet } from '#domain/termijnen/gewijzigde-tabel.js';
import { WETTELIJKE_TERMIJNEN } from '#domain/termijnen/wettelijke-termijnen.js';
import { vandaagInAmsterdam } from '#config/amsterdam.js';
import { Dossier } from '#dossier/dossier.js';
import { Herzieningen } from '#dossier/herziening/herzieningen.js';
import { testBundel } from '#test/support/bundel.js';
import { beslisOpnieuw, vouwOpname, type Journaalopname } from '#test/support/journaalopname.js';
import { JOURNALEN_MAP, leesOpname, opnamenIn } from '#test/support/opnames.js';
import { GEMEENTE, maakOpstelling, verwerkVraag, type Opstelling } from '../dossier/opstelling.js';
import { beproef, lees, openMetPipOp, plichtMet, TOEPASSER, totKlaar } from './opstelling.js';

const TIEN = 70;
const TWAALF = 84;
const isWerkdag = (dag: IsoDatum): boolean => uitgeslotenDag(STANDAARD_KALENDER, dag) === null;

/** The day from which twelve weeks hold: some days ago, and no free day moves an end around it. */
function dagVanDeWet(): IsoDatum {
  const vandaag = vandaagInAmsterdam(new Date()) as IsoDatum;
  for (let dag = plusDagen(vandaag, -7); ; dag = plusDagen(dag, -1)) {
    const eindes = [dag, plusDagen(dag, -1), plusDagen(dag, 1)].flatMap((begin) => [
      plusDagen(begin, TIEN),
      plusDagen(begin, TWAALF),
    ]);
    if (eindes.every(isWerkdag)) return dag;
  }
}

const WET = dagVanDeWet();
const ERVOOR = plusDagen(WET, -1);
const ERNA = plusDagen(WET, 1);
const twaalfWeken = (geldigVanaf: IsoDatum) =>
  tabelMet(WETTELIJKE_TERMIJNEN, [
    { code: 'PIP_VASTSTELLEN', duur: { aantal: 12, eenheid: 'weken' }, geldigVanaf },
  ]);

let opstelling: Opstelling;
/** The release of today, and the next one. */
let oud: Dossier;
let nieuw: Dossier;
let herzieningen: Herzieningen;
let nummer = 0;

beforeAll(async () => {
  opstelling = await maakOpstelling();
  const { app: dataSource, sleutels, zoeksleutels } = opstelling;
  const tabel = twaalfWeken(WET);
  oud = opstelling.dossier;
  nieuw = new Dossier({ dataSource, sleutels, zoeksleutels, tabel });
  herzieningen = new Herzieningen({
    dataSource,
    sleutels,
    zoeksleutels,
    tabel,
    kalenderBekendSeconden: 0,
  });
});

afterAll(async () => {
  await opstelling.stop();
});

/** A journey of which DUO sent the kennisgeving on this day, as this release records it. */
function open(dossier: Dossier, kennisgevingOp: IsoDatum): Promise<string> {
  return openMetPipOp(dossier, (nummer += 1), plusDagen(kennisgevingOp, TIEN));
}

async function corrigeer(
  dossier: Dossier,
  trajectId: string,
  kennisgevingOp: IsoDatum,
): Promise<void> {
  const uitkomst = await dossier.verwerk(verwerkVraag(trajectId, plichtMet(kennisgevingOp)));
  expect(uitkomst.soort).toBe('gedaan');
}

/** Last day and version of the rule, as the journey has them and as the lists show them. */
async function termijn(trajectId: string): Promise<{ op: string; regel: string }> {
  const inzage = await oud.leesToestand({ gemeenteId: GEMEENTE.id, trajectId });
  const { uiterlijkOp, regelVersie } = inzage!.toestand.termijnen['PIP_VASTSTELLEN']!;
  const [rij] = await opstelling.vraag<{ op: string }>(
    `SELECT uiterlijk_op::text AS op FROM termijn WHERE traject_id = $1 AND sleutel = 'PIP_VASTSTELLEN'`,
    [trajectId],
  );
  expect(rij?.op).toBe(uiterlijkOp);
  return { op: uiterlijkOp, regel: regelVersie };
}

const metTien = (kennisgevingOp: IsoDatum) => ({
  op: plusDagen(kennisgevingOp, TIEN),
  regel: 'PIP_VASTSTELLEN@2023-01-01',
});
const metTwaalf = (kennisgevingOp: IsoDatum) => ({
  op: plusDagen(kennisgevingOp, TWAALF),
  regel: `PIP_VASTSTELLEN@${WET}`,
});

describe('tien weken worden twaalf vanaf een dag', () => {
  it('een traject van daarvoor houdt tien weken, ook als de nieuwe uitgave ermee verdergaat', async () => {
    const id = await open(oud, ERVOOR);
    expect(await termijn(id)).toEqual(metTien(ERVOOR));
    await nieuw.verwerk(
      verwerkVraag(id, {
        soort: 'nodigUitVoorIntake',
        opgeroepenOp: WET,
        afspraakOp: plusDagen(WET, 21),
      }),
    );
    expect(await termijn(id)).toEqual(metTien(ERVOOR));
  });

  it('een nieuw traject krijgt twaalf weken', async () => {
    expect(await termijn(await open(nieuw, WET))).toEqual(metTwaalf(WET));
    expect(await termijn(await open(nieuw, ERNA))).toEqual(metTwaalf(ERNA));
  });

  it('wie er met zijn feiten overheen valt, volgt de kennisgeving: die dag kiest de versie', async () => {
    // Sent under the old text, known here only when the new one held.
    expect(await termijn(await open(nieuw, ERVOOR))).toEqual(metTien(ERVOOR));
    const id = await open(nieuw, ERVOOR);
    await corrigeer(nieuw, id, WET);
    expect(await termijn(id)).toEqual(metTwaalf(WET));
    await corrigeer(nieuw, id, ERVOOR);
    expect(await termijn(id)).toEqual(metTien(ERVOOR));
  });

  it('wat de vorige uitgave nog met tien weken vastlegde, verplaatst de herberekening, en niets anders', async () => {
    await opstelling.vraag('UPDATE traject SET status = $1', ['gesloten']);
    const ervoor = await Promise.all([open(oud, ERVOOR), open(oud, plusDagen(ERVOOR, -7))]);
    const erna = await Promise.all([open(oud, WET), open(oud, ERNA)]);
    const al = await open(nieuw, WET);
    expect(await termijn(erna[0])).toEqual(metTien(WET));

    const plek = await beproef(herzieningen, { soort: 'regel', rijen: [] });
    const proef = await lees(herzieningen, plek);
    expect(proef.tellingen).toMatchObject({ trajecten: 5, verplaatsteDatums: 2, mislukt: 0 });
    expect(await termijn(erna[0])).toEqual(metTien(WET));

    const gedaan = await herzieningen.pasToe({ ...plek, door: TOEPASSER });
    expect(gedaan).toMatchObject({ soort: 'gedaan' });
    await totKlaar(herzieningen, plek);
    expect((await lees(herzieningen, plek)).tellingen.toepassing).toEqual({ toegepast: 2 });
    expect(await Promise.all(erna.map(termijn))).toEqual([metTwaalf(WET), metTwaalf(ERNA)]);
    expect(await Promise.all(ervoor.map(termijn))).toEqual([
      metTien(ERVOOR),
      metTien(plusDagen(ERVOOR, -7)),
    ]);
    expect(await termijn(al)).toEqual(metTwaalf(WET));
    const verplaatst = await opstelling.vraag<{ id: string }>(
      `SELECT traject_id AS id FROM journaal WHERE opdracht_soort = 'herberekenTermijnen'
        AND soort = 'termijnVerplaatst' ORDER BY 1`,
    );
    expect(verplaatst.map(({ id }) => id)).toEqual([...erna].sort());
    // What was decided first stays in the journal as it was.
    const posten = await nieuw.leesJournaal({
      gemeenteId: GEMEENTE.id,
      trajectId: erna[0],
      vanafNr: 1,
      limiet: 100,
      metMedisch: false,
    });
    expect(posten?.filter(({ soort }) => soort.startsWith('termijn'))).toMatchObject([
      { gebeurtenis: { uiterlijkOp: metTien(WET).op, regelVersie: metTien(WET).regel } },
      { gebeurtenis: { oudUiterlijkOp: metTien(WET).op, uiterlijkOp: metTwaalf(WET).op } },
    ]);
  });

  it('en nog eens herberekend verplaatst het niets meer', async () => {
    const plek = await beproef(herzieningen, { soort: 'regel', rijen: [] });
    expect((await lees(herzieningen, plek)).tellingen.verplaatsteDatums).toBe(0);
    await herzieningen.pasToe({ ...plek, door: TOEPASSER });
    await totKlaar(herzieningen, plek);
    expect((await lees(herzieningen, plek)).tellingen.toepassing).toEqual({});
  });
});

describe('de opnames onder de gewijzigde wet', () => {
  const namen = opnamenIn(JOURNALEN_MAP, '.json').filter((naam) => naam !== 'afwijkingen');
  const opnames = namen.map(
    (naam) => [naam, leesOpname(JOURNALEN_MAP, `${naam}.json`) as Journaalopname] as const,
  );
  /** Every day on which a recorded PIP term could have begun lies before this one. */
  const naAlles = opnames
    .flatMap(([, { groepen }]) => groepen.map(({ omgeving }) => omgeving.vandaag))
    .reduce((laatste, dag) => (dag > laatste ? dag : laatste));

  it.each(opnames)(
    '%s vouwt en beslist opnieuw tot dezelfde wettelijke uitkomst',
    (_naam, opname) => {
      expect(vouwOpname(opname)).toEqual(opname.toestand);
      const verschillen = beslisOpnieuw(opname, twaalfWeken(plusDagen(naAlles, 1)));
      expect(verschillen.filter(({ wettelijk }) => wettelijk)).toEqual([]);
    },
  );

  it('de proef merkt een wet die wel over opgenomen feiten gaat', () => {
    const geraakt = opnames.flatMap(([naam, opname]) =>
      beslisOpnieuw(opname, twaalfWeken('2023-01-02' as IsoDatum)).some((een) => een.wettelijk)
        ? [naam]
        : [],
    );
    expect(geraakt).toEqual(expect.arrayContaining(['gezin-b1', 'pip-te-laat']));
  });

  it('geen termijn van de wet zit in de workflow: geen geschiedenis kan door een rij anders afspelen', async () => {
    const bundel = await testBundel();
    const code = 'code' in bundel ? bundel.code : '';
    expect(code.length).toBeGreaterThan(10_000);
    for (const { naam } of WETTELIJKE_TERMIJNEN) expect(code).not.toContain(naam);
  }, 60_000);
});
