/** Real: the ledger and the engine. Nothing is faked; entries of all three kinds are generated. */
import { omvang } from '#test/support/omvang.js';
import fc from 'fast-check';
import { naarDatum, plusDagen } from '../datum/datum.js';
import { STANDAARD_KALENDER } from '../kalender/kalender.js';
import { berekenTermijn } from './bereken.js';
import { geldendEnVervallen, schorsingenVan, type LedgerRegel } from './ledger.js';

const AANTAL = omvang({ poort: 10_000, volledig: 200_000 });
const D = naarDatum;

function einde(regels: readonly LedgerRegel[]): unknown {
  const uitkomst = berekenTermijn(
    {
      termijn: 'AANVRAAG_BESLISSEN',
      feiten: { ontvangenOp: '2026-06-08' },
      schorsingen: schorsingenVan(regels),
    },
    { kalender: STANDAARD_KALENDER },
  );
  return uitkomst.ok ? uitkomst.antwoord.uiterlijkOp : uitkomst.fout;
}

const aanvulling = (compleetOp?: string): LedgerRegel => ({
  id: 'a',
  versie: 1,
  inhoud: {
    soort: 'aanvulling',
    uitnodigingOp: D('2026-06-10'),
    hersteltermijnTot: D('2026-06-24'),
    ...(compleetOp === undefined ? {} : { compleetOp: D(compleetOp) }),
    grond: 'aanvulling gevraagd',
  },
});

describe('de ledger van schorsingen', () => {
  it('schort op van de dag na de uitnodiging tot en met de dag waarop het dossier compleet is', () => {
    expect(schorsingenVan([aanvulling('2026-06-17')])).toEqual([
      { van: '2026-06-11', tot: '2026-06-17', grond: 'aanvulling gevraagd' },
    ]);
    expect(einde([aanvulling('2026-06-17')])).toBe('2026-08-10');
  });

  it('telt een te late aanvulling niet verder dan de gegeven termijn', () => {
    expect(einde([aanvulling('2026-07-30')])).toBe(einde([aanvulling('2026-06-24')]));
    expect(einde([aanvulling()])).toBe('2026-08-17');
  });

  it('bewaart een ingetrokken regel zonder hem mee te tellen', () => {
    const intrekking = { ...aanvulling(), versie: 2, ingetrokken: true, reden: 'per abuis' };
    expect(schorsingenVan([intrekking, aanvulling()])).toEqual([]);
    const { vervallen } = geldendEnVervallen([intrekking, aanvulling()]);
    expect(vervallen.map((regel) => regel.versie)).toEqual([1, 2]);
    expect(einde([aanvulling(), intrekking])).toBe('2026-08-03');
  });

  it('weigert twee keer dezelfde versie van een regel', () => {
    expect(() => schorsingenVan([aanvulling(), aanvulling()])).toThrow(/twee keer/);
  });

  it('geeft geen laatste dag zolang een schorsing loopt', () => {
    const open: LedgerRegel = {
      id: 'o',
      versie: 1,
      inhoud: { soort: 'periode', van: D('2026-07-01'), grond: 'overmacht' },
    };
    expect(einde([open])).toBeNull();
  });

  const dag = fc.nat(80).map((na) => plusDagen(D('2026-06-01'), na));
  const soms = fc.option(fc.nat(60), { nil: undefined });
  const inhoud: fc.Arbitrary<LedgerRegel['inhoud']> = fc.oneof(
    fc.tuple(dag, fc.nat(40)).map(([van, lengte]) => ({
      soort: 'periode' as const,
      van,
      tot: plusDagen(van, lengte),
      grond: 'uitstel',
    })),
    fc.tuple(dag, fc.nat(40), soms).map(([uitnodigingOp, lengte, compleet]) => ({
      soort: 'aanvulling' as const,
      uitnodigingOp,
      hersteltermijnTot: plusDagen(uitnodigingOp, lengte),
      ...(compleet === undefined ? {} : { compleetOp: plusDagen(uitnodigingOp, compleet) }),
      grond: 'aanvulling gevraagd',
    })),
    fc.tuple(dag, soms).map(([gevraagdOp, ontvangen]) => ({
      soort: 'derde' as const,
      derde: 'DUO',
      gevraagd: 'De uitslag.',
      gevraagdOp,
      ...(ontvangen === undefined ? {} : { ontvangenOp: plusDagen(gevraagdOp, ontvangen) }),
    })),
  );
  const regel: fc.Arbitrary<LedgerRegel> = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    versie: fc.integer({ min: 1, max: 9 }),
    inhoud,
  });
  const ledger = fc.uniqueArray(regel, { selector: (r) => `${r.id}${r.versie}`, maxLength: 8 });

  it('hangt niet af van de volgorde van de regels', () => {
    fc.assert(
      fc.property(
        ledger.chain((l) =>
          fc.tuple(fc.constant(l), fc.shuffledSubarray(l, { minLength: l.length })),
        ),
        ([regels, geschud]) => {
          expect(geldendEnVervallen(geschud)).toEqual(geldendEnVervallen(regels));
          expect(einde(geschud)).toBe(einde(regels));
        },
      ),
      { numRuns: AANTAL },
    );
  });

  it('schort niets op voor informatie van een derde: die staat in de ledger zonder mee te tellen', () => {
    fc.assert(
      fc.property(ledger, (regels) => {
        const zonder = geldendEnVervallen(regels).geldend.filter(
          (een) => een.inhoud.soort !== 'derde',
        );
        expect(schorsingenVan(regels)).toEqual(schorsingenVan(zonder));
      }),
      { numRuns: AANTAL },
    );
  });

  it('geeft na een correctie en haar terugdraaiing het eerste einde', () => {
    fc.assert(
      fc.property(ledger, regel, (regels, correctie) => {
        const oud = regels.filter((r) => r.id === 'a').sort((x, y) => y.versie - x.versie)[0];
        fc.pre(oud !== undefined);
        const gecorrigeerd = { ...correctie, id: 'a', versie: 10, reden: 'verkeerde dag' };
        const terug = { ...oud, versie: 11, reden: 'toch goed' };
        expect(einde([...regels, gecorrigeerd, terug])).toBe(einde(regels));
        expect(geldendEnVervallen([...regels, gecorrigeerd, terug]).vervallen).toContain(
          gecorrigeerd,
        );
      }),
      { numRuns: AANTAL },
    );
  });
});
