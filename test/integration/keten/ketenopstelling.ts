import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DuoActiviteitenImpl } from '#activities/duo/duo.activities.js';
import { maakDossierDeur } from '#activities/dossier/dossier-deur.js';
import { duoApisOp, STANDAARD_DUO_GRENZEN } from '#adapters/duo/duo-configuratie.js';
import { DuoHttpAdapter } from '#adapters/duo/duo-http.adapter.js';
import { erkenningenRonde } from '#apps/worker/src/erkenningen.js';
import { reconcilieerRonde } from '#apps/worker/src/reconciliaties.js';
import { maakSysteemDataSource } from '#database/data-source.js';
import { maakGebruikers } from '#database/gebruikers.js';
import { ErkenningenSysteem } from '#dossier/erkenningen.js';
import { ReconciliatieSysteem } from '#dossier/reconciliaties.js';
import { DossierSysteem } from '#dossier/systeem.js';
import {
  GEMEENTE_A,
  maakOpstelling,
  nieuweSleutel,
  type Antwoord,
  type Opstelling,
} from '#test/integration/api/opstelling.js';
import {
  DUO_OIN,
  startOpstelling,
  uitgever,
  type Klant,
} from '#test/contract/ketensimulator/opstelling.js';
import { openNotificatiekant } from '#test/support/notificatiekant.js';

export interface Keten {
  readonly o: Opstelling;
  /** The simulator: as DUO sees it, and its control side. */
  readonly sim: Klant;
  readonly reconciliaties: ReconciliatieSysteem;
  lees<T>(pad: string): Promise<T>;
  geef(trajectId: string, opdracht: object): Promise<Antwoord>;
  /** What the worker does, until nothing is left: post, fetches, deliveries. `op`: the clock of a rehearsal. */
  drijf(trajectId: string, op?: string): Promise<void>;
  /** What the worker does with DUO's list of schools. */
  haalErkenningen(): Promise<void>;
  /** What the worker does with comparisons that wait. */
  vergelijk(): Promise<void>;
  stop(): Promise<void>;
}

/** API, door and DUO's simulator over mTLS, without Temporal: this stands where the worker would. */
export async function maakKeten(): Promise<Keten> {
  const o = await maakOpstelling();
  const urls = await maakGebruikers(o.databaseUrl, { app: 'app-test', systeem: 'systeem-test' });
  const bron = await maakSysteemDataSource(urls.systeem).initialize();
  const systeem = new DossierSysteem(bron);
  const certificaten = await uitgever();
  const { ca, geef } = certificaten;
  const eigen = await geef(GEMEENTE_A.oin);
  const luisteraar = await openNotificatiekant(o, { uitgever: certificaten, oin: GEMEENTE_A.oin });
  const sim = await startOpstelling({
    notificatieUrl: `https://127.0.0.1:${luisteraar.poort}/notificaties`,
  });
  const duo = new DuoHttpAdapter({
    duoOin: DUO_OIN,
    apis: duoApisOp(sim.luisteraars.duo),
    gemeenten: new Map([[GEMEENTE_A.oin, { certificaat: eigen.cert, sleutel: eigen.key, ca }]]),
    // Rests of a broken connection would hold up the next case.
    grenzen: { ...STANDAARD_DUO_GRENZEN, naStoringen: 1_000 },
  });
  const activiteiten = new DuoActiviteitenImpl(maakDossierDeur(o.dossier), duo.poort);
  const activiteit = new MockActivityEnvironment();
  const reconciliaties = new ReconciliatieSysteem(bron, o.dataSource);
  const token = await o.token({ rollen: ['regievoerder', 'coordinator'] });
  return {
    o,
    sim,
    reconciliaties,
    lees: async <T>(pad: string) => {
      const antwoord = await o.http().get(`/v1${pad}`).set('Authorization', `Bearer ${token}`);
      expect(antwoord.status).toBe(200);
      return antwoord.body as T;
    },
    geef: (trajectId, opdracht) =>
      Promise.resolve(
        o
          .http()
          .post(`/v1/trajecten/${trajectId}/opdrachten`)
          .set('Authorization', `Bearer ${token}`)
          .set('Idempotency-Key', nieuweSleutel())
          .send(opdracht),
      ),
    drijf: async (trajectId, op = '') => {
      for (const rij of await systeem.nieuwePost(100)) await o.dossier.koppelPost(rij);
      const plek = { gemeenteId: GEMEENTE_A.id, trajectId };
      const inzage = await o.dossier.leesToestand(plek);
      // The workflow of a rehearsal has the real time; its journey began on another day.
      const workflowTijdstip =
        op === '' ? '' : new Date(Date.parse(op) - (inzage?.aanvangsverzetMs ?? 0)).toISOString();
      const vraag = { ...plek, epoche: 1, workflowTijdstip };
      for (;;) {
        const { ophalen, berichten } = await o.dossier.stuur(vraag);
        if (ophalen.length + berichten.length === 0) return;
        for (const een of ophalen) {
          await activiteit.run(activiteiten.haalFeiten, { ...vraag, bron: een });
        }
        for (const { meldingId } of berichten) {
          await activiteit.run(activiteiten.bezorg, { ...vraag, meldingId });
        }
      }
    },
    haalErkenningen: () =>
      erkenningenRonde({
        systeem: new ErkenningenSysteem(bron),
        duo: duo.poort,
        log: {
          warn: (velden: unknown) => {
            expect(velden).toBeUndefined();
          },
        },
      }),
    vergelijk: async () => {
      while (
        (await reconcilieerRonde({ systeem: reconciliaties, dossier: o.dossier, duo: duo.poort })) >
        0
      );
    },
    stop: async () => {
      await sim.stop();
      await duo.close();
      await luisteraar.stop();
      await bron.destroy();
      await o.stop();
    },
  };
}

/** Asks the simulator for an event of DUO, with the change that comes with it. */
export async function gebeurt(
  keten: Keten,
  persoonId: string,
  gebeurtenisId: string,
  bijwerken: Record<string, unknown> = {},
): Promise<void> {
  const body = { gebeurtenisId, bijwerken };
  const { status } = await keten.sim.beheer('POST', `/personen/${persoonId}/gebeurtenissen`, body);
  expect(status).toBe(200);
}

/** Opens a journey as COA would, as a rehearsal that begins on this moment. */
export async function openProef(
  keten: Keten,
  bsn: string,
  beginTijdstip: string,
  bron: 'COA' | 'DUO' = 'COA',
): Promise<string> {
  const persoon = { bsn, vNummer: null, naam: 'Testpersoon Keten', geboortedatum: null };
  const uitkomst = await keten.o.dossier.open({
    gemeenteId: GEMEENTE_A.id,
    opdracht: { soort: 'openTraject', trajectId: randomUUID(), proef: true, bron, persoon },
    vervolg: [],
    beller: 'test',
    opdrachtId: randomUUID(),
    actor: { soort: 'keten', id: bron },
    beginTijdstip,
  });
  if (uitkomst.soort !== 'gedaan') throw new Error(JSON.stringify(uitkomst));
  return uitkomst.trajectId;
}
