// Real: what the door writes, the core. Fake: the seal, of which this spec decides how large the snapshot is. E8.
import { randomBytes } from 'node:crypto';
import { Zoeksleutels } from '#security/zoeksleutel.js';
import { Journaal, omgevingOp } from '#test/support/journaal.js';
import { verhaalGezin } from '#test/support/verhalen.js';
import { maakSchrijfwerk } from './schrijven.js';
import type { Trajectzegel } from './trajectzegel.js';

const ACHT_KB = 8_192;

function schrijf(bytes: number) {
  const [{ op, opdracht }] = verhaalGezin('0d6f2a8e-2f57-4a0c-9a0a-000000000009') as [
    ReturnType<typeof verhaalGezin>[number],
  ];
  const omgeving = omgevingOp(`${op}T09:00:00.000Z`);
  const journaal = new Journaal();
  journaal.geef(opdracht, omgeving);
  const meldingen: unknown[] = [];
  const werk = maakSchrijfwerk(
    {
      gemeenteId: '00000000-0000-7000-8000-00000000000a',
      voor: journaal.toestand,
      na: journaal.toestand,
      groepen: [],
      omgeving,
      klokverzetMs: 0,
      aanvangsverzetMs: 0,
      opdracht: null,
      afstreping: null,
      alsDrijver: false,
      gezien: false,
    },
    {
      zegel: { zegelMomentopname: () => Buffer.alloc(bytes) } as unknown as Trajectzegel,
      zoeksleutels: new Zoeksleutels(randomBytes(32)),
      meld: (...melding) => meldingen.push(melding),
    },
  );
  return { momentopname: werk.momentopname, meldingen };
}

describe('een momentopname', () => {
  it('wordt bewaard tot en met 8 KB', () => {
    const { momentopname, meldingen } = schrijf(ACHT_KB);
    expect(momentopname).toHaveLength(ACHT_KB);
    expect(meldingen).toEqual([]);
  });

  it('wordt daarboven niet bewaard, en dat wordt gemeld met hoe groot zij was', () => {
    const { momentopname, meldingen } = schrijf(ACHT_KB + 1);
    expect(momentopname).toBeNull();
    expect(meldingen).toEqual([['momentopname-te-groot', { bytes: ACHT_KB + 1 }]]);
  });
});
