/**
 * Real: the whole core with the shipped table, calendar and settings; entries of every kind are generated, ten thousand
 * journeys per rule at the gate. Nothing is faked; the journey up to the first entry is played once.
 */
import fc from 'fast-check';
import { omgevingOp, Journaal } from '#test/support/journaal.js';
import { omvang } from '#test/support/omvang.js';
import { verhaalGezin } from '#test/support/verhalen.js';
import { naarDatum, plusDagen, type IsoDatum } from '../datum/datum.js';
import { besluit, speelAf } from '../traject/besluit.js';
import type { Opdracht } from '../traject/opdracht.js';
import { laatTijdVerstrijken } from '../traject/tijd.js';
import type { Toestand } from '../traject/toestand.js';
import type { OpschortingOpdracht } from './opdrachten.js';

const AANTAL = omvang({ poort: 10_000, volledig: 50_000 });
const D = naarDatum;
const NU = omgevingOp('2027-06-01T09:00:00.000Z');
const ONTVANGEN = D('2026-10-05');
const ID = '0d6f2a8e-2f57-4a0c-9a0a-000000000004';

/** The ten weeks run to 2026-11-16, an aanvraag to 2026-11-30, and it is long past both. */
function begin(): { readonly toestand: Toestand; readonly termijn: string } {
  const journaal = new Journaal();
  for (const { op, opdracht } of verhaalGezin(ID)) {
    if (opdracht.soort === 'nodigUitVoorIntake') break;
    journaal.geef(opdracht, omgevingOp(`${op}T09:00:00.000Z`));
  }
  const aanvraag: Opdracht = {
    soort: 'legAanvraagVast',
    onderwerp: 'Lesplaats.',
    ontvangenOp: ONTVANGEN,
  };
  journaal.geef(aanvraag, omgevingOp('2026-10-05T09:00:00.000Z'));
  journaal.laatTijdVerstrijken(NU);
  const [termijn = ''] = Object.keys(journaal.toestand.aanvragen ?? {});
  return { toestand: journaal.toestand, termijn };
}

const { toestand: BEGIN, termijn: AANVRAAG } = begin();

type Regel = Exclude<OpschortingOpdracht, { soort: 'trekOpschortingIn' }>;

function geef(toestand: Toestand, opdracht: Opdracht): Toestand {
  const uitkomst = besluit(toestand, opdracht, NU);
  if (!uitkomst.ok) throw new Error(`${opdracht.soort}: ${uitkomst.weigering.code}`);
  return speelAf(toestand, uitkomst.gebeurtenissen, NU);
}

const na = (regels: readonly Regel[], toestand = BEGIN): Toestand => regels.reduce(geef, toestand);

/** Both last days, once time has passed. */
function einden(toestand: Toestand): unknown {
  const { termijnen } = speelAf(toestand, laatTijdVerstrijken(toestand, NU), NU);
  return [AANVRAAG, 'PIP_VASTSTELLEN'].map((sleutel) => {
    const stand = termijnen[sleutel];
    return [stand?.status, stand?.uiterlijkOp];
  });
}

const laatsteId = ({ opschortingen = {} }: Toestand, termijn: string): string =>
  opschortingen[termijn]?.at(-1)?.id ?? '';

const termijnVan = (regel: Regel): string =>
  regel.soort === 'wachtOpInformatie' ? 'PIP_VASTSTELLEN' : regel.termijn;

const dag = fc.nat(120).map((n) => plusDagen(D('2026-09-20'), n));
const lengte = fc.nat(40);
const soms = fc.option(fc.nat(60), { nil: undefined });

function schort(van: IsoDatum, tot?: IsoDatum): Regel {
  const einde = tot === undefined ? {} : { tot };
  return { soort: 'schortTermijnOp', termijn: AANVRAAG, van, ...einde, grond: 'uitstel' };
}

const periode = fc.tuple(dag, lengte).map(([van, n]) => schort(van, plusDagen(van, n)));
/** Not before the aanvraag came. */
const naOntvangst = fc.nat(100).map((n) => plusDagen(ONTVANGEN, n));
const aanvulling = fc
  .tuple(naOntvangst, lengte, soms)
  .map(([uitnodigingOp, n, compleet]): Regel => ({
    soort: 'vraagAanvulling',
    termijn: AANVRAAG,
    uitnodigingOp,
    hersteltermijnTot: plusDagen(uitnodigingOp, n + 1),
    ...(compleet === undefined ? {} : { compleetOp: plusDagen(uitnodigingOp, compleet) }),
    grond: 'een kopie ontbreekt',
  }));
/** Within the ten weeks. */
const binnenTermijn = fc.nat(57).map((n) => plusDagen(D('2026-09-20'), n));
const informatie = fc.tuple(binnenTermijn, soms).map(([gevraagdOp, n]): Regel => ({
  soort: 'wachtOpInformatie',
  derde: 'DUO',
  gevraagd: 'De uitslag.',
  gevraagdOp,
  ...(n === undefined ? {} : { ontvangenOp: plusDagen(gevraagdOp, n) }),
}));

const regel = fc.oneof(periode, aanvulling, informatie);
const lijst = fc.array(regel, { minLength: 1, maxLength: 4 });

describe('opschortingen, aanvullingen en informatie van derden, in elke volgorde', () => {
  it('geeft vastleggen en weer intrekken de eerste dag', () => {
    fc.assert(
      fc.property(lijst, (regels) => {
        let toestand = na(regels);
        const ids = Object.values(toestand.opschortingen ?? {}).flatMap((een) =>
          een.map(({ id }) => id),
        );
        expect(ids).toHaveLength(regels.length);
        for (const opschorting of ids) {
          toestand = geef(toestand, { soort: 'trekOpschortingIn', opschorting, reden: 'Abuis.' });
        }
        expect(einden(toestand)).toEqual(einden(BEGIN));
      }),
      { numRuns: AANTAL },
    );
  });

  it('maakt de volgorde niet uit', () => {
    const geschud = lijst.chain((regels) =>
      fc.tuple(fc.constant(regels), fc.shuffledSubarray(regels, { minLength: regels.length })),
    );
    fc.assert(
      fc.property(geschud, ([regels, anders]) => {
        expect(einden(na(anders))).toEqual(einden(na(regels)));
      }),
      { numRuns: AANTAL },
    );
  });

  it('verandert het niets of een periode in een keer of in twee delen die aansluiten vastligt', () => {
    const rest = fc.array(regel, { maxLength: 3 });
    const knip = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(39));
    fc.assert(
      fc.property(rest, dag, knip, (regels, van, [dagen, eerste]) => {
        const tot = plusDagen(van, dagen);
        const midden = plusDagen(van, eerste % dagen);
        const delen = [schort(van, midden), schort(plusDagen(midden, 1), tot)];
        const heel = na(regels, na([schort(van, tot)]));
        expect(einden(na(regels, na(delen)))).toEqual(einden(heel));
      }),
      { numRuns: AANTAL },
    );
  });

  it('geeft corrigeren en terug corrigeren de eerste uitkomst', () => {
    const paar = fc.oneof(
      fc.tuple(fc.oneof(periode, aanvulling), fc.oneof(periode, aanvulling)),
      fc.tuple(informatie, informatie),
    );
    fc.assert(
      fc.property(fc.array(regel, { maxLength: 3 }), paar, (regels, [juist, fout]) => {
        const eerst = na([...regels, juist]);
        const vervangt = { vervangt: laatsteId(eerst, termijnVan(juist)), reden: 'Anders.' };
        const terug = na(
          [
            { ...fout, ...vervangt },
            { ...juist, ...vervangt },
          ],
          eerst,
        );
        expect(einden(terug)).toEqual(einden(eerst));
      }),
      { numRuns: AANTAL },
    );
  });
});
