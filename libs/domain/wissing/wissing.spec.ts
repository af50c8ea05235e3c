// Real: the whole core, on the recorded story of an asielstatushouder. Fake: nothing.
import type { Opdracht } from '../traject/opdracht.js';
import { mijlpalenVan, takenVan, teBezorgen, termijnenVan } from '../traject/overzicht.js';
import { Journaal, omgevingOp } from '#test/support/journaal.js';
import { verhaalAsiel } from '#test/support/verhalen.js';
import { WISREDENEN } from './opdrachten.js';

const VERHAAL = verhaalAsiel('0d6f2a8e-2f57-4a0c-9a0a-000000000015');
const LATER = omgevingOp('2026-11-20T09:00:00.000Z');
const WIS: Opdracht = {
  soort: 'meldTenOnrechteOntvangen',
  reden: 'correctie-van-duo',
  onherroepelijk: true,
};

/** The journey before this step; the messages that were decided wait. */
function dossier(tot: Opdracht['soort']): Journaal {
  const journaal = new Journaal();
  for (const { op, opdracht } of VERHAAL) {
    if (opdracht.soort === tot) return journaal;
    expect(journaal.geef(opdracht, omgevingOp(`${op}T11:00:00.000Z`))).toBeNull();
  }
  throw new Error(`Het verhaal kent geen ${tot}.`);
}

const lopend = ({ toestand }: Journaal): string[] =>
  termijnenVan(toestand).flatMap(({ sleutel, status }) => (status === 'loopt' ? [sleutel] : []));

describe('een traject dat ten onrechte is ontvangen', () => {
  it('stopt: termijnen ingetrokken, taken dicht, berichten vervallen, niets meer te bewaren', () => {
    const journaal = dossier('verwerkTermijn');
    expect(lopend(journaal)).not.toEqual([]);
    expect(takenVan(journaal.toestand)).not.toEqual([]);
    expect(teBezorgen(journaal.toestand)).not.toEqual([]);

    expect(journaal.geef(WIS, LATER)).toBeNull();

    const { toestand } = journaal;
    expect(lopend(journaal)).toEqual([]);
    expect(takenVan(toestand)).toEqual([]);
    expect(Object.values(toestand.berichten).filter(({ status }) => status === 'open')).toEqual([]);
    expect(toestand).toMatchObject({
      status: 'gesloten',
      tenOnrechte: { op: '2026-11-20', reden: 'correctie-van-duo' },
      gesloten: { op: '2026-11-20', bewarenTot: null },
    });
    expect(mijlpalenVan(toestand).trajectGesloten).toBe(toestand.tenOnrechte?.nr);
  });

  it('zegt in het journaal waarom, met het artikel, en wat er vervalt', () => {
    const journaal = dossier('verwerkTermijn');
    journaal.geef(WIS, LATER);

    const soorten = journaal.groepen.at(-1)?.regels.map(({ gebeurtenis }) => gebeurtenis);
    expect(soorten?.[0]).toMatchObject({
      soort: 'tenOnrechteOntvangen',
      reden: 'correctie-van-duo',
      bron: {
        wet: 'Algemene verordening gegevensbescherming',
        artikel: expect.any(String) as unknown,
      },
    });
    expect(soorten).toContainEqual(
      expect.objectContaining({
        soort: 'berichtVervallen',
        reden: 'Deze persoon is ten onrechte ontvangen.',
      }),
    );
    expect(soorten).toContainEqual(expect.objectContaining({ soort: 'termijnIngetrokken' }));
  });

  it.each(WISREDENEN)('kan om de reden %s', (reden) => {
    expect(dossier('stelPipOp').geef({ ...WIS, reden }, LATER)).toBeNull();
  });

  it('wordt niet gewist door wie niet bevestigt dat het onherroepelijk is', () => {
    const journaal = dossier('stelPipOp');

    expect(journaal.geef({ ...WIS, onherroepelijk: false }, LATER)).toMatchObject({
      code: 'WISSEN_NIET_BEVESTIGD',
      veld: 'onherroepelijk',
      artikel: { wet: 'Algemene verordening gegevensbescherming' },
    });
    expect(journaal.toestand.status).toBe('open');
  });

  it('kan ook als het al gesloten was', () => {
    const journaal = new Journaal();
    for (const { op, opdracht } of VERHAAL) {
      journaal.geef(opdracht, omgevingOp(`${op}T11:00:00.000Z`));
      const open = Object.entries(journaal.toestand.berichten);
      for (const [meldingId, { status }] of open) {
        if (status !== 'open') continue;
        const bezorgd = { soort: 'meldBezorgd', meldingId, berichtId: 'b' } as const;
        journaal.geef(bezorgd, omgevingOp(`${op}T11:30:00.000Z`));
      }
    }
    expect(journaal.toestand.status).toBe('gesloten');

    expect(journaal.geef(WIS, omgevingOp('2029-01-10T09:00:00.000Z'))).toBeNull();
    expect(journaal.toestand.gesloten?.bewarenTot).toBeNull();
  });

  it('neemt daarna niets meer aan, ook geen heropening en geen nieuws van DUO', () => {
    const journaal = dossier('stelPipOp');
    journaal.geef(WIS, LATER);

    const daarna: readonly Opdracht[] = [
      WIS,
      { soort: 'heropenTraject', reden: 'Toch wel.' },
      {
        soort: 'verwerkPlicht',
        gevraagdTijdstip: '2026-11-20T09:30:00.000Z',
        feiten: {
          plichtig: false,
          beginOp: null,
          eindeOp: null,
          kennisgevingOp: null,
          redenGeenPlicht: 'Overig',
        },
      },
    ];
    for (const opdracht of daarna) {
      expect(journaal.geef(opdracht, LATER)).toMatchObject({ code: 'TRAJECT_GEWIST' });
    }
  });
});
