/**
 * Real: the chain simulator, our own listener for DUO over mTLS, PostgreSQL, and between them Prism as a proxy that
 * holds every notification and answer against DUO's own file. Fake: certificates, the person; two servers that only
 * pass on, of which one shows DUO's certificate.
 */
import pg from 'pg';
import { Agent } from 'undici';
import type { Luisteraar } from '#apps/api/src/notificaties/luisteraar.js';
import { DUO_GEBEURTENISSEN } from '#domain/keten/gebeurtenissen.js';
import { startDoorgeefluik, type Doorgeefluik } from '#test/support/doorgeefluik.js';
import { metSpecificaties } from '#test/support/keten-specificaties.js';
import { openNotificatiekant } from '#test/support/notificatiekant.js';
import { overtredingen, startPrism } from '#test/support/prism.js';
import * as api from '#test/integration/api/opstelling.js';
import {
  DUO_OIN,
  maakPersoon,
  startOpstelling,
  uitgever,
  type Opstelling,
} from '../ketensimulator/opstelling.js';

const IDS = DUO_GEBEURTENISSEN.map(({ id }) => id);

metSpecificaties('meldingen door Prism', 'duo/API/Notificatie/openapi.yml', (bestand) => {
  let simulator: Opstelling;
  let gemeente: api.Opstelling;
  let luisteraar: Luisteraar;
  let voor: Doorgeefluik;
  let achter: Doorgeefluik;
  const opruimen: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    const uit = await uitgever();
    gemeente = await api.maakOpstelling();
    opruimen.push(() => gemeente.stop());
    luisteraar = await openNotificatiekant(gemeente, { uitgever: uit });
    opruimen.push(() => luisteraar.stop());
    const alsDuo = new Agent({ connect: { ca: uit.ca, ...(await uit.geef(DUO_OIN)) } });
    opruimen.push(() => alsDuo.destroy());
    const naar = `https://127.0.0.1:${luisteraar.poort}`;
    achter = await startDoorgeefluik({ naar, dispatcher: alsDuo });
    opruimen.push(() => achter.sluit());
    const prism = await startPrism(bestand, achter.url);
    opruimen.push(prism.stop);
    voor = await startDoorgeefluik({ naar: prism.url });
    opruimen.push(() => voor.sluit());
    simulator = await startOpstelling({ notificatieUrl: `${voor.url}/notificaties` });
    opruimen.push(() => simulator.stop());
  }, 60_000);

  beforeEach(() => {
    voor.heen = (vraag) => vraag;
    achter.terug = (antwoord) => antwoord;
    voor.doorgegeven.length = 0;
    achter.doorgegeven.length = 0;
  });

  afterAll(async () => {
    for (const doe of opruimen.reverse()) await doe();
  });

  /** Someone new of whom all that happens is told; gives what became of the notifications. */
  const meld = async (ids: readonly string[]) => {
    const persoonId = await maakPersoon(simulator, {
      bsn: api.nieuwBsn(),
      vNummer: undefined,
      gemeenteOin: api.GEMEENTE_A.oin,
      gemeentecode: api.GEMEENTE_A.code,
    });
    for (const gebeurtenisId of ids) {
      const pad = `/personen/${persoonId}/gebeurtenissen`;
      const { status } = await simulator.beheer('POST', pad, { gebeurtenisId });
      expect([gebeurtenisId, status]).toEqual([gebeurtenisId, 200]);
    }
    const { body } = await simulator.beheer('GET', `/personen/${persoonId}`);
    return body.notificaties;
  };

  it('heeft op geen van de veertig gebeurtenissen iets aan te merken', async () => {
    expect(IDS).toHaveLength(40);
    const meldingen = await meld(IDS);

    expect(overtredingen(voor)).toEqual([]);
    expect(new Set(voor.doorgegeven.map(({ terug }) => terug.status))).toEqual(new Set([201]));
    expect(new Set(meldingen.map(({ status }) => status))).toEqual(new Set(['bezorgd']));
    expect(achter.doorgegeven).toHaveLength(meldingen.length);
    const client = new pg.Client({ connectionString: gemeente.databaseUrl });
    await client.connect();
    const { rows } = await client.query<{ id: string }>(
      'SELECT DISTINCT gebeurtenis_id AS id FROM postvak WHERE bericht_id = ANY($1::uuid[])',
      [meldingen.map(({ berichtId }) => berichtId)],
    );
    await client.end();
    expect(rows.map(({ id }) => id).sort()).toEqual([...IDS].sort());
  }, 60_000);

  it('merkt een melding op die van het bestand afwijkt, en laat haar niet door', async () => {
    voor.heen = (vraag) => ({ ...vraag, body: vraag.body.replace('"SS106"', '"ss-106"') });
    await meld(['SS106']);

    expect(overtredingen(voor)).toHaveLength(1);
    expect(overtredingen(voor)[0]).toContain('gebeurtenisId');
    expect(achter.doorgegeven).toEqual([]);
  }, 60_000);

  it('merkt een antwoord op waarin de versie ontbreekt', async () => {
    achter.terug = ({ koppen: { 'api-version': _weg, ...koppen }, ...rest }) => ({
      ...rest,
      koppen,
    });
    await meld(['SS106']);

    expect(overtredingen(voor).length).toBeGreaterThan(0);
    expect(overtredingen(voor)[0]?.toLowerCase()).toContain('api-version');
  }, 60_000);
});
