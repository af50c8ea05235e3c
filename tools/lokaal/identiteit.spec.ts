// Real: the OpenID provider on a loopback port, the keys in a folder, jose's verification. Fake: nothing.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { AUDIENCE, startIdentiteit, type Identiteit } from './identiteit.js';

const CLIENT = {
  id: 'regie-oost',
  geheim: 'alleen-lokaal',
  sub: '6f1b1f0e-6a2b-4a9a-9c58-0b54f0f3b6a1',
  rollen: ['regievoerder'],
  gemeenten: ['GM0001', 'GM0002'],
};

const lopend: Identiteit[] = [];
let map: string;

async function start(poort?: number): Promise<Identiteit> {
  const opties = { map, clients: [CLIENT], ...(poort !== undefined && { poort }) };
  const identiteit = await startIdentiteit(opties);
  lopend.push(identiteit);
  return identiteit;
}

function vraagToken(issuer: string, geheim = CLIENT.geheim): Promise<Response> {
  const basic = Buffer.from(`${CLIENT.id}:${geheim}`).toString('base64');
  return fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
}

async function token(issuer: string): Promise<string> {
  const { access_token } = (await (await vraagToken(issuer)).json()) as { access_token: string };
  return access_token;
}

beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'lokaal-identiteit-'));
});

afterEach(async () => {
  await Promise.all(lopend.splice(0).map((identiteit) => identiteit.stop()));
  rmSync(map, { recursive: true, force: true });
});

describe('de lokale identiteitsprovider', () => {
  it('geeft een token dat de API kan controleren, met rollen en gemeenten', async () => {
    const uitvoer = (['info', 'warn', 'log', 'error'] as const).map((soort) =>
      jest.spyOn(console, soort),
    );
    const { issuer } = await start();
    const { jwks_uri } = (await (
      await fetch(`${issuer}/.well-known/openid-configuration`)
    ).json()) as { jwks_uri: string };
    const jwt = await token(issuer);

    const { payload } = await jwtVerify(jwt, createRemoteJWKSet(new URL(jwks_uri)), {
      issuer,
      audience: AUDIENCE,
      algorithms: ['RS256'],
    });

    expect(payload).toMatchObject({
      sub: CLIENT.sub,
      rollen: CLIENT.rollen,
      gemeenten: CLIENT.gemeenten,
    });
    expect(payload.exp! - payload.iat!).toBe(3600);
    for (const spion of uitvoer) {
      expect(spion.mock.calls).toEqual([]);
      spion.mockRestore();
    }
  });

  it('weigert een verkeerd geheim', async () => {
    const { issuer } = await start();

    const antwoord = await vraagToken(issuer, 'verkeerd');

    expect(antwoord.status).toBe(401);
    expect(await antwoord.json()).toMatchObject({ error: 'invalid_client' });
  });

  it('houdt zijn sleutel over een herstart heen en laat die alleen de eigenaar lezen', async () => {
    const eerste = await start();
    const { kid } = decodeProtectedHeader(await token(eerste.issuer));
    await eerste.stop();
    lopend.pop();

    const tweede = await start();

    expect(decodeProtectedHeader(await token(tweede.issuer)).kid).toBe(kid);
    expect(statSync(join(map, 'identiteit.jwk.json')).mode & 0o077).toBe(0);
  });

  it('kiest een andere poort als de gevraagde bezet is', async () => {
    const eerste = await start();
    const poort = Number(new URL(eerste.issuer).port);

    const tweede = await start(poort);

    expect(tweede.issuer).not.toBe(eerste.issuer);
    expect((await vraagToken(tweede.issuer)).status).toBe(200);
  });

  it('start niet in productie', async () => {
    const { NODE_ENV } = process.env;
    process.env['NODE_ENV'] = 'production';
    try {
      await expect(start()).rejects.toThrow(/start niet in productie/);
    } finally {
      process.env['NODE_ENV'] = NODE_ENV;
    }
  });
});
