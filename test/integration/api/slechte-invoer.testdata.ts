import { PROFIEL } from './opstelling.js';

export interface Verzoek {
  readonly methode?: 'get' | 'post' | 'put';
  readonly pad: string;
  readonly body?: unknown;
  readonly koppen?: Readonly<Record<string, string>>;
}

export const opdracht = (body: unknown, koppen = {}): Verzoek => ({
  pad: '/trajecten/TRAJECT/opdrachten',
  body,
  koppen,
});
export const overdracht = (extra: object, weg: string[] = []): Verzoek => ({
  pad: '/coa-overdrachten',
  body: Object.fromEntries(
    Object.entries({ ...PROFIEL, persoon: { bsn: '999993653' }, ...extra }).filter(
      ([naam]) => !weg.includes(naam),
    ),
  ),
});
export const lijst = (pad: string): Verzoek => ({ methode: 'get', pad });
const notitie = (body: object): Verzoek => ({ methode: 'put', pad: '/taken/TAAK/notitie', body });
const pip = { soort: 'stelPipVast', dagtekening: '2026-07-01' };

/** What is wrong, the request, and the status and field of the answer. */
export type Geval = readonly [string, Verzoek, number, string];

export const GEVALLEN: readonly Geval[] = [
  ['een opdracht zonder soort', opdracht({ dagtekening: '2026-07-01' }), 400, 'soort'],
  ['een onbekende soort', opdracht({ soort: 'tovert' }), 400, 'soort'],
  ['een soort die alleen de keten geeft', opdracht({ soort: 'verwerkPlicht' }), 400, 'soort'],
  ['een traject openen langs de opdrachten', opdracht({ soort: 'openTraject' }), 400, 'soort'],
  ['een soort als getal', opdracht({ soort: 7 }), 400, 'soort'],
  ['een soort uit het prototype', opdracht({ soort: 'constructor' }), 400, 'soort'],
  ['een ontbrekende datum', opdracht({ soort: 'stelPipVast' }), 400, 'dagtekening'],
  [
    'een datum die niet bestaat',
    opdracht({ ...pip, dagtekening: '2026-02-30' }),
    400,
    'dagtekening',
  ],
  [
    'een datum met tijd',
    opdracht({ ...pip, dagtekening: '2026-07-01T10:00:00Z' }),
    400,
    'dagtekening',
  ],
  ['een datum als getal', opdracht({ ...pip, dagtekening: 20260701 }), 400, 'dagtekening'],
  ['een datum als lijst', opdracht({ ...pip, dagtekening: ['2026-07-01'] }), 400, 'dagtekening'],
  ['een datum als null', opdracht({ ...pip, dagtekening: null }), 400, 'dagtekening'],
  [
    'een datum na het jaar 2200',
    opdracht({ ...pip, dagtekening: '9999-01-01' }),
    400,
    'dagtekening',
  ],
  ['een onbekend veld', opdracht({ ...pip, extra: 1 }), 400, 'extra'],
  [
    'een veld __proto__',
    opdracht('{"soort":"stelPipVast","dagtekening":"2026-07-01","__proto__":{"a":1}}', {
      'Content-Type': 'application/json',
    }),
    400,
    '__proto__',
  ],
  [
    'een keuze buiten de lijst',
    opdracht({ soort: 'kiesScenario', scenario: 'nooit' }),
    400,
    'scenario',
  ],
  ['een keuze als object', opdracht({ soort: 'kiesScenario', scenario: {} }), 400, 'scenario'],
  [
    'uren onder nul',
    opdracht({ soort: 'registreerPvt', op: '2026-07-01', uren: -1, vorm: 'les' }),
    400,
    'uren',
  ],
  [
    'uren als tekst',
    opdracht({ soort: 'registreerPvt', op: '2026-07-01', uren: '3', vorm: 'les' }),
    400,
    'uren',
  ],
  [
    'uren met drie decimalen',
    opdracht({ soort: 'registreerPvt', op: '2026-07-01', uren: 1.125, vorm: 'les' }),
    400,
    'uren',
  ],
  [
    'een tekst van alleen spaties',
    opdracht({ soort: 'heropenTraject', reden: '   ' }),
    400,
    'reden',
  ],
  [
    'een tekst met een nul-teken',
    opdracht({ soort: 'heropenTraject', reden: 'a\0b' }),
    400,
    'reden',
  ],
  [
    'een tekst met een half teken',
    opdracht('{"soort":"heropenTraject","reden":"\\ud800"}', {
      'Content-Type': 'application/json',
    }),
    400,
    'reden',
  ],
  [
    'een te lange tekst',
    opdracht({ soort: 'heropenTraject', reden: 'x'.repeat(5000) }),
    400,
    'reden',
  ],
  [
    'een reden om te wissen die niet bestaat',
    opdracht({ soort: 'meldTenOnrechteOntvangen', reden: 'hoort hier niet', onherroepelijk: true }),
    400,
    'reden',
  ],
  [
    'een verschil met de BRP met een uitkomst die niet bestaat',
    opdracht({ soort: 'handelBrpVerschillenAf', uitkomst: 'weg' }),
    400,
    'uitkomst',
  ],
  [
    'wissen zonder bevestiging',
    opdracht({ soort: 'meldTenOnrechteOntvangen', reden: 'correctie-van-duo' }),
    400,
    'onherroepelijk',
  ],
  [
    'een waarheid als tekst',
    opdracht({ soort: 'sluitTraject', geslotenOp: '2026-07-01', dossierGecontroleerd: 'ja' }),
    400,
    'dossierGecontroleerd',
  ],
  [
    'een lijst met een onbekende waarde',
    opdracht({ soort: 'richtOntzorgenIn', ingerichtOp: '2026-07-01', betalingen: ['sigaren'] }),
    400,
    'betalingen',
  ],
  [
    'een lijst met een dubbele waarde',
    opdracht({
      soort: 'richtOntzorgenIn',
      ingerichtOp: '2026-07-01',
      betalingen: ['huur', 'huur'],
    }),
    400,
    'betalingen',
  ],
  ['een persoon als tekst', opdracht({ soort: 'vulPersoonAan', persoon: 'Jan' }), 400, 'persoon'],
  [
    'een persoon met een fout bsn',
    opdracht({ soort: 'vulPersoonAan', persoon: { bsn: '123456789' } }),
    400,
    'persoon.bsn',
  ],
  [
    'een instellingsnummer met vreemde tekens',
    opdracht({
      soort: 'doeAanbod',
      instellingsnummer: "1';--",
      aanbodOp: '2026-07-01',
      startOp: '2026-07-01',
      eindeOp: '2026-07-01',
    }),
    400,
    'instellingsnummer',
  ],
  ['een opdracht als lijst', opdracht([pip]), 400, 'soort'],
  ['een lege sleutel', opdracht(pip, { 'Idempotency-Key': '' }), 400, 'Idempotency-Key'],
  ['een te korte sleutel', opdracht(pip, { 'Idempotency-Key': 'kort' }), 400, 'Idempotency-Key'],
  [
    'een sleutel met spaties',
    opdracht(pip, { 'Idempotency-Key': 'met spaties erin' }),
    400,
    'Idempotency-Key',
  ],
  ['een If-Match zonder aanhalingstekens', opdracht(pip, { 'If-Match': '12' }), 400, 'If-Match'],
  ['een If-Match met tekst', opdracht(pip, { 'If-Match': '"abc"' }), 400, 'If-Match'],
  ['een overdracht zonder koppeling', overdracht({}, ['koppelingOp']), 400, 'koppelingOp'],
  ['een overdracht zonder persoon', overdracht({}, ['persoon']), 400, 'persoon'],
  ['een overdracht zonder nummer', overdracht({ persoon: { naam: 'Iemand' } }), 400, 'persoon.bsn'],
  ['een overdracht met een onbekende versie', overdracht({ schemaVersie: 2 }), 400, 'schemaVersie'],
  [
    'een overdracht met een fout V-nummer',
    overdracht({ persoon: { vNummer: 'V123' } }),
    400,
    'persoon.vNummer',
  ],
  ['een bsn als getal', overdracht({ persoon: { bsn: 999993653 } }), 400, 'persoon.bsn'],
  ['een bsn van nullen', overdracht({ persoon: { bsn: '000000000' } }), 400, 'persoon.bsn'],
  ['gegevens als lijst', overdracht({ gegevens: [] }), 400, 'gegevens'],
  ['medisch als tekst', overdracht({ medisch: 'bril' }), 400, 'medisch'],
  [
    'een nul-teken diep in de gegevens',
    overdracht({ gegevens: { a: { b: 'x\0y' } } }),
    400,
    'gegevens',
  ],
  [
    'herkomst zonder dag',
    overdracht({ herkomst: { bron: 'TVS' } }),
    400,
    'herkomst.geraadpleegdOp',
  ],
  ['proef als tekst', overdracht({ proef: 'ja' }), 400, 'proef'],
  ['zoeken zonder iets', { pad: '/trajecten/_zoek', body: {} }, 400, 'bsn'],
  [
    'zoeken op twee nummers',
    { pad: '/trajecten/_zoek', body: { bsn: '999993653', vNummer: '1234567890' } },
    400,
    'bsn',
  ],
  ['zoeken op een fout bsn', { pad: '/trajecten/_zoek', body: { bsn: '999993654' } }, 400, 'bsn'],
  ['zoeken op een naam', { pad: '/trajecten/_zoek', body: { naam: 'Jansen' } }, 400, 'naam'],
  ['een afronding zonder uitkomst', { pad: '/taken/TAAK/afronding', body: {} }, 400, 'uitkomst'],
  [
    'een afronding met een foute uitkomst',
    { pad: '/taken/TAAK/afronding', body: { uitkomst: { soort: 'kiesScenario', scenario: 'x' } } },
    400,
    'uitkomst.scenario',
  ],
  [
    'een afronding met een onbekende soort',
    { pad: '/taken/TAAK/afronding', body: { uitkomst: { soort: 'x' } } },
    400,
    'uitkomst.soort',
  ],
  [
    'een toewijzing zonder behandelaar',
    { methode: 'put', pad: '/taken/TAAK/toewijzing', body: {} },
    400,
    'behandelaar',
  ],
  [
    'een toewijzing met een prioriteit als tekst',
    {
      methode: 'put',
      pad: '/taken/TAAK/toewijzing',
      body: { behandelaar: 'a', prioriteit: 'hoog' },
    },
    400,
    'prioriteit',
  ],
  ['een notitie zonder tekst', notitie({}), 400, 'tekst'],
  ['een lege notitie', notitie({ tekst: ' ' }), 400, 'tekst'],
  ['een te lange notitie', notitie({ tekst: 'a'.repeat(2_001) }), 400, 'tekst'],
  ['een notitie met een onbekend veld', notitie({ tekst: 'a', door: 'b' }), 400, 'door'],
  ['een limiet van nul', lijst('/trajecten?limit=0'), 400, 'limit'],
  ['een te grote limiet', lijst('/trajecten?limit=101'), 400, 'limit'],
  ['een limiet als tekst', lijst('/taken?limit=veel'), 400, 'limit'],
  ['een vreemde cursor', lijst('/trajecten?cursor=abc'), 400, 'cursor'],
  ['een vreemde cursor van controles', lijst('/controles?cursor=abc'), 400, 'cursor'],
  [
    'een cursor van een andere lijst',
    lijst(`/taken?cursor=${Buffer.from('["x"]').toString('base64url')}`),
    400,
    'cursor',
  ],
  [
    'een cursor met een tijdstip dat niet bestaat',
    lijst(
      `/coa-overdrachten?cursor=${Buffer.from('["2026-99-99 10:00:00+00","3f0c1c1e-6d0a-4b52-9a3a-2f6f2a1f7f10"]').toString('base64url')}`,
    ),
    400,
    'cursor',
  ],
  ['een onbekende filter', lijst('/trajecten?naam=Jansen'), 400, 'naam'],
  ['een filter buiten de lijst', lijst('/trajecten?status=weg'), 400, 'status'],
  ['een waarheid in de query als cijfer', lijst('/trajecten?proef=1'), 400, 'proef'],
  ['een filter die geen uuid is', lijst('/taken?trajectId=1'), 400, 'trajectId'],
  ['een herhaalde filter', lijst('/trajecten?status=open&status=gesloten'), 400, 'status'],
  [
    'een onbekende termijn',
    { pad: '/termijnberekeningen', body: { termijn: 'X', feiten: {} } },
    400,
    'termijn',
  ],
  [
    'een termijn zonder feiten',
    { pad: '/termijnberekeningen', body: { termijn: 'PIP_VASTSTELLEN' } },
    400,
    'feiten',
  ],
  [
    'vooruitspoelen zonder doel',
    { pad: '/proefdraaien/TRAJECT/vooruitspoelen', body: {} },
    400,
    'dagen',
  ],
  [
    'vooruitspoelen met nul dagen',
    { pad: '/proefdraaien/TRAJECT/vooruitspoelen', body: { dagen: 0 } },
    400,
    'dagen',
  ],
  [
    'een csv zonder kop',
    { pad: '/cursusurenimporten', body: 'a;b\n1;2', koppen: { 'Content-Type': 'text/csv' } },
    400,
    'regel 1',
  ],
  [
    'een csv zonder regels',
    {
      pad: '/cursusurenimporten',
      body: 'bsn;totEnMet;urenNt2;urenKnm\n',
      koppen: { 'Content-Type': 'text/csv' },
    },
    400,
    'body',
  ],
];
