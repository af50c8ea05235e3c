// Real: PostgreSQL with its roles, the door, the core. Fake: keys in memory; the driver is this spec.
import { randomUUID } from 'node:crypto';
import type { Claim } from '#dossier/bezorging.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { DossierSysteem } from '#dossier/systeem.js';
import { maakOpstelling, open, verwerkVraag, type Opstelling } from './opstelling.js';
import { speelVerhaal } from './verhaal.js';

const SCENARIO: Opdracht = { soort: 'kiesScenario', scenario: 'snelle-start' };

let opstelling: Opstelling;
let systeem: DossierSysteem;

beforeAll(async () => {
  opstelling = await maakOpstelling();
  systeem = new DossierSysteem(opstelling.systeem);
});

afterAll(async () => {
  await opstelling.stop();
});

interface RouteRij {
  stuurversie: string;
  gewekt: string;
  gezien: string;
}

async function route(trajectId: string): Promise<RouteRij> {
  const [rij] = await opstelling.vraag<RouteRij>(
    'SELECT stuurversie, gewekt, gezien FROM route WHERE traject_id = $1',
    [trajectId],
  );
  return rij!;
}

const nu = (): string => new Date().toISOString();

describe('wekken', () => {
  it('wekt voor een nieuw traject en houdt op als de wekker aankwam en de drijver las', async () => {
    const plek = await open(opstelling);
    const wacht = async () =>
      (await systeem.teWekken(100)).find(({ trajectId }) => trajectId === plek.trajectId);

    const teWekken = await wacht();
    expect(teWekken).toMatchObject({ stuurversie: 1, epoche: 1, proef: false });
    expect(teWekken?.wat).toContain('trajectGeopend');
    await systeem.gewektTot(plek.trajectId, 1);
    expect(await wacht()).toBeUndefined();
    expect(
      await opstelling.dossier.stuur({ ...plek, epoche: 1, workflowTijdstip: nu() }),
    ).toMatchObject({
      versie: 1,
      status: 'open',
      kenmerken: expect.arrayContaining(['asiel']) as unknown,
    });
    expect(await route(plek.trajectId)).toEqual({ stuurversie: '1', gewekt: '1', gezien: '1' });
  });

  it('wekt alleen als de drijver iets nieuws te doen heeft en nooit voor wat hij zelf deed', async () => {
    const plek = await open(opstelling);
    const { trajectId } = plek;
    // What was due already is the driver's own doing.
    await opstelling.dossier.stuur({ ...plek, epoche: 1, workflowTijdstip: nu() });
    const brp: Opdracht = {
      soort: 'vulPersoonAan',
      persoon: { bsn: null, vNummer: null, naam: 'Anders', geboortedatum: null },
    };

    await opstelling.dossier.verwerk(verwerkVraag(trajectId, brp));
    expect((await route(trajectId)).stuurversie).toBe('1');
    const gesprek: Opdracht = {
      soort: 'rondDriegesprekAf',
      vorm: 'telefonisch',
      gevoerdOp: '2026-01-12' as never,
    };
    await opstelling.dossier.verwerk(
      verwerkVraag(trajectId, gesprek, { epoche: 1, beller: 'drijver' }),
    );
    expect((await route(trajectId)).stuurversie).toBe('1');
    const terug: Opdracht = { soort: 'trekFeitIn', feit: 'driegesprek', reden: 'Verkeerde datum.' };
    await opstelling.dossier.verwerk(verwerkVraag(trajectId, terug));
    expect((await route(trajectId)).stuurversie).toBe('2');
  });

  it('lost een oude drijver af', async () => {
    const plek = await open(opstelling);
    expect(await systeem.nieuweDrijver(plek.trajectId)).toBe(2);

    expect(
      await opstelling.dossier.stuur({ ...plek, epoche: 1, workflowTijdstip: nu() }),
    ).toMatchObject({ status: 'afgelost' });
    expect(
      await opstelling.dossier.verwerk(verwerkVraag(plek.trajectId, SCENARIO, { epoche: 1 })),
    ).toEqual({ soort: 'afgelost' });
    expect(
      await opstelling.dossier.stuur({ ...plek, epoche: 2, workflowTijdstip: nu() }),
    ).toMatchObject({ status: 'open' });
  });

  const isTeWekken = async (trajectId: string): Promise<boolean> =>
    (await systeem.teWekken(100)).some((een) => een.trajectId === trajectId);

  it('wekt de opvolger als een afgeloste drijver nog leest', async () => {
    const plek = await open(opstelling);
    const { trajectId } = plek;
    const lees = (epoche: number) =>
      opstelling.dossier.stuur({ ...plek, epoche, workflowTijdstip: nu() });
    await lees(1);
    await systeem.nieuweDrijver(trajectId);
    await systeem.gewektTot(trajectId, 1);
    expect(await isTeWekken(trajectId)).toBe(false);

    await lees(1);
    expect(await isTeWekken(trajectId)).toBe(true);
    await systeem.gewektTot(trajectId, 2);
    await lees(2);
    expect(await isTeWekken(trajectId)).toBe(false);
  });

  it('wekt de drijver van een traject dat sloot tot hij het las, en daarna niet meer', async () => {
    const plek = await speelVerhaal(opstelling, 'sluitTraject');
    const { trajectId } = plek;
    const lees = () => opstelling.dossier.stuur({ ...plek, epoche: 1, workflowTijdstip: nu() });
    await lees();
    await opstelling.vraag('UPDATE route SET gewekt = gezien WHERE traject_id = $1', [trajectId]);
    const { vandaag } = (await opstelling.dossier.leesToestand(plek))!;
    const sluit: Opdracht = {
      soort: 'sluitTraject',
      geslotenOp: vandaag as never,
      dossierGecontroleerd: true,
    };
    expect(await opstelling.dossier.verwerk(verwerkVraag(trajectId, sluit))).toMatchObject({
      soort: 'gedaan',
    });

    expect(await isTeWekken(trajectId)).toBe(true);
    expect(await lees()).toMatchObject({ status: 'gesloten' });
    expect(await isTeWekken(trajectId)).toBe(false);
  });

  it('meldt een gewist traject als gewist', async () => {
    const plek = await open(opstelling);
    await opstelling.sleutels.vernietig(plek.trajectId);

    expect(
      await opstelling.dossier.stuur({ ...plek, epoche: 1, workflowTijdstip: nu() }),
    ).toMatchObject({ status: 'gewist' });
    expect(await opstelling.dossier.verwerk(verwerkVraag(plek.trajectId, SCENARIO))).toEqual({
      soort: 'onbekend',
    });
  });
});

describe('tijd', () => {
  it('laat de klok van een proef alleen vooruit gaan en die van een echt traject nooit', async () => {
    const proef = await open(opstelling, { proef: true });
    const echt = await open(opstelling);
    const later = (dagen: number): string =>
      new Date(Date.now() + dagen * 86_400_000).toISOString();
    const vandaag = async (plek: typeof proef, workflowTijdstip: string) => {
      await opstelling.dossier.stuur({ ...plek, epoche: 1, workflowTijdstip });
      return (await opstelling.dossier.leesToestand(plek))!.tijdstip.slice(0, 10);
    };

    expect(await vandaag(proef, later(100))).toBe(later(100).slice(0, 10));
    expect(await vandaag(proef, later(10))).toBe(later(100).slice(0, 10));
    expect(await vandaag(echt, later(100))).toBe(nu().slice(0, 10));
  });

  it('beslist eerst wat verstreken is, precies één keer, ook via de veegronde', async () => {
    const { trajectId, gemeenteId } = await speelVerhaal(opstelling, 'nodigUitVoorIntake');
    const tel = async (): Promise<number> =>
      (
        await opstelling.vraag(
          "SELECT 1 FROM journaal WHERE traject_id = $1 AND soort = 'termijnSignaal'",
          [trajectId],
        )
      ).length;
    const eerst = await tel();
    // The clock of the journey a year on, as a forward would have left it.
    await opstelling.vraag(
      `UPDATE traject SET klokverzet_ms = klokverzet_ms + 365 * 86400000::bigint WHERE id = $1`,
      [trajectId],
    );
    await opstelling.vraag(
      "UPDATE route SET wektijdstip = clock_timestamp() - interval '1 minute' WHERE traject_id = $1",
      [trajectId],
    );
    const plek = { trajectId, gemeenteId };

    expect(await systeem.achterstallig(5, 1_000)).toContainEqual(plek);
    await Promise.all([1, 2, 3, 4].map(() => opstelling.dossier.laatTijdVerstrijken(plek)));
    const daarna = await tel();

    expect(daarna).toBeGreaterThan(eerst);
    expect(await opstelling.dossier.laatTijdVerstrijken(plek)).toEqual({ verlopen: 0 });
    expect(await systeem.achterstallig(5, 1_000)).not.toContainEqual(plek);
    expect(
      await opstelling.vraag('SELECT 1 FROM termijn WHERE traject_id = $1 AND geescaleerd', [
        trajectId,
      ]),
    ).not.toEqual([]);
  });

  it('laat voor een opdracht eerst in dezelfde transactie de tijd verstrijken', async () => {
    const plek = await speelVerhaal(opstelling, 'nodigUitVoorIntake');
    const { trajectId } = plek;
    const { toestand } = (await opstelling.dossier.leesToestand(plek))!;
    await opstelling.vraag(
      `UPDATE traject SET klokverzet_ms = klokverzet_ms + 365 * 86400000::bigint WHERE id = $1`,
      [trajectId],
    );
    const terug: Opdracht = { soort: 'trekFeitIn', feit: 'driegesprek', reden: 'Verkeerde datum.' };
    expect(await opstelling.dossier.verwerk(verwerkVraag(trajectId, terug))).toMatchObject({
      soort: 'gedaan',
    });

    const nieuw = await opstelling.vraag<{ nr: string; soort: string; transactie: string }>(
      `SELECT nr, soort, xmin::text AS transactie FROM journaal
        WHERE traject_id = $1 AND nr > $2 ORDER BY nr`,
      [trajectId, toestand.nr],
    );
    const soorten = nieuw.map(({ soort }) => soort);
    const opdracht = soorten.indexOf('feitIngetrokken');
    expect(soorten.indexOf('termijnSignaal')).toBeGreaterThanOrEqual(0);
    expect(opdracht).toBeGreaterThan(soorten.lastIndexOf('termijnSignaal'));
    expect(new Set(nieuw.map(({ transactie }) => transactie)).size).toBe(1);
  });

  it('weigert opdrachten tijdens het vooruitspoelen, van wie dan ook behalve de drijver', async () => {
    const proef = await open(opstelling, { proef: true });
    const echt = await open(opstelling);

    expect(await opstelling.dossier.beginVooruitspoelen(echt)).toBe('geen-proef');
    expect(await opstelling.dossier.beginVooruitspoelen(proef)).toBe('begonnen');
    expect(await opstelling.dossier.beginVooruitspoelen(proef)).toBe('bezig');
    expect(await opstelling.dossier.verwerk(verwerkVraag(proef.trajectId, SCENARIO))).toEqual({
      soort: 'bezet',
      reden: 'vooruitspoelen',
    });
    await opstelling.dossier.eindVooruitspoelen(proef);
    expect(await opstelling.dossier.verwerk(verwerkVraag(proef.trajectId, SCENARIO))).toMatchObject(
      { soort: 'gedaan' },
    );
  });
});

describe('bezorgen', () => {
  it('houdt een bericht met een ongewisse uitkomst vast tot de huur om is', async () => {
    const plek = await speelVerhaal(opstelling, 'stelPipVast');
    const dagtekening = (await opstelling.dossier.leesToestand(plek))!.vandaag as never;
    await opstelling.dossier.verwerk(
      verwerkVraag(plek.trajectId, { soort: 'stelPipVast', dagtekening }),
    );
    const stuur = await opstelling.dossier.stuur({ ...plek, epoche: 1, workflowTijdstip: nu() });
    const { meldingId } = stuur.berichten[0]!;
    const claim = (huurSeconden: number) =>
      opstelling.dossier.claimBericht({ ...plek, epoche: 1, meldingId, huurSeconden });
    const eerste = await claim(60);
    const { berichtId } = eerste as Extract<typeof eerste, { soort: 'geclaimd' }>;
    const meld = (uitkomst: 'ongewis' | 'mislukt') =>
      opstelling.dossier.meldPoging({ ...plek, meldingId, berichtId, uitkomst, oorzaak: 'x' });

    expect(await meld('ongewis')).toBe(true);
    expect(await claim(60)).toEqual({ soort: 'bezet' });
    await opstelling.vraag(
      `UPDATE bericht SET huur_tot = clock_timestamp() - interval '1 second'
        WHERE traject_id = $1 AND melding_id = $2`,
      [plek.trajectId, meldingId],
    );
    expect(await claim(60)).toMatchObject({ soort: 'geclaimd', vorigeOngewis: true });
  });

  /** A journey of which the PIP is decided and not delivered, with the message of it. */
  async function metOpenPip() {
    const plek = await speelVerhaal(opstelling, 'stelPipVast');
    const drijver = { ...plek, epoche: 1 };
    const dagtekening = (await opstelling.dossier.leesToestand(plek))!.vandaag as never;
    await opstelling.dossier.verwerk(
      verwerkVraag(plek.trajectId, { soort: 'stelPipVast', dagtekening }),
    );
    const { berichten } = await opstelling.dossier.stuur({ ...drijver, workflowTijdstip: nu() });
    const { meldingId } = berichten[0]!;
    const claim = () =>
      opstelling.dossier.claimBericht({ ...drijver, meldingId, huurSeconden: 60 });
    return { plek, drijver, dagtekening, claim };
  }

  it('geeft na een overlijden het bericht dat klaarstond aan niemand meer', async () => {
    const { plek, drijver, dagtekening, claim } = await metOpenPip();
    const { tijdstip } = (await opstelling.dossier.leesToestand(plek))!;
    const overleden: Opdracht = {
      soort: 'verwerkPlicht',
      gevraagdTijdstip: tijdstip,
      feiten: {
        plichtig: false,
        beginOp: null,
        eindeOp: dagtekening,
        kennisgevingOp: null,
        redenGeenPlicht: 'Overlijden',
      },
    };
    expect(await opstelling.dossier.verwerk(verwerkVraag(plek.trajectId, overleden))).toMatchObject(
      { soort: 'gedaan' },
    );

    expect(await claim()).toEqual({ soort: 'vervallen' });
    expect(await opstelling.dossier.stuur({ ...drijver, workflowTijdstip: nu() })).toMatchObject({
      berichten: [],
    });
  });

  it('geeft van een gewist traject geen bericht meer', async () => {
    const { plek, claim } = await metOpenPip();
    await opstelling.sleutels.vernietig(plek.trajectId);

    expect(await claim()).toEqual({ soort: 'onbekend' });
  });

  it('laat een nieuw PIP wachten op de poging van het ingetrokken PIP, die nog bij DUO kan aankomen', async () => {
    const plek = await speelVerhaal(opstelling, 'stelPipVast');
    const drijver = { ...plek, epoche: 1 };
    const dagtekening = (await opstelling.dossier.leesToestand(plek))!.vandaag as never;
    const stelVast: Opdracht = { soort: 'stelPipVast', dagtekening };
    const claimEerste = async (): Promise<Claim> => {
      const { berichten } = await opstelling.dossier.stuur({ ...drijver, workflowTijdstip: nu() });
      const { meldingId } = berichten[0]!;
      return opstelling.dossier.claimBericht({ ...drijver, meldingId, huurSeconden: 60 });
    };
    await opstelling.dossier.verwerk(verwerkVraag(plek.trajectId, stelVast));
    expect(await claimEerste()).toMatchObject({ soort: 'geclaimd' });

    const herstel: Opdracht = {
      soort: 'corrigeerFeit',
      feit: 'pip',
      reden: 'Verkeerde alfabetisering.',
      opdracht: stelVast,
    };
    expect(await opstelling.dossier.verwerk(verwerkVraag(plek.trajectId, herstel))).toMatchObject({
      soort: 'gedaan',
    });
    expect(await claimEerste()).toEqual({ soort: 'bezet' });
    await opstelling.vraag(
      `UPDATE bericht SET huur_tot = clock_timestamp() - interval '1 second'
        WHERE traject_id = $1 AND status = 'vervallen'`,
      [plek.trajectId],
    );
    expect(await claimEerste()).toMatchObject({ soort: 'geclaimd' });
  });

  it('geeft een bericht aan één poging tegelijk en zegt of een vorige ongewis is', async () => {
    const plek = await speelVerhaal(opstelling, 'stelPipVast');
    const dagtekening = (await opstelling.dossier.leesToestand(plek))!.vandaag as never;
    const gezet = await opstelling.dossier.verwerk(
      verwerkVraag(plek.trajectId, { soort: 'stelPipVast', dagtekening }),
    );
    expect(gezet).toMatchObject({ soort: 'gedaan' });
    const { berichten } = await opstelling.dossier.stuur({
      ...plek,
      epoche: 1,
      workflowTijdstip: nu(),
    });
    const vraag = { ...plek, epoche: 1, meldingId: berichten[0]!.meldingId, huurSeconden: 60 };
    const claims = await Promise.all([1, 2, 3].map(() => opstelling.dossier.claimBericht(vraag)));
    const gelukt = claims.filter((claim) => claim.soort === 'geclaimd');

    expect(gelukt).toHaveLength(1);
    expect(claims.filter((claim) => claim.soort === 'bezet')).toHaveLength(2);
    expect(gelukt[0]).toMatchObject({
      poging: 1,
      vorigeOngewis: false,
      bericht: { bericht: 'PIP_AANLEVEREN' },
    });
    const meld = (berichtId: string, uitkomst: 'ongewis' | 'mislukt') =>
      opstelling.dossier.meldPoging({
        ...plek,
        meldingId: vraag.meldingId,
        berichtId,
        uitkomst,
        oorzaak: 'ECONNRESET',
      });
    expect(await meld(randomUUID(), 'ongewis')).toBe(false);
    expect(await meld(gelukt[0]!.berichtId, 'mislukt')).toBe(true);
    const tweede = await opstelling.dossier.claimBericht({ ...vraag, huurSeconden: -1 });
    expect(tweede).toMatchObject({ poging: 2, vorigeOngewis: false });
    const derde = await opstelling.dossier.claimBericht(vraag);
    expect(derde).toMatchObject({ soort: 'geclaimd', poging: 3, vorigeOngewis: true });
    const berichtId = derde.soort === 'geclaimd' ? derde.berichtId : '';
    const bezorgd: Opdracht = { soort: 'meldBezorgd', meldingId: vraag.meldingId, berichtId };
    await opstelling.dossier.verwerk(
      verwerkVraag(plek.trajectId, bezorgd, { epoche: 1, beller: 'drijver' }),
    );

    expect(await opstelling.dossier.claimBericht(vraag)).toEqual({ soort: 'vervallen' });
    expect(
      await opstelling.vraag(
        'SELECT status, huur_tot, poging FROM bericht WHERE traject_id = $1 AND melding_id = $2',
        [plek.trajectId, vraag.meldingId],
      ),
    ).toEqual([{ status: 'bezorgd', huur_tot: null, poging: 3 }]);
  });

  it('laat een nooit geprobeerde stand van uren vallen als er een nieuwere klaarstaat', async () => {
    const plek = await speelVerhaal(opstelling, 'registreerCursusuren');
    const { vandaag } = (await opstelling.dossier.leesToestand(plek))!;
    for (const urenNt2 of [100, 140]) {
      await opstelling.dossier.verwerk(
        verwerkVraag(plek.trajectId, {
          soort: 'registreerCursusuren',
          totEnMet: vandaag as never,
          urenNt2,
          urenKnm: 0,
          bron: 'invoer',
        }),
      );
    }
    const drijver = { ...plek, epoche: 1 };
    const stuur = await opstelling.dossier.stuur({ ...drijver, workflowTijdstip: nu() });
    const oudste = stuur.berichten.find(({ baan }) => baan === 'uren')!.meldingId;

    expect(
      await opstelling.dossier.claimBericht({ ...drijver, meldingId: oudste, huurSeconden: 60 }),
    ).toEqual({ soort: 'ingehaald' });
    await opstelling.dossier.verwerk(
      verwerkVraag(
        plek.trajectId,
        { soort: 'meldIngehaald', meldingId: oudste },
        { epoche: 1, beller: 'drijver' },
      ),
    );
    const daarna = await opstelling.dossier.stuur({ ...drijver, workflowTijdstip: nu() });
    const nieuwste = daarna.berichten.find(({ baan }) => baan === 'uren')!.meldingId;
    expect(
      await opstelling.dossier.claimBericht({ ...drijver, meldingId: nieuwste, huurSeconden: 60 }),
    ).toMatchObject({ soort: 'geclaimd', bericht: { inhoud: { uren: 140 } } });
  });
});
