import { opdracht, type Geval } from './slechte-invoer.testdata.js';

const correctie = { soort: 'corrigeerCoaProfiel', reden: 'COA herstelde de datum.' };

/** What is wrong with an opdracht about a profile of COA, the request, status and field. */
export const COA_GEVALLEN: readonly Geval[] = [
  ['een correctie zonder reden', opdracht({ soort: 'corrigeerCoaProfiel' }), 400, 'reden'],
  [
    'een correctie met een dag die niet bestaat',
    opdracht({ ...correctie, koppelingOp: '2026-02-30' }),
    400,
    'koppelingOp',
  ],
  [
    'een correctie met een dag als getal',
    opdracht({ ...correctie, vergunningOp: 20260601 }),
    400,
    'vergunningOp',
  ],
  ['een correctie met een lege naam', opdracht({ ...correctie, naam: ' ' }), 400, 'naam'],
  [
    'een correctie met een te lange naam',
    opdracht({ ...correctie, naam: 'x'.repeat(201) }),
    400,
    'naam',
  ],
  [
    'een correctie met een geboortedag als null',
    opdracht({ ...correctie, geboortedatum: null }),
    400,
    'geboortedatum',
  ],
  ['een correctie van een nummer', opdracht({ ...correctie, bsn: '999993653' }), 400, 'bsn'],
  ['een beoordeling zonder uitkomst', opdracht({ soort: 'beoordeelCoaProfiel' }), 400, 'uitkomst'],
  [
    'een beoordeling met een uitkomst die niet bestaat',
    opdracht({ soort: 'beoordeelCoaProfiel', uitkomst: 'vergeten' }),
    400,
    'uitkomst',
  ],
  [
    'een beoordeling met een te lange toelichting',
    opdracht({
      soort: 'beoordeelCoaProfiel',
      uitkomst: 'behouden',
      toelichting: 'x'.repeat(4001),
    }),
    400,
    'toelichting',
  ],
  ['een intrekking zonder reden', opdracht({ soort: 'trekCoaOverdrachtIn' }), 400, 'reden'],
  [
    'een intrekking met een reden als lijst',
    opdracht({ soort: 'trekCoaOverdrachtIn', reden: ['x'] }),
    400,
    'reden',
  ],
  ['een profiel langs de opdrachten', opdracht({ soort: 'legCoaProfielVast' }), 400, 'soort'],
];
