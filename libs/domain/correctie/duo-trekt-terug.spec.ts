// Real: the whole core. Nothing is faked. Facts of DUO are corrected by DUO: what it no longer states is gone.
import type { IsoDatum } from '#domain/datum/datum.js';
import { mijlpalenVan, takenVan } from '#domain/traject/overzicht.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { Journaal, omgevingOp } from '#test/support/journaal.js';
import { verhaalGezin, type Stap } from '#test/support/verhalen.js';

const VERHAAL = verhaalGezin('0d6f2a8e-2f57-4a0c-9a0a-000000000005');
const VANDAAG = '2026-10-02';
const GEVRAAGD = `${VANDAAG}T10:00:00.000Z`;

/** The journey up to and including this step, and then what DUO says today. */
function na(laatste: Opdracht['soort'], ...opdrachten: readonly Opdracht[]): Journaal {
  const journaal = new Journaal();
  const tot = VERHAAL.findIndex(({ opdracht }) => opdracht.soort === laatste) + 1;
  const stappen: readonly Stap[] = [
    ...VERHAAL.slice(0, tot),
    ...opdrachten.map((opdracht) => ({ op: VANDAAG as IsoDatum, opdracht })),
  ];
  for (const { op, opdracht } of stappen) {
    expect(journaal.geef(opdracht, omgevingOp(`${op}T11:00:00.000Z`))).toBeNull();
  }
  return journaal;
}

const soorten = ({ toestand }: Journaal): readonly string[] =>
  takenVan(toestand).map(({ soort }) => soort);

const plicht = (kennisgevingOp: string | null): Opdracht => ({
  soort: 'verwerkPlicht',
  gevraagdTijdstip: GEVRAAGD,
  feiten: {
    plichtig: true,
    beginOp: '2026-08-20' as IsoDatum,
    eindeOp: null,
    kennisgevingOp: kennisgevingOp as IsoDatum | null,
    redenGeenPlicht: null,
  },
});
const lbt = (
  ...resultaten: Extract<Opdracht, { soort: 'verwerkLbt' }>['resultaten']
): Opdracht => ({
  soort: 'verwerkLbt',
  gevraagdTijdstip: GEVRAAGD,
  resultaten,
});

describe('een kennisgeving die DUO terugneemt', () => {
  it('neemt de mijlpaal, de taken en de tien weken mee', () => {
    const journaal = na('verwerkDoelgroep', plicht(null));
    expect(mijlpalenVan(journaal.toestand)).not.toHaveProperty('kennisgevingOntvangen');
    expect(soorten(journaal)).toEqual([]);
    expect(journaal.toestand.termijnen['PIP_VASTSTELLEN']?.status).toBe('ingetrokken');
  });

  it('laat de tien weken opnieuw beginnen bij de nieuwe kennisgeving', () => {
    const journaal = na('verwerkDoelgroep', plicht(null), plicht('2026-09-28'));
    expect(mijlpalenVan(journaal.toestand)).toHaveProperty('kennisgevingOntvangen');
    expect(soorten(journaal)).toEqual(['intake-uitnodigen', 'lbt-aanmelden']);
    expect(journaal.toestand.termijnen['PIP_VASTSTELLEN']).toMatchObject({
      status: 'loopt',
      uiterlijkOp: '2026-12-07',
    });
  });

  it('staat een keer in het journaal, hoe vaak DUO het ook zegt', () => {
    const journaal = na('verwerkDoelgroep', plicht(null), plicht(null));
    const regels = journaal.regels.filter(
      ({ gebeurtenis }) => gebeurtenis.soort === 'kennisgevingIngetrokken',
    );
    expect(regels).toHaveLength(1);
  });
});

describe('een resultaat van de leerbaarheidstoets dat DUO terugneemt', () => {
  it('neemt de mijlpaal mee en opent de keuze van de leerroute niet meer', () => {
    const journaal = na('verwerkLbt', lbt());
    expect(mijlpalenVan(journaal.toestand)).not.toHaveProperty('lbtBekend');
    expect(soorten(journaal)).not.toContain('leerroute-kiezen');
  });

  it('telt weer als het er opnieuw is, met een nieuwe taak', () => {
    const eerst = na('verwerkLbt');
    const weer = na(
      'verwerkLbt',
      lbt(),
      lbt({ afnameOp: '2026-10-01' as IsoDatum, resultaat: 'B1-route haalbaar' }),
    );
    const taak = ({ toestand }: Journaal) =>
      takenVan(toestand).find(({ soort }) => soort === 'leerroute-kiezen')?.sleutel;
    expect(taak(weer)).toBeDefined();
    expect(taak(weer)).not.toBe(taak(eerst));
  });

  it('is geen nieuws als er nooit een was', () => {
    const voor = na('legIntakeVast').regels.length;
    expect(na('legIntakeVast', lbt()).regels.length).toBe(voor);
  });
});
