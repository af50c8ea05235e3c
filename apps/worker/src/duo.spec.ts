// Real: what an operator is told of a call to DUO. Fake: counters and log, which only keep.
import type { DuoUitkomst } from '#adapters/duo/uitkomst.js';
import { maakWaarnemer } from './duo.js';

function neemWaar(uitkomst: DuoUitkomst<unknown>) {
  const geteld: string[] = [];
  const gelogd: unknown[][] = [];
  const waarnemer = maakWaarnemer(
    {
      duo: { plus: (labels) => geteld.push(labels.uitkomst) },
      duoAfwijkingen: { plus: () => geteld.push('afwijking') },
    },
    {
      warn: (velden: unknown) => gelogd.push(['warn', velden]),
      error: (velden: unknown) => gelogd.push(['error', velden]),
    },
  );
  waarnemer('haalPip', uitkomst);
  return { geteld, gelogd };
}

const AFWIJKING = 'antwoord: onbekend veld wijk';

describe('een aanroep van DUO', () => {
  it.each<[string, DuoUitkomst<unknown>, string, string | undefined]>([
    ['geen toegang', { soort: 'niet-geautoriseerd', afwijkingen: [] }, 'error', undefined],
    [
      'ons defect',
      { soort: 'ons-defect', details: 'DUO antwoordt 400', afwijkingen: [] },
      'error',
      'DUO antwoordt 400',
    ],
    [
      'een onleesbaar antwoord',
      {
        soort: 'onbegrijpelijk',
        reden: 'antwoord: geen geldige JSON',
        status: 200,
        afwijkingen: [],
      },
      'error',
      'antwoord: geen geldige JSON',
    ],
    [
      'een storing',
      { soort: 'storing', oorzaak: 'http', status: 503, ongewis: true, afwijkingen: [] },
      'warn',
      'http 503',
    ],
    [
      'een afwijking',
      { soort: 'gelukt', waarde: null, apiVersie: '1.2.0', afwijkingen: [AFWIJKING] },
      'warn',
      undefined,
    ],
  ])('die eindigt met %s komt bij de beheerder', (_, uitkomst, niveau, toelichting) => {
    const { geteld, gelogd } = neemWaar(uitkomst);
    expect(geteld[0]).toBe(uitkomst.soort);
    expect(geteld.includes('afwijking')).toBe(uitkomst.afwijkingen.length > 0);
    expect(gelogd).toEqual([
      [
        niveau,
        {
          actie: 'duo-aanroep',
          operatie: 'haalPip',
          resultaat: uitkomst.soort,
          toelichting,
          afwijkingen: uitkomst.afwijkingen,
        },
      ],
    ]);
  });

  it.each<[string, DuoUitkomst<unknown>]>([
    ['lukt', { soort: 'gelukt', waarde: null, apiVersie: '1.2.0', afwijkingen: [] }],
    [
      'DUO weigert, wat een medewerker hoort',
      { soort: 'geweigerd', foutteksten: ['Nee.'], afwijkingen: [] },
    ],
    ['niets vindt', { soort: 'onbekend', afwijkingen: [] }],
  ])('die %s wordt alleen geteld', (_, uitkomst) => {
    expect(neemWaar(uitkomst)).toEqual({ geteld: [uitkomst.soort], gelogd: [] });
  });
});
