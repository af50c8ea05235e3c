// Real: the whole core, on the story of an asielstatushouder. Fake: the answers of the BRP, built here.
import { naarDatum } from '../datum/datum.js';
import type { Opdracht } from '../traject/opdracht.js';
import { takenVan } from '../traject/overzicht.js';
import { Journaal, omgevingOp } from '#test/support/journaal.js';
import { verhaalAsiel, verhaalGezin } from '#test/support/verhalen.js';
import type { BrpFeiten } from './opdrachten.js';
import { BRP_UITLEG, BRP_VOORSTELLEN } from './verschil.js';

const d = naarDatum;
const ONS = '9001';
const VERHAAL = verhaalAsiel('0d6f2a8e-2f57-4a0c-9a0a-000000000025');
const VERHAAL_VAN_DUO = verhaalGezin('0d6f2a8e-2f57-4a0c-9a0a-000000000026');
const OP = omgevingOp('2026-11-20T09:00:00.000Z');

/** The journey before this step. */
function dossier(tot: Opdracht['soort'], verhaal = VERHAAL): Journaal {
  const journaal = new Journaal();
  for (const { op, opdracht } of verhaal) {
    if (opdracht.soort === tot) return journaal;
    expect(journaal.geef(opdracht, omgevingOp(`${op}T11:00:00.000Z`))).toBeNull();
  }
  throw new Error(`Het verhaal kent geen ${tot}.`);
}

let teller = 0;

function brp(meer: Partial<BrpFeiten> | null = {}): Opdracht {
  teller += 1;
  const niets = {
    gemeente: ONS,
    ingeschrevenOp: null,
    overleden: false,
    overledenOp: null,
    opschorting: null,
    inOnderzoek: false,
  };
  return {
    soort: 'verwerkBrp',
    gevraagdTijdstip: `2026-11-20T08:00:00.${String(teller).padStart(3, '0')}Z`,
    gemeentecode: ONS,
    feiten: meer === null ? null : { ...niets, ...meer },
  };
}

/** Kinds of events of the last opdracht. */
const soorten = (journaal: Journaal): string[] =>
  journaal.groepen.at(-1)!.regels.map(({ gebeurtenis }) => gebeurtenis.soort);
const open = ({ toestand }: Journaal) => toestand.brp?.open ?? [];
const taken = ({ toestand }: Journaal): string[] => takenVan(toestand).map(({ soort }) => soort);
const TAAK = 'brp-verschillen-behandelen';

describe('wat de BRP zegt', () => {
  it('legt de inschrijving vast waar het dossier op wacht, en sluit die taak', () => {
    const journaal = dossier('legBrpInschrijvingVast');
    expect(taken(journaal)).toContain('brp-inschrijving-vastleggen');

    expect(journaal.geef(brp({ ingeschrevenOp: d('2026-06-10') }), OP)).toBeNull();

    expect(soorten(journaal)).toContain('brpInschrijvingVastgelegd');
    expect(journaal.toestand.brpInschrijving?.op).toBe('2026-06-10');
    expect(taken(journaal)).not.toContain('brp-inschrijving-vastleggen');
    expect(taken(journaal)).not.toContain(TAAK);
  });

  it('overschrijft nooit een dag die een mens vastlegde: dat wordt een taak met een voorstel', () => {
    const journaal = dossier('nodigUitVoorIntake');
    const ons = journaal.toestand.brpInschrijving?.op;

    journaal.geef(brp({ ingeschrevenOp: d('2026-01-02') }), OP);

    expect(journaal.toestand.brpInschrijving?.op).toBe(ons);
    expect(open(journaal)).toEqual([
      { veld: 'inschrijving', ons, brp: '2026-01-02', voorstel: 'inschrijving-corrigeren' },
    ]);
    expect(taken(journaal)).toContain(TAAK);
  });

  it('legt niet opnieuw vast wat een mens introk, en vraagt dat na', () => {
    const journaal = dossier('nodigUitVoorIntake');
    const ons = journaal.toestand.brpInschrijving!.op;
    const terug = { soort: 'trekFeitIn', feit: 'brpInschrijving', reden: 'Abuis.' } as const;
    expect(journaal.geef(terug, OP)).toBeNull();

    journaal.geef(brp({ ingeschrevenOp: ons }), OP);

    expect(journaal.toestand.brpInschrijving).toBeNull();
    expect(open(journaal)).toEqual([
      { veld: 'inschrijving', ons: null, brp: ons, voorstel: 'inschrijving-vastleggen' },
    ]);
  });

  it.each<[string, Partial<BrpFeiten> | null, object]>([
    [
      'een verhuizing',
      { gemeente: '9002' },
      { veld: 'gemeente', brp: '9002', ons: ONS, voorstel: 'overdragen' },
    ],
    [
      'een overlijden',
      { overleden: true, overledenOp: d('2026-11-01') },
      { veld: 'overlijden', brp: '2026-11-01', voorstel: 'einde-afwachten' },
    ],
    [
      'een overlijden op een onbekende dag',
      { overleden: true },
      { veld: 'overlijden', brp: null, voorstel: 'einde-afwachten' },
    ],
    ['een onbekend nummer', null, { veld: 'persoon', voorstel: 'nummer-controleren' }],
    [
      'een emigratie',
      { gemeente: null, opschorting: 'E' },
      { veld: 'bijhouding', brp: 'E', voorstel: 'navragen-bij-burgerzaken' },
    ],
    [
      'een verhuizing die in onderzoek is',
      { gemeente: '9002', inOnderzoek: true },
      { veld: 'gemeente', brp: '9002', voorstel: 'navragen-bij-burgerzaken' },
    ],
  ])('maakt van %s één taak, en verandert geen feit', (_wat, feiten, verwacht) => {
    const journaal = dossier('nodigUitVoorIntake');

    journaal.geef(brp(feiten), OP);

    expect(soorten(journaal)).toEqual(['verschillenMetBrpVastgesteld']);
    expect(open(journaal)).toEqual([expect.objectContaining(verwacht)]);
    expect(taken(journaal)).toContain(TAAK);
  });

  it('zwijgt over een andere gemeente zolang de inburgeraar nog moet verhuizen', () => {
    const journaal = dossier('legVerhuizingVast');

    journaal.geef(brp({ gemeente: '0518', ingeschrevenOp: d('2025-01-01') }), OP);

    expect(soorten(journaal)).toEqual([]);
  });

  it('legt niets vast wat in onderzoek is of nog komt', () => {
    const onderzoek = dossier('legBrpInschrijvingVast');
    onderzoek.geef(brp({ ingeschrevenOp: d('2026-06-10'), inOnderzoek: true }), OP);
    expect(onderzoek.toestand.brpInschrijving).toBeNull();
    expect(open(onderzoek)).toHaveLength(1);

    const komt = dossier('legBrpInschrijvingVast');
    komt.geef(brp({ ingeschrevenOp: d('2026-12-24') }), OP);
    expect(komt.toestand.brpInschrijving).toBeNull();
  });

  it('geeft geen gebeurtenis als er niets nieuws is, en sluit de taak als BRP en dossier weer gelijk zijn', () => {
    const journaal = dossier('nodigUitVoorIntake');
    const gelijk = brp({ ingeschrevenOp: journaal.toestand.brpInschrijving!.op });
    journaal.geef(gelijk, OP);
    expect(soorten(journaal)).toEqual([]);

    journaal.geef(brp({ gemeente: '9002' }), OP);
    journaal.geef(brp({ gemeente: '9002' }), OP);
    expect(soorten(journaal)).toEqual([]);
    expect(taken(journaal)).toContain(TAAK);

    journaal.geef(brp({ ingeschrevenOp: journaal.toestand.brpInschrijving!.op }), OP);
    expect(taken(journaal)).not.toContain(TAAK);
  });

  it('komt niet terug op wat verklaard is, wel op wat hersteld heette', () => {
    const verklaard = dossier('nodigUitVoorIntake');
    verklaard.geef(brp({ gemeente: '9002' }), OP);
    verklaard.geef({ soort: 'handelBrpVerschillenAf', uitkomst: 'verklaard' }, OP);
    verklaard.geef(brp({ gemeente: '9002' }), OP);
    expect(taken(verklaard)).not.toContain(TAAK);
    verklaard.geef(brp({ gemeente: '9003' }), OP);
    expect(taken(verklaard)).toContain(TAAK);

    const hersteld = dossier('nodigUitVoorIntake');
    hersteld.geef(brp({ gemeente: '9002' }), OP);
    hersteld.geef({ soort: 'handelBrpVerschillenAf', uitkomst: 'hersteld' }, OP);
    expect(taken(hersteld)).not.toContain(TAAK);
    hersteld.geef(brp({ gemeente: '9002' }), OP);
    expect(taken(hersteld)).toContain(TAAK);
  });

  it('weigert een antwoord dat ouder is dan wat er al staat, en af te handelen wat er niet is', () => {
    const journaal = dossier('nodigUitVoorIntake');
    const af: Opdracht = { soort: 'handelBrpVerschillenAf', uitkomst: 'hersteld' };
    expect(journaal.geef(af, OP)).toMatchObject({ code: 'GEEN_VERSCHILLEN' });

    const oud = brp({ gemeente: '9003' });
    journaal.geef(brp({ gemeente: '9002' }), OP);
    expect(journaal.geef(oud, OP)).toMatchObject({ code: 'FEITEN_VEROUDERD' });
    expect(open(journaal)).toMatchObject([{ brp: '9002' }]);
  });

  it('kent van wie DUO meldde de dag van vestiging, en een PIP van daarvoor wordt geweigerd', () => {
    const journaal = dossier('stelPipVast', VERHAAL_VAN_DUO);
    const pip: Opdracht = { soort: 'stelPipVast', dagtekening: d('2026-11-10') };
    const vraag = (ingeschrevenOp: string, meer: Partial<BrpFeiten> = {}): string[] => {
      expect(journaal.geef(brp({ ingeschrevenOp: d(ingeschrevenOp), ...meer }), OP)).toBeNull();
      return soorten(journaal);
    };
    expect(vraag('2026-11-11', { gemeente: '9002' })).not.toContain('vestigingGevonden');
    expect(vraag('2026-11-11', { inOnderzoek: true })).not.toContain('vestigingGevonden');

    expect(vraag('2026-11-11')).toContain('vestigingGevonden');
    expect(vraag('2026-11-11')).toEqual([]);
    expect(journaal.geef(pip, OP)).toMatchObject({ code: 'PIP_VOOR_VESTIGING' });

    vraag('2026-11-10');
    expect(journaal.geef(pip, OP)).toBeNull();
  });

  it('legt elk voorstel uit', () => {
    expect(Object.keys(BRP_UITLEG).sort()).toEqual([...BRP_VOORSTELLEN].sort());
  });
});
