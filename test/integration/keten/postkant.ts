import { randomUUID } from 'node:crypto';
import { request } from 'undici';
import { maakSysteemDataSource } from '#database/data-source.js';
import { maakGebruikers } from '#database/gebruikers.js';
import { DossierSysteem } from '#dossier/systeem.js';
import {
  GEMEENTE_A,
  maakOpstelling,
  nieuweSleutel,
  volgende,
  type Antwoord,
  type Opstelling,
} from '#test/integration/api/opstelling.js';
import { openNotificatiekant } from '#test/support/notificatiekant.js';

const DUO = '00000001003214345000';

/** A notification as the API shows it. */
export interface Post {
  id: string;
  gebeurtenisId: string;
  omschrijving: string | null;
  status: string;
  reden: string | null;
  trajectId: string | null;
  maatregel: string | null;
  afgehandeldDoor: string | null;
  afgehandeldTijdstip: string | null;
}

/** A task of the list. */
export interface Taak {
  readonly id: string;
  readonly soort: string;
  readonly uiterlijkOp: string | null;
}

/** The listener, the API and the door, without Temporal: this stands where the worker would. */
export type Postkant = Awaited<ReturnType<typeof maakPostkant>>;

export async function maakPostkant() {
  const o = await maakOpstelling();
  const urls = await maakGebruikers(o.databaseUrl, { app: 'app-test', systeem: 'systeem-test' });
  const bron = await maakSysteemDataSource(urls.systeem).initialize();
  const systeem = new DossierSysteem(bron);
  const luisteraar = await openNotificatiekant(o, { proxyHeader: 'x-oin' });

  /** The round of the worker. */
  async function koppel(): Promise<void> {
    for (const rij of await systeem.nieuwePost(100)) await o.dossier.koppelPost(rij);
  }

  async function lees(
    pad: string,
    wie: Parameters<Opstelling['token']>[0] = {},
  ): Promise<Antwoord> {
    return o
      .http()
      .get(pad)
      .set('Authorization', `Bearer ${await o.token(wie)}`);
  }

  /** Sends it as DUO does, lets the round of the worker pass, and gives the row as the API shows it. */
  async function meld(gebeurtenisId: string, bsn: string): Promise<Post> {
    const { statusCode, body } = await request(
      `http://127.0.0.1:${luisteraar.poort}/notificaties`,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-oin': DUO,
          bron: DUO,
          doel: GEMEENTE_A.oin,
          berichtId: randomUUID(),
        },
        body: JSON.stringify({ registratieDatumTijd: '2026-09-07T09:00:00Z', gebeurtenisId, bsn }),
      },
    );
    await body.dump();
    expect(statusCode).toBe(201);
    await koppel();
    const antwoord = await lees('/v1/postvak?limit=1');
    expect(antwoord.status).toBe(200);
    expect(antwoord.text).not.toContain(bsn);
    const [post] = antwoord.body as Post[];
    expect(post).toMatchObject({ gebeurtenisId });
    return post!;
  }

  async function handelAf(
    id: string,
    maatregel: string,
    { sleutel = nieuweSleutel(), rollen = ['regievoerder'] } = {},
  ): Promise<Antwoord> {
    return o
      .http()
      .post(`/v1/postvak/${id}/afhandeling`)
      .set('Authorization', `Bearer ${await o.token({ rollen, sub: 'medewerker-7' })}`)
      .set('Idempotency-Key', sleutel)
      .send({ maatregel });
  }

  /** Page after page; a task is never shown twice. */
  async function alleTaken(vraag: string, limiet = 50): Promise<Taak[]> {
    const gezien: Taak[] = [];
    let pad: string | undefined = `/v1/taken?limit=${limiet}&${vraag}`;
    while (pad !== undefined) {
      const antwoord: Antwoord = await lees(pad);
      expect(antwoord.status).toBe(200);
      gezien.push(...(antwoord.body as Taak[]));
      pad = volgende(antwoord);
    }
    expect(new Set(gezien.map(({ id }) => id)).size).toBe(gezien.length);
    return gezien;
  }

  async function stop(): Promise<void> {
    await luisteraar.stop();
    await bron.destroy();
    await o.stop();
  }

  return { o, koppel, lees, meld, handelAf, alleTaken, stop };
}
