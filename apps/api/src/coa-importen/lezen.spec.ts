// Real: the readers of CSV and XLSX with their libraries, and the rules of a hand-over. Fake: the files, which are made
// here; the zips by hand, so that they can lie about their size.
import { maakXlsx, maakZip, type Cel } from '#test/support/xlsx.js';
import { BestandFout } from './blad.js';
import { leesBlad, type Importsoort } from './lezen.js';
import { leesRijen, type GelezenBestand } from './rijen.js';

const KOP = [
  'BSN',
  'V-nummer',
  'Naam',
  'Geboortedatum',
  'Datum koppeling',
  'Taal',
  'Woonbeperkingen',
];
const RIJ = [
  '999993653',
  '0123456789',
  'Testpersoon Een',
  '03-02-1994',
  '15-06-2026',
  'Tigrinya',
  'Geen trappen',
];

async function lees(soort: Importsoort, inhoud: string | Buffer): Promise<GelezenBestand> {
  return leesRijen(await leesBlad(soort, Buffer.from(inhoud)));
}
const csv = (...rijen: (readonly string[])[]): string =>
  rijen.map((rij) => rij.join(';')).join('\n');
const xlsx = (...rijen: (readonly Cel[])[]): Buffer => maakXlsx(rijen);

async function fout(gelezen: Promise<unknown>): Promise<BestandFout> {
  const uitkomst = await gelezen.then(
    () => undefined,
    (e: unknown) => e,
  );
  if (!(uitkomst instanceof BestandFout)) throw new Error('Het bestand werd niet geweigerd.');
  return uitkomst;
}

const OVERDRACHT = {
  rij: 2,
  overdracht: {
    schemaVersie: 1,
    koppelingOp: '2026-06-15',
    persoon: {
      bsn: '999993653',
      vNummer: '0123456789',
      naam: 'Testpersoon Een',
      geboortedatum: '1994-02-03',
    },
    gegevens: { taal: 'Tigrinya' },
    medisch: { woonbeperkingen: 'Geen trappen' },
    herkomst: { bron: 'Export van COA', geraadpleegdOp: '2026-06-15' },
  },
};

describe('een bestand van COA lezen', () => {
  it.each([
    ['CSV met puntkomma', 'csv', csv(KOP, RIJ)],
    [
      'CSV met komma, een BOM en Windows-regeleinden',
      'csv',
      `\uFEFF${KOP.join(',')}\r\n${RIJ.join(',')}\r\n`,
    ],
    ['XLSX met tekst', 'xlsx', xlsx(KOP, RIJ)],
    [
      'XLSX met getallen en Excel-datums',
      'xlsx',
      xlsx(KOP, [999993653, 123456789, RIJ[2]!, 34_368, 46_188.5, RIJ[5]!, RIJ[6]!]),
    ],
  ] as const)('leest uit %s dezelfde overdracht', async (_naam, soort, inhoud) => {
    const { rijen, nietOvergenomen } = await lees(soort, inhoud);

    expect(JSON.parse(JSON.stringify(rijen))).toEqual([OVERDRACHT]);
    expect(nietOvergenomen).toEqual([]);
  });

  it.each(['15-06-2026', '15-6-2026', '15/06/2026', '2026-06-15', '46188'])(
    'leest %s als 15 juni 2026',
    async (dag) => {
      const { rijen } = await lees('csv', csv(['bsn', 'koppelingsdatum'], ['999993653', dag]));

      expect(rijen[0]).toMatchObject({ overdracht: { koppelingOp: '2026-06-15' } });
    },
  );

  it('geeft een BSN van acht cijfers en een kort V-nummer hun nullen terug', async () => {
    const { rijen } = await lees(
      'xlsx',
      xlsx(
        ['bsn', 'v-nummer', 'koppelingsdatum'],
        [{ xml: '<c r="PLEK"><v>9.99993653E8</v></c>' }, 42, '2026-06-15'],
      ),
    );

    expect(rijen[0]).toMatchObject({
      overdracht: { persoon: { bsn: '999993653', vNummer: '0000000042' } },
    });
  });

  it('noemt per fout rij, kolom en regel, en nooit wat er stond', async () => {
    const { rijen } = await lees(
      'csv',
      csv(
        KOP,
        ['123456789', 'abc', 'Geheim', '31-02-1994', '15-06-2026'],
        [],
        ['', '', 'Geheim', '', ''],
        ['999993653', '', '=HYPERLINK(A1)', '', '2026-06-15'],
        ['999993653', '', 'Geheim', '', 'morgen', 'x'.repeat(2_001)],
        ['999993653', '', '', '', '2026-06-15', '', '', 'Geheim'],
      ),
    );

    const regels = rijen.flatMap((rij) =>
      'fouten' in rij
        ? rij.fouten.map(({ plek, kolom, regel }) => `${rij.rij} ${plek} ${kolom} ${regel}`)
        : [],
    );
    expect(regels.sort()).toEqual([
      '2 A2 bsn BSN_ONGELDIG',
      '2 B2 v-nummer VNUMMER_ONGELDIG',
      '2 D2 geboortedatum DATUM_ONGELDIG',
      '4 4 bsn VERPLICHT',
      '4 4 koppelingsdatum VERPLICHT',
      '5 C5 naam FORMULE',
      '6 E6 koppelingsdatum DATUM_ONGELDIG',
      '6 F6 taal CEL_TE_LANG',
      '7 H7 H TE_VEEL_CELLEN',
    ]);
    expect(JSON.stringify(rijen)).not.toMatch(/Geheim|geheim|123456789|morgen/);
  });

  it.each(['=1+1', '+31', '-2', '@SUM(A1)', '＝1'])(
    'neemt %s niet over: een rekenblad leest er een formule in',
    async (tekst) => {
      const { rijen } = await lees(
        'csv',
        csv(['bsn', 'koppelingsdatum', 'taal'], ['999993653', '2026-06-15', tekst]),
      );

      expect(rijen[0]).toMatchObject({ fouten: [{ plek: 'C2', regel: 'FORMULE' }] });
    },
  );

  it('laat de eerste van twee rijen over dezelfde persoon staan en meldt de tweede', async () => {
    const { rijen } = await lees(
      'csv',
      csv(
        ['bsn', 'v-nummer', 'koppelingsdatum'],
        ['999993653', '7', '2026-06-15'],
        ['', '0000000007', '2026-06-16'],
      ),
    );

    expect(rijen[0]).toHaveProperty('overdracht');
    expect(rijen[1]).toMatchObject({ fouten: [{ regel: 'DUBBEL_IN_BESTAND', kolom: 'v-nummer' }] });
    expect(JSON.stringify(rijen[1])).toContain('rij 2');
  });

  it('zegt met een letter welke kolom het niet overneemt, want zonder kop staat daar een persoon', async () => {
    const { nietOvergenomen } = await lees(
      'csv',
      csv(['bsn', 'Geheime kolom', 'koppelingsdatum'], ['999993653', 'x', '2026-06-15']),
    );

    expect(nietOvergenomen).toEqual(['B']);
    const geweigerd = await fout(lees('csv', csv(RIJ, RIJ)));
    expect(geweigerd.message).not.toContain('Testpersoon');
  });
});

describe('een bestand dat niet gelezen wordt', () => {
  const rij = (...cellen: string[]): string => `<row r="2">${cellen.join('')}</row>`;
  const kop = '<row r="1"><c r="A1" t="inlineStr"><is><t>bsn</t></is></c></row>';

  it.each<[string, Importsoort, string | Buffer, string]>([
    ['geen UTF-8', 'csv', Buffer.from([0x62, 0x73, 0x6e, 0x3b, 0xe9]), 'body'],
    ['een aanhalingsteken dat niet sluit', 'csv', 'bsn;koppelingsdatum\n"1;2', 'body'],
    ['een lege tekst', 'csv', '', 'body'],
    ['alleen een kop', 'csv', csv(KOP), 'body'],
    ['geen kop', 'csv', csv(RIJ, RIJ), 'rij 1'],
    [
      'een kolom die twee keer voorkomt',
      'csv',
      csv(['bsn', 'BSN', 'koppelingsdatum'], ['1', '2', '3']),
      'rij 1',
    ],
    ['meer dan 500 rijen', 'csv', csv(KOP, ...Array.from({ length: 501 }, () => RIJ)), 'body'],
    [
      'meer dan 40 kolommen',
      'csv',
      csv(
        KOP,
        Array.from({ length: 41 }, () => 'x'),
      ),
      'rij 2',
    ],
    ['iets anders dan een zip', 'xlsx', 'PK, maar niet heus', 'body'],
    ['een zip zonder werkmap', 'xlsx', maakZip([{ naam: 'a.txt', inhoud: 'a' }]), 'body'],
    ['twee werkbladen', 'xlsx', maakXlsx([KOP, RIJ], { bladen: 2 }), 'body'],
    [
      'dagen vanaf 1904',
      'xlsx',
      maakXlsx([KOP, RIJ], { werkmap: '<workbookPr date1904="1"/>' }),
      'body',
    ],
    [
      'een formule',
      'xlsx',
      xlsx(KOP, [{ xml: '<c r="PLEK"><f>1+1</f><v>2</v></c>' }]),
      'rij 2, kolom A',
    ],
    [
      'een foutwaarde',
      'xlsx',
      xlsx(KOP, ['', { xml: '<c r="PLEK" t="e"><v>#N/A</v></c>' }]),
      'rij 2, kolom B',
    ],
    [
      'een cel ver buiten het blad',
      'xlsx',
      maakXlsx([], { blad: kop + rij('<c r="XFD2"><v>1</v></c>') }),
      'rij 2',
    ],
    ['een rij die terugspringt', 'xlsx', maakXlsx([], { blad: `<row r="9"/>${kop}` }), 'body'],
    [
      'meer dan 500 rijen in XLSX',
      'xlsx',
      xlsx(KOP, ...Array.from({ length: 501 }, () => RIJ)),
      'body',
    ],
    [
      'een documenttype met een entiteit',
      'xlsx',
      maakXlsx([], { blad: '<!DOCTYPE a [<!ENTITY b "c">]>' }),
      'body',
    ],
    ['XML die niet klopt', 'xlsx', maakXlsx([], { blad: '<row><c></row>' }), 'body'],
    [
      'twee delen met dezelfde naam',
      'xlsx',
      maakXlsx([KOP, RIJ], { erbij: [{ naam: 'xl/workbook.xml', inhoud: '' }] }),
      'body',
    ],
    [
      'een zip die uitgepakt te groot is',
      'xlsx',
      maakXlsx([KOP, RIJ], { erbij: [{ naam: 'a.bin', inhoud: Buffer.alloc(20_000_000) }] }),
      'body',
    ],
    [
      'een zip die meer dan honderd keer zo groot wordt',
      'xlsx',
      maakXlsx([KOP, RIJ], { erbij: [{ naam: 'a.bin', inhoud: Buffer.alloc(2_000_000) }] }),
      'body',
    ],
    [
      'een zip van meer dan 500 delen',
      'xlsx',
      maakXlsx([KOP, RIJ], {
        erbij: Array.from({ length: 500 }, (_, i) => ({ naam: `${i}`, inhoud: '' })),
      }),
      'body',
    ],
  ])('weigert %s', async (_naam, soort, inhoud, veld) => {
    const geweigerd = await fout(lees(soort, inhoud));

    expect(geweigerd.veld).toBe(veld);
    expect(geweigerd.message).toMatch(/^[A-Z][^{}]+\.$/);
  });

  it.each<[string, Buffer, RegExp]>([
    ['meer werkbladen', maakXlsx([KOP, RIJ], { bladen: 2 }), /meer werkbladen/],
    ['1904', maakXlsx([KOP, RIJ], { werkmap: '<workbookPr date1904="1"/>' }), /1904/],
    [
      'een bom',
      maakXlsx([KOP, RIJ], { erbij: [{ naam: 'a.bin', inhoud: Buffer.alloc(20_000_000) }] }),
      /uitpakken te groot/,
    ],
  ])('zegt wat er aan de hand is bij %s', async (_naam, inhoud, melding) => {
    expect((await fout(lees('xlsx', inhoud))).message).toMatch(melding);
  });

  it('stopt met uitpakken waar de zip zegt dat het deel ophoudt', async () => {
    expect((await lees('xlsx', maakXlsx([KOP, RIJ]))).rijen).toHaveLength(1);

    expect((await fout(lees('xlsx', maakXlsx([KOP, RIJ], { gezegd: 100 })))).veld).toBe('body');
  });
});
