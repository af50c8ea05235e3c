import { lijst, type Geval, type Verzoek } from './slechte-invoer.testdata.js';

const GEEN_UUID = '1-1';
const EEN_UUID = '3f0c1c1e-6d0a-4b52-9a3a-2f6f2a1f7f10';

const post = (pad: string, body: unknown): Verzoek => ({ pad, body });
const csv = (body: string, pad = '/cursusurenimporten'): Verzoek => ({
  pad,
  body,
  koppen: { 'Content-Type': 'text/csv' },
});
/** An id that cannot exist: as the others a 404, and it says which part of the path. */
const id = (verzoek: Verzoek, veld = 'id'): Geval => {
  const wat = `${verzoek.methode ?? 'post'} ${verzoek.pad.replace(GEEN_UUID, '…')}`;
  return [`een id dat geen uuid is: ${wat}`, verzoek, 404, veld];
};
const cursor = (pad: string): Geval => [
  `een vreemde cursor in ${pad}`,
  lijst(`${pad}?cursor=abc`),
  400,
  'cursor',
];

/** Every way in of every route, at least once; what is wrong, the request, status and field. */
export const ROUTE_GEVALLEN: readonly Geval[] = [
  ...[
    `/trajecten/${GEEN_UUID}`,
    `/trajecten/${GEEN_UUID}/journaal`,
    `/trajecten/${GEEN_UUID}/termijnen`,
    `/trajecten/${GEEN_UUID}/wachtop`,
    `/trajecten/${GEEN_UUID}/berichten`,
    `/trajecten/${GEEN_UUID}/reconciliaties`,
    `/trajecten/${GEEN_UUID}/coa-profiel`,
    `/taken/${GEEN_UUID}`,
    `/coa-overdrachten/${GEEN_UUID}`,
    `/coa-importen/${GEEN_UUID}`,
    `/termijnherzieningen/${GEEN_UUID}`,
    `/termijnherzieningen/${GEEN_UUID}/datums`,
  ].map((pad) => id(lijst(pad))),
  id(lijst(`/proefdraaien/${GEEN_UUID}`), 'trajectId'),
  id(post(`/proefdraaien/${GEEN_UUID}/vooruitspoelen`, { dagen: 1 }), 'trajectId'),
  id(
    post(`/trajecten/${GEEN_UUID}/opdrachten`, { soort: 'stelPipVast', dagtekening: '2026-07-01' }),
  ),
  id(
    post(`/taken/${GEEN_UUID}/afronding`, {
      uitkomst: { soort: 'kiesScenario', scenario: 'na-verhuizing' },
    }),
  ),
  id({ methode: 'put', pad: `/taken/${GEEN_UUID}/toewijzing`, body: { behandelaar: 'a' } }),
  id({ methode: 'put', pad: `/taken/${GEEN_UUID}/notitie`, body: { tekst: 'a' } }),
  id(post(`/postvak/${GEEN_UUID}/afhandeling`, { maatregel: 'nagevraagd-bij-duo' })),
  id(post(`/trajecten/${GEEN_UUID}/reconciliaties`, undefined)),
  [
    'een vergelijking met inhoud',
    post('/trajecten/TRAJECT/reconciliaties', { bron: 'map' }),
    400,
    'bron',
  ],
  id(post(`/termijnherzieningen/${GEEN_UUID}/toepassing`, undefined)),
  id(post(`/termijnherzieningen/${GEEN_UUID}/pauze`, undefined)),
  id(post(`/termijnherzieningen/${GEEN_UUID}/hervatting`, undefined)),
  id(post(`/termijnherzieningen/${GEEN_UUID}/afbreking`, undefined)),
  id(post(`/coa-importen/${GEEN_UUID}/uitvoering`, undefined)),
  id(post(`/coa-importen/${GEEN_UUID}/intrekking`, undefined)),
  cursor('/taken'),
  cursor('/coa-overdrachten'),
  cursor('/coa-importen'),
  ['imports in een stand die niet bestaat', lijst('/coa-importen?status=weg'), 400, 'status'],
  cursor('/postvak'),
  cursor('/wissingen'),
  cursor('/trajecten/TRAJECT/journaal'),
  cursor(`/termijnherzieningen/${EEN_UUID}/datums`),
  [
    'een journaal met een limiet van nul',
    lijst('/trajecten/TRAJECT/journaal?limit=0'),
    400,
    'limit',
  ],
  ['post in een stand die niet bestaat', lijst('/postvak?status=weg'), 400, 'status'],
  ['een overdracht van iets zonder uuid', lijst('/coa-overdrachten?trajectId=1'), 400, 'trajectId'],
  [
    'een afhandeling zonder maatregel',
    post(`/postvak/${EEN_UUID}/afhandeling`, {}),
    400,
    'maatregel',
  ],
  [
    'een afhandeling met een maatregel die niet bestaat',
    post(`/postvak/${EEN_UUID}/afhandeling`, { maatregel: 'weggegooid' }),
    400,
    'maatregel',
  ],
  ['een herziening zonder soort', post('/termijnherzieningen', {}), 400, 'soort'],
  [
    'een herziening zonder dagen',
    post('/termijnherzieningen', { soort: 'gelijkgestelde-dagen' }),
    400,
    'dagen',
  ],
  [
    'een herziening met een dag die niet bestaat',
    post('/termijnherzieningen', {
      soort: 'gelijkgestelde-dagen',
      dagen: [{ datum: '2029-02-30', staatscourant: '2028, 1' }],
    }),
    400,
    'dagen.0.datum',
  ],
  ['een csv met een vreemde kolom', csv('bsn;naam\n1;2'), 400, 'regel 1'],
  ['een export van COA zonder kolomnamen', csv('a;b\n1;2', '/coa-importen'), 400, 'rij 1'],
  ['een lege export van COA', csv('', '/coa-importen'), 400, 'body'],
  [
    'een export van COA die geen XLSX is',
    {
      pad: '/coa-importen',
      body: 'PK',
      koppen: {
        'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      },
    },
    400,
    'body',
  ],
];
