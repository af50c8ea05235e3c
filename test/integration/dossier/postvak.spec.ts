// Real: PostgreSQL with its roles, the door, the core. Fake: keys in memory; DUO is this spec.
import { randomUUID } from 'node:crypto';
import { naarDatum } from '#domain/datum/datum.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import type { Notificatie } from '#dossier/postvak.js';
import { DossierSysteem } from '#dossier/systeem.js';
import {
  eenPersoon,
  GEMEENTE,
  maakOpstelling,
  open,
  openVraag,
  type Opstelling,
} from './opstelling.js';

let opstelling: Opstelling;
let systeem: DossierSysteem;

beforeAll(async () => {
  opstelling = await maakOpstelling();
  systeem = new DossierSysteem(opstelling.systeem);
});

afterAll(async () => {
  await opstelling.stop();
});

function notificatie(bsn: string, meer: Partial<Notificatie> = {}): Notificatie {
  return {
    gemeenteId: GEMEENTE.id,
    bron: '00000001003214345000',
    berichtId: randomUUID(),
    gebeurtenisId: 'SS139',
    registratieTijdstip: '2026-03-02T08:00:00.000Z',
    bsn,
    inhoudHash: randomUUID(),
    ...meer,
  };
}

interface PostRij {
  status: string;
  traject_id: string | null;
  ophalen: string[];
}

function post(berichtId: string): Promise<PostRij[]> {
  return opstelling.vraag('SELECT status, traject_id, ophalen FROM postvak WHERE bericht_id = $1', [
    berichtId,
  ]);
}

async function koppelAlles(): Promise<string[]> {
  const uitkomsten: string[] = [];
  for (const rij of await systeem.nieuwePost(100))
    uitkomsten.push(await opstelling.dossier.koppelPost(rij));
  return uitkomsten;
}

function plichtFeiten(gevraagdTijdstip: string): Opdracht {
  return {
    soort: 'verwerkPlicht',
    gevraagdTijdstip,
    feiten: {
      plichtig: true,
      beginOp: naarDatum('2026-03-01'),
      eindeOp: null,
      kennisgevingOp: naarDatum('2026-03-02'),
      redenGeenPlicht: null,
    },
  };
}

describe('postvak', () => {
  it('koppelt aan het open traject en wekt de drijver, in één keer', async () => {
    const plek = await open(opstelling);
    const bericht = notificatie(plek.persoon.bsn!);

    expect(await opstelling.dossier.ontvangNotificatie(bericht)).toBe('nieuw');

    expect(await post(bericht.berichtId)).toEqual([
      {
        status: 'gekoppeld',
        traject_id: plek.trajectId,
        ophalen: ['plicht', 'doelgroep', 'examens'],
      },
    ]);
    expect(await opstelling.dossier.wachtrij(plek)).toEqual(expect.arrayContaining(['plicht']));
    const stuur = await opstelling.dossier.stuur({ ...plek, epoche: 1, workflowTijdstip: '' });
    expect(stuur).toMatchObject({ versie: 2, ophalen: ['plicht', 'doelgroep', 'examens'] });
  });

  it('bewaart een herhaald bericht één keer, ook tien keer tegelijk', async () => {
    const { persoon } = await open(opstelling);
    const bericht = notificatie(persoon.bsn!);

    const uitkomsten = await Promise.all(
      Array.from({ length: 10 }, () => opstelling.dossier.ontvangNotificatie(bericht)),
    );

    expect(uitkomsten.sort()).toEqual([...Array.from({ length: 9 }, () => 'dubbel'), 'nieuw']);
    expect(await post(bericht.berichtId)).toHaveLength(1);
  });

  it('maakt een incident van hetzelfde berichtId met een andere inhoud en houdt het eerste', async () => {
    const { persoon } = await open(opstelling);
    const bericht = notificatie(persoon.bsn!);
    const anders = { ...bericht, gebeurtenisId: 'SS111' };

    await opstelling.dossier.ontvangNotificatie(bericht);
    expect(await opstelling.dossier.ontvangNotificatie(anders)).toBe('incident');
    expect(await opstelling.dossier.ontvangNotificatie(anders)).toBe('incident');

    expect((await post(bericht.berichtId))[0]?.status).toBe('gekoppeld');
    expect(await opstelling.vraag("SELECT 1 FROM postvak WHERE status = 'incident'")).toHaveLength(
      1,
    );
  });

  it('opent bij een startgebeurtenis een traject voor wie er geen heeft', async () => {
    const { bsn } = eenPersoon();
    const bericht = notificatie(bsn);
    await opstelling.dossier.ontvangNotificatie(bericht);
    expect((await post(bericht.berichtId))[0]?.status).toBe('nieuw');

    expect(await koppelAlles()).toEqual(['geopend']);

    const [rij] = await post(bericht.berichtId);
    expect(rij).toMatchObject({ status: 'gekoppeld' });
    expect(rij?.traject_id).not.toBeNull();
    expect(await koppelAlles()).toEqual([]);
  });

  it('legt een bericht over een onbekende persoon opzij, tot er een traject is', async () => {
    const vraag = openVraag();
    const bericht = notificatie(vraag.opdracht.persoon.bsn!, { gebeurtenisId: 'SS131' });
    await opstelling.dossier.ontvangNotificatie(bericht);

    expect(await koppelAlles()).toEqual(['onbekend']);
    const geopend = await opstelling.dossier.open(vraag);

    expect((await post(bericht.berichtId))[0]).toMatchObject({
      status: 'gekoppeld',
      traject_id: geopend.soort === 'gedaan' ? geopend.trajectId : '',
    });
  });

  it('bewaart een gebeurtenis die DUO nieuw bedacht heeft, met de reden', async () => {
    const { persoon } = await open(opstelling);
    const bericht = notificatie(persoon.bsn!, { gebeurtenisId: 'SS999' });

    expect(await opstelling.dossier.ontvangNotificatie(bericht)).toBe('nieuw');

    expect(await post(bericht.berichtId)).toEqual([
      { status: 'onbekend', traject_id: null, ophalen: [] },
    ]);
  });

  it('bewaart een melding die geen persoon noemt, met de reden', async () => {
    const { bsn: _bsn, ...zonder } = notificatie('999990342');
    expect(await opstelling.dossier.ontvangNotificatie(zonder)).toBe('nieuw');
    expect(
      await opstelling.vraag('SELECT status, reden FROM postvak WHERE bericht_id = $1', [
        zonder.berichtId,
      ]),
    ).toEqual([{ status: 'onbekend', reden: 'De melding noemt geen persoon.' }]);
  });

  it('streept met de feiten alleen af wat voor de vraag aan DUO binnen was', async () => {
    const plek = await open(opstelling);
    const eerder = notificatie(plek.persoon.bsn!, { gebeurtenisId: 'SS110' });
    const later = notificatie(plek.persoon.bsn!, { gebeurtenisId: 'SS110' });
    await opstelling.dossier.ontvangNotificatie(eerder);
    const drijver = { ...plek, epoche: 1 };
    const begin = await opstelling.dossier.beginOphalen(drijver);
    if (begin.soort !== 'begonnen') throw new Error(begin.soort);
    expect(begin).toMatchObject({ bsn: plek.persoon.bsn, gemeenteOin: GEMEENTE.oin });
    await opstelling.dossier.ontvangNotificatie(later);
    const { gevraagdTijdstip } = begin;
    const opdracht = plichtFeiten(gevraagdTijdstip);
    const vraag = { ...drijver, bron: 'plicht' as const, gevraagdTijdstip, opdracht };

    expect(await opstelling.dossier.verwerkFeiten(vraag)).toMatchObject({ soort: 'gedaan' });

    expect((await post(eerder.berichtId))[0]).toMatchObject({ status: 'verwerkt', ophalen: [] });
    expect((await post(later.berichtId))[0]).toMatchObject({
      status: 'gekoppeld',
      ophalen: ['plicht'],
    });
    expect(await opstelling.dossier.wachtrij(plek)).toEqual(['plicht']);
    expect(await opstelling.dossier.verwerkFeiten(vraag)).toMatchObject({ herhaald: true });
  });

  it('geeft bij gelijke feiten geen gebeurtenis en streept toch af', async () => {
    const plek = await open(opstelling);
    const drijver = { ...plek, epoche: 1 };
    const haal = async () => {
      const begin = await opstelling.dossier.beginOphalen(drijver);
      const gevraagdTijdstip = begin.soort === 'begonnen' ? begin.gevraagdTijdstip : '';
      const vraag = { ...drijver, bron: 'plicht' as const, gevraagdTijdstip };
      return opstelling.dossier.verwerkFeiten({
        ...vraag,
        opdracht: plichtFeiten(gevraagdTijdstip),
      });
    };
    await haal();
    const bericht = notificatie(plek.persoon.bsn!, { gebeurtenisId: 'SS110' });
    await opstelling.dossier.ontvangNotificatie(bericht);

    expect(await haal()).toMatchObject({ soort: 'gedaan', gebeurtenissen: [] });
    expect((await post(bericht.berichtId))[0]?.status).toBe('verwerkt');
  });

  it('toont na een uur een mens dat DUO de feiten niet geeft, en is klaar als ze toch komen', async () => {
    const plek = await open(opstelling);
    const bericht = notificatie(plek.persoon.bsn!, { gebeurtenisId: 'SS110' });
    await opstelling.dossier.ontvangNotificatie(bericht);
    const geefOp = () =>
      opstelling.dossier.geefOphalenOp({ ...plek, bron: 'plicht', reden: 'onbegrijpelijk:200' });
    const status = async () => (await post(bericht.berichtId))[0]?.status;

    expect([await geefOp(), await status()]).toEqual([0, 'gekoppeld']);
    await opstelling.vraag(
      `UPDATE postvak SET ontvangen_tijdstip = ontvangen_tijdstip - interval '61 minutes'
        WHERE bericht_id = $1`,
      [bericht.berichtId],
    );
    expect([await geefOp(), await status()]).toEqual([1, 'incident']);
    // It lets others pass: a later notification, of another source, is answered while this one stays an incident.
    const ander = notificatie(plek.persoon.bsn!, { gebeurtenisId: 'SS131' });
    await opstelling.dossier.ontvangNotificatie(ander);
    const gevraagd = await opstelling.dossier.beginOphalen({ ...plek, epoche: 1 });
    const lbtTijdstip = gevraagd.soort === 'begonnen' ? gevraagd.gevraagdTijdstip : '';
    await opstelling.dossier.verwerkFeiten({
      ...plek,
      epoche: 1,
      bron: 'lbt',
      gevraagdTijdstip: lbtTijdstip,
      opdracht: { soort: 'verwerkLbt', gevraagdTijdstip: lbtTijdstip, resultaten: [] },
    });
    expect([(await post(ander.berichtId))[0]?.status, await status()]).toEqual([
      'verwerkt',
      'incident',
    ]);
    // A driver that starts now asks on.
    expect(await opstelling.dossier.wachtrij(plek)).toEqual(['plicht']);
    const begin = await opstelling.dossier.beginOphalen({ ...plek, epoche: 1 });
    const gevraagdTijdstip = begin.soort === 'begonnen' ? begin.gevraagdTijdstip : '';
    await opstelling.dossier.verwerkFeiten({
      ...plek,
      epoche: 1,
      bron: 'plicht',
      gevraagdTijdstip,
      opdracht: plichtFeiten(gevraagdTijdstip),
    });
    expect(await post(bericht.berichtId)).toMatchObject([{ status: 'verwerkt', ophalen: [] }]);
  });

  it('neemt een bericht ook in als het traject vastgehouden wordt', async () => {
    const plek = await open(opstelling);
    const houder = opstelling.app.createQueryRunner();
    await houder.query(
      `BEGIN; SELECT set_config('app.gemeente', (SELECT id::text FROM gemeente), true)`,
    );
    await houder.query('SELECT 1 FROM route WHERE traject_id = $1 FOR UPDATE', [plek.trajectId]);
    const bericht = notificatie(plek.persoon.bsn!);
    try {
      expect(await opstelling.dossier.ontvangNotificatie(bericht)).toBe('nieuw');
      expect((await post(bericht.berichtId))[0]?.status).toBe('nieuw');
    } finally {
      await houder.query('ROLLBACK');
      await houder.release();
    }

    expect(await koppelAlles()).toEqual(['gekoppeld']);
  }, 20_000);
});
