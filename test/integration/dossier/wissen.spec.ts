// Real: PostgreSQL with its roles, the door, the core, the round of the worker that erases. Fake: keys in memory, which
// fail when told; what Temporal answers; DUO is this spec. The process dies between two steps by an error at that step.
import { randomUUID } from 'node:crypto';
import { wisRonde, type Wissers } from '#apps/worker/src/wissen.js';
import { Dossier } from '#dossier/dossier.js';
import type { Notificatie } from '#dossier/postvak.js';
import { DossierSysteem } from '#dossier/systeem.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { CATEGORIEEN } from '#security/sleutels/sleutel.port.js';
import { SleutelsInGeheugen } from '#security/sleutels/sleutels-in-geheugen.js';
import { maakOpstelling, open, openVraag, verwerkVraag, type Opstelling } from './opstelling.js';
import { speelVerhaal } from './verhaal.js';

const WIS: Opdracht = {
  soort: 'meldTenOnrechteOntvangen',
  reden: 'verkeerde-gemeente',
  onherroepelijk: true,
};

let o: Opstelling;
let systeem: DossierSysteem;

beforeAll(async () => {
  o = await maakOpstelling();
  systeem = new DossierSysteem(o.systeem);
});

afterAll(() => o.stop());

/** What a round does, in order; the step named in `faalt` throws once. */
function wissers(stappen: string[] = [], faalt?: string): Wissers {
  let kapot = faalt;
  const stap = <T>(naam: string, doe: () => Promise<T>): Promise<T> => {
    stappen.push(naam);
    if (naam !== kapot) return doe();
    kapot = undefined;
    return Promise.reject(new Error('weg'));
  };
  return {
    systeem,
    dossier: {
      vernietigSleutels: (plek) => stap('sleutels', () => o.dossier.vernietigSleutels(plek)),
      rondWissingAf: (plek) => stap('afronden', () => o.dossier.rondWissingAf(plek)),
    },
    workflows: {
      loopt: () => Promise.resolve(false),
      stootAan: () => Promise.resolve(),
      beeindig: () => stap('beeindig', () => Promise.resolve()),
      verwijder: () => stap('verwijder', () => Promise.resolve()),
    },
    log: { warn: () => undefined },
  };
}

const wis = async (trajectId: string): Promise<void> => {
  const uitkomst = await o.dossier.verwerk(verwerkVraag(trajectId, WIS));
  expect(uitkomst.soort).toBe('gedaan');
};

function notificatie(bsn: string, meer: Partial<Notificatie> = {}): Notificatie {
  return {
    gemeenteId: openVraag().gemeenteId,
    bron: '00000001003214345000',
    berichtId: randomUUID(),
    gebeurtenisId: 'SS139',
    registratieTijdstip: '2026-03-02T08:00:00.000Z',
    bsn,
    inhoudHash: randomUUID(),
    ...meer,
  };
}

/** Takes one in and lets the worker look at what waits; gives its row. */
async function ontvang(post: Notificatie): Promise<Record<string, unknown>> {
  await o.dossier.ontvangNotificatie(post);
  for (const rij of await systeem.nieuwePost(100)) await o.dossier.koppelPost(rij);
  const [rij] = await o.vraag<Record<string, unknown>>(
    'SELECT * FROM postvak WHERE bericht_id = $1',
    [post.berichtId],
  );
  return rij!;
}

const LEEG = { status: 'gewist', zegel: null, bsn_hash: null, vnummer_hash: null, ophalen: [] };

/** Tables with rows of a journey, and how many. */
async function rijenVan(trajectId: string): Promise<Record<string, number>> {
  const telling: Record<string, number> = {};
  for (const tabel of ['taak', 'termijn', 'mijlpaal', 'journaal', 'wissing']) {
    const [rij] = await o.vraag<{ n: number }>(
      `SELECT count(*)::integer AS n FROM ${tabel} WHERE traject_id = $1`,
      [trajectId],
    );
    telling[tabel] = rij!.n;
  }
  return telling;
}

describe('een traject wissen', () => {
  it('maakt het onvindbaar in het verzoek zelf, en laat alleen een skelet en een grafsteen na', async () => {
    const plek = await speelVerhaal(o, 'rondMapAf');
    const voor = await rijenVan(plek.trajectId);
    expect(voor).toMatchObject({ wissing: 0 });
    expect(voor['taak']).toBeGreaterThan(0);

    await wis(plek.trajectId);

    expect(await o.dossier.leesToestand(plek)).toBeNull();
    expect(await o.dossier.isGewist(plek)).toBe(true);
    const [rij] = await o.vraag('SELECT * FROM traject WHERE id = $1', [plek.trajectId]);
    expect(rij).toMatchObject({
      status: 'gewist',
      bsn_hash: null,
      vnummer_hash: null,
      momentopname: null,
      leerroute: null,
      indeling: null,
    });
    const na = await rijenVan(plek.trajectId);
    expect(na).toMatchObject({ taak: 0, termijn: 0, mijlpaal: 0, wissing: 1 });
    expect(na['journaal']).toBeGreaterThan(voor['journaal']!);
    expect(
      await o.vraag("SELECT 1 FROM bericht WHERE traject_id = $1 AND status = 'open'", [
        plek.trajectId,
      ]),
    ).toEqual([]);
  });

  it('zegt de drijver dat het gewist is, ook voordat de sleutel weg is, en weigert elke opdracht', async () => {
    const plek = await open(o);
    await wis(plek.trajectId);

    const stuur = { ...plek, epoche: 1, workflowTijdstip: '' };
    expect(await o.dossier.stuur(stuur)).toMatchObject({ status: 'gewist', berichten: [] });
    expect(await o.dossier.verwerk(verwerkVraag(plek.trajectId, WIS))).toEqual({
      soort: 'onbekend',
    });
    const claim = { ...stuur, meldingId: 'pip-1', huurSeconden: 60 };
    expect(await o.dossier.claimBericht(claim)).toEqual({ soort: 'onbekend' });
    expect(await systeem.teWekken(100)).not.toContainEqual(
      expect.objectContaining({ trajectId: plek.trajectId }),
    );
  });

  it('vernietigt elke sleutel na het einde van de workflow, en schrijft dat daarna op', async () => {
    const plek = await open(o);
    await o.sleutels.haalOfMaak(plek.trajectId, '00000000-0000-0000-0000-000000000000', 'drijver');
    await wis(plek.trajectId);
    const stappen: string[] = [];

    await wisRonde(wissers(stappen));

    expect(stappen.slice(-4)).toEqual(['sleutels', 'beeindig', 'verwijder', 'afronden']);
    const sleutels = await o.sleutels.haalAlle(plek.trajectId, plek.gemeenteId, CATEGORIEEN);
    expect([...sleutels.values()].map(({ status }) => status)).toEqual(
      CATEGORIEEN.map(() => 'vernietigd'),
    );
    const [grafsteen] = await o.vraag<Record<string, unknown>>(
      'SELECT * FROM wissing WHERE traject_id = $1',
      [plek.trajectId],
    );
    expect(grafsteen).toMatchObject({
      reden: 'verkeerde-gemeente',
      gevraagd_door: 'medewerker-1',
      gewist_tijdstip: expect.any(Date) as unknown,
    });
    expect(await systeem.teWissen(100)).toEqual([]);
  });

  it.each(['sleutels', 'beeindig', 'verwijder', 'afronden'])(
    'gaat na een dood proces bij %s verder, met hetzelfde einde',
    async (faalt) => {
      const plek = await open(o);
      await wis(plek.trajectId);
      const werk = wissers([], faalt);

      await wisRonde(werk);
      expect(await systeem.teWissen(100)).toHaveLength(1);
      expect(await o.dossier.leesToestand(plek)).toBeNull();
      await wisRonde(werk);

      expect(await systeem.teWissen(100)).toEqual([]);
      expect((await o.sleutels.haal(plek.trajectId, plek.gemeenteId, 'dossier')).status).toBe(
        'vernietigd',
      );
    },
  );

  it('gaat verder waar een sleutelopslag halverwege wegviel', async () => {
    const plek = await open(o);
    let weg = true;
    const sleutels = new (class extends SleutelsInGeheugen {
      override async vernietig(eigenaar: string): Promise<void> {
        await o.sleutels.vernietig(eigenaar, 'medisch');
        if (weg) throw new Error('de sleutelopslag viel weg');
        await o.sleutels.vernietig(eigenaar);
      }
    })();
    const dossier = new Dossier({ dataSource: o.app, sleutels, zoeksleutels: o.zoeksleutels });
    await wis(plek.trajectId);
    const status = async (categorie: 'dossier' | 'medisch'): Promise<string> =>
      (await o.sleutels.haal(plek.trajectId, plek.gemeenteId, categorie)).status;

    await wisRonde({ ...wissers(), dossier });
    expect([await status('medisch'), await status('dossier')]).toEqual(['vernietigd', 'aanwezig']);
    expect(await systeem.teWissen(100)).toHaveLength(1);
    expect(await o.dossier.leesToestand(plek)).toBeNull();
    weg = false;
    await wisRonde({ ...wissers(), dossier });

    expect(await status('dossier')).toBe('vernietigd');
    expect(await systeem.teWissen(100)).toEqual([]);
  });

  it('doet niets half als de transactie breekt: het traject is er dan nog helemaal', async () => {
    const plek = await open(o);
    await o.vraag('ALTER TABLE wissing ADD CONSTRAINT stuk CHECK (false) NOT VALID');
    try {
      await expect(o.dossier.verwerk(verwerkVraag(plek.trajectId, WIS))).rejects.toThrow();
    } finally {
      await o.vraag('ALTER TABLE wissing DROP CONSTRAINT stuk');
    }

    expect((await o.dossier.leesToestand(plek))?.toestand.status).toBe('open');
    expect(await rijenVan(plek.trajectId)).toMatchObject({ wissing: 0 });
  });

  it('vernietigt geen sleutel van een traject dat niemand liet wissen', async () => {
    const plek = await open(o);

    expect(await o.dossier.vernietigSleutels(plek)).toBe(false);
    expect((await o.sleutels.haal(plek.trajectId, plek.gemeenteId, 'dossier')).status).toBe(
      'aanwezig',
    );
  });

  it('opent daarna een nieuw traject voor wie terecht terugkomt', async () => {
    const plek = await open(o);
    await wis(plek.trajectId);
    await wisRonde(wissers());

    const opnieuw = openVraag();
    const uitkomst = await o.dossier.open({
      ...opnieuw,
      opdracht: { ...opnieuw.opdracht, persoon: plek.persoon },
      vervolg: [],
    });
    expect(uitkomst).toMatchObject({ soort: 'gedaan', nieuw: true });
    expect(await ontvang(notificatie(plek.persoon.bsn!))).toMatchObject({ status: 'gekoppeld' });
  });
});

describe('het postvak van wie gewist is', () => {
  it('verliest de inhoud van gekoppelde en van losse meldingen, en houdt dat zij kwamen', async () => {
    const persoon = openVraag().opdracht.persoon;
    const los = notificatie(persoon.bsn!, { gebeurtenisId: 'SS999' });
    expect(await ontvang(los)).toMatchObject({ status: 'onbekend' });
    const vraag = openVraag();
    const uitkomst = await o.dossier.open({
      ...vraag,
      opdracht: { ...vraag.opdracht, persoon },
      vervolg: [],
    });
    if (uitkomst.soort !== 'gedaan') throw new Error(uitkomst.soort);
    const vast = notificatie(persoon.bsn!);
    expect(await ontvang(vast)).toMatchObject({ status: 'gekoppeld' });

    await wis(uitkomst.trajectId);

    for (const { berichtId } of [los, vast]) {
      const [rij] = await o.vraag('SELECT * FROM postvak WHERE bericht_id = $1', [berichtId]);
      expect(rij).toMatchObject({ ...LEEG, gebeurtenis_id: expect.any(String) as unknown });
    }
    expect(await o.dossier.ontvangNotificatie(vast)).toBe('dubbel');
    expect(await o.dossier.ontvangNotificatie({ ...vast, inhoudHash: 'anders' })).toBe('dubbel');
  });

  it('wist een late melding meteen, op BSN en op V-nummer', async () => {
    const { trajectId, persoon } = await open(o);
    await wis(trajectId);

    expect(await ontvang(notificatie(persoon.bsn!))).toMatchObject(LEEG);
    const { bsn: _bsn, ...zonder } = notificatie('');
    expect(await ontvang({ ...zonder, vNummer: persoon.vNummer! })).toMatchObject(LEEG);
    // Registered by DUO before the erasure: late, whatever it says.
    expect(await ontvang(notificatie(persoon.bsn!, { gebeurtenisId: 'SS101' }))).toMatchObject(
      LEEG,
    );
  });

  it('opent niets als DUO de persoon later opnieuw aanmeldt, en wist dat ook niet: een mens kijkt', async () => {
    const { trajectId, persoon } = await open(o);
    await wis(trajectId);

    const opnieuw = notificatie(persoon.bsn!, {
      gebeurtenisId: 'SS101',
      registratieTijdstip: '2199-01-01T00:00:00.000Z',
    });
    expect(await ontvang(opnieuw)).toMatchObject({
      status: 'onbekend',
      reden: 'Deze persoon is hier eerder gewist als ten onrechte ontvangen.',
    });
  });

  it('herkent na drie maanden niemand meer', async () => {
    const { trajectId, persoon } = await open(o);
    await wis(trajectId);
    await o.vraag(
      "UPDATE wissing SET gevraagd_tijdstip = gevraagd_tijdstip - interval '91 days' WHERE traject_id = $1",
      [trajectId],
    );

    await wisRonde(wissers());

    expect(
      await o.vraag('SELECT bsn_hash, vnummer_hash FROM wissing WHERE traject_id = $1', [
        trajectId,
      ]),
    ).toEqual([{ bsn_hash: null, vnummer_hash: null }]);
    expect(await ontvang(notificatie(persoon.bsn!, { gebeurtenisId: 'SS199' }))).toMatchObject({
      status: 'onbekend',
    });
  });

  it('wist ook wat gekoppeld werd terwijl het besluit viel', async () => {
    const { trajectId, persoon } = await open(o);
    const post = notificatie(persoon.bsn!);
    await ontvang(post);
    const oud = await o.vraag<Record<string, unknown>>(
      'SELECT zegel, bsn_hash FROM postvak WHERE bericht_id = $1',
      [post.berichtId],
    );
    await wis(trajectId);
    // As an inbox row that was being linked at that very moment leaves it.
    await o.vraag(
      "UPDATE postvak SET status = 'verwerkt', zegel = $2, bsn_hash = $3 WHERE bericht_id = $1",
      [post.berichtId, oud[0]!['zegel'], oud[0]!['bsn_hash']],
    );

    await wisRonde(wissers());

    const [rij] = await o.vraag('SELECT * FROM postvak WHERE bericht_id = $1', [post.berichtId]);
    expect(rij).toMatchObject(LEEG);
  });
});
