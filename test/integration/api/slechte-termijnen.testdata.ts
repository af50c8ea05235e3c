import { opdracht, type Geval } from './slechte-invoer.testdata.js';

const PIP = { soort: 'stelPipVast', dagtekening: '2026-07-01' };

/** What is wrong in what is recorded about terms, the request, and the status and field of the answer. */
export const TERMIJN_GEVALLEN: readonly Geval[] = [
  [
    'een opschorting zonder grond',
    opdracht({ soort: 'schortTermijnOp', termijn: 'PIP_VASTSTELLEN', van: '2026-07-01' }),
    400,
    'grond',
  ],
  [
    'een opschorting met een grond van meer dan 200 tekens',
    opdracht({
      soort: 'schortTermijnOp',
      termijn: 'PIP_VASTSTELLEN',
      van: '2026-07-01',
      grond: 'x'.repeat(201),
    }),
    400,
    'grond',
  ],
  [
    'een hersteltermijn die geen dag is',
    opdracht({
      soort: 'vraagAanvulling',
      termijn: 'AANVRAAG_BESLISSEN:5',
      uitnodigingOp: '2026-07-01',
      hersteltermijnTot: '2026-06-31',
      grond: 'x',
    }),
    400,
    'hersteltermijnTot',
  ],
  [
    'informatie van een derde zonder wie',
    opdracht({ soort: 'wachtOpInformatie', gevraagd: 'x', gevraagdOp: '2026-07-01' }),
    400,
    'derde',
  ],
  [
    'een intrekking van een opschorting zonder reden',
    opdracht({ soort: 'trekOpschortingIn', opschorting: '5-opschorting' }),
    400,
    'reden',
  ],
  [
    'een verlenging op een grond die niet bestaat',
    opdracht({ soort: 'legVerlengingVast', grond: 'k', oordeel: 'verwacht' }),
    400,
    'grond',
  ],
  [
    'een verlenging met een duur van nul maanden',
    opdracht({ soort: 'legVerlengingVast', grond: 'a', oordeel: 'verwacht', duurMaanden: 0 }),
    400,
    'duurMaanden',
  ],
  [
    'een intrekking van een verlenging als getal',
    opdracht({ soort: 'trekVerlengingIn', verlenging: 5, reden: 'x' }),
    400,
    'verlenging',
  ],
  [
    'een aanvraag zonder onderwerp',
    opdracht({ soort: 'legAanvraagVast', ontvangenOp: '2026-07-01' }),
    400,
    'onderwerp',
  ],
  [
    'een besluit op een aanvraag met een onbekende uitkomst',
    opdracht({
      soort: 'legBesluitOpAanvraagVast',
      termijn: 'AANVRAAG_BESLISSEN:5',
      besluitOp: '2026-07-01',
      uitkomst: 'misschien',
    }),
    400,
    'uitkomst',
  ],
  [
    'een correctie met de opdracht van een ander feit',
    opdracht({ soort: 'corrigeerFeit', feit: 'brpInschrijving', reden: 'x', opdracht: PIP }),
    400,
    'opdracht.soort',
  ],
  [
    'een correctie in een correctie',
    opdracht({
      soort: 'corrigeerFeit',
      feit: 'pip',
      reden: 'x',
      opdracht: { soort: 'corrigeerFeit', feit: 'pip', reden: 'x', opdracht: PIP },
    }),
    400,
    'opdracht.soort',
  ],
  [
    'een correctie zonder datum in haar opdracht',
    opdracht({
      soort: 'corrigeerFeit',
      feit: 'pip',
      reden: 'x',
      opdracht: { soort: 'stelPipVast' },
    }),
    400,
    'opdracht.dagtekening',
  ],
  [
    'een doorrekening zonder opdrachten',
    { pad: '/trajecten/TRAJECT/doorrekeningen', body: { opdrachten: [] } },
    400,
    'opdrachten',
  ],
  [
    'een doorrekening van een opdracht die alleen de keten geeft',
    {
      pad: '/trajecten/TRAJECT/doorrekeningen',
      body: { opdrachten: [{ soort: 'verwerkPlicht' }] },
    },
    400,
    'opdrachten[0].soort',
  ],
  [
    'een doorrekening van een traject zonder nummer',
    { pad: '/trajecten/geen-nummer/doorrekeningen', body: { opdrachten: [PIP] } },
    404,
    'id',
  ],
];
