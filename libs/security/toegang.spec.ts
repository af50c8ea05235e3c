// Real: signing and checking of tokens, and an HTTP server as the identity provider's. The keys are
// made here.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import type { JWK, JWTVerifyGetKey } from 'jose';
import { TokenControle, ToegangFout } from './toegang.js';

const INSTELLINGEN = {
  issuer: 'https://inloggen.example',
  audience: 'inburgeringsregie',
  rollenClaim: 'rollen',
  gemeentenClaim: 'gemeenten',
};
type Sleutelpaar = Awaited<ReturnType<typeof generateKeyPair>>;

describe('TokenControle', () => {
  let paar: Sleutelpaar;
  let vreemd: Sleutelpaar;
  let jwk: JWK;
  let sleutelset: JWTVerifyGetKey;
  let controle: TokenControle;

  beforeAll(async () => {
    paar = await generateKeyPair('ES256', { extractable: true });
    vreemd = await generateKeyPair('ES256');
    jwk = { ...(await exportJWK(paar.publicKey)), kid: 'een', alg: 'ES256' };
    sleutelset = createLocalJWKSet({ keys: [jwk] });
    controle = new TokenControle(INSTELLINGEN, sleutelset);
  });

  const token = (claims: Record<string, unknown> = {}): SignJWT =>
    new SignJWT({
      sub: 'a1b2',
      iss: INSTELLINGEN.issuer,
      aud: INSTELLINGEN.audience,
      exp: Math.floor(Date.now() / 1000) + 300,
      rollen: ['regievoerder', 'keizer'],
      gemeenten: ['GM0363', 'GM0363', 7],
      ...claims,
    }).setProtectedHeader({ alg: 'ES256', kid: 'een' });
  const reden = async (tekst: string, wie = controle): Promise<string> => {
    try {
      await wie.controleer(tekst);
      return 'gelukt';
    } catch (fout) {
      if (fout instanceof ToegangFout) return fout.reden;
      throw fout;
    }
  };

  it('leest onderwerp, bekende rollen en gemeenten uit een goed token', async () => {
    expect(await controle.controleer(await token().sign(paar.privateKey))).toEqual({
      onderwerp: 'a1b2',
      rollen: ['regievoerder'],
      gemeenten: ['GM0363'],
    });
  });

  describe('een token dat al eens goed was', () => {
    beforeEach(() => {
      jest.useFakeTimers({
        doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'queueMicrotask'],
      });
    });
    afterEach(() => {
      jest.useRealTimers();
    });

    it('wordt een minuut lang niet opnieuw nagerekend, en daarna wel', async () => {
      const sleutel = jest.fn(sleutelset);
      const wie = new TokenControle(INSTELLINGEN, sleutel);
      const tekst = await token().sign(paar.privateKey);
      const eerst = await wie.controleer(tekst);
      jest.setSystemTime(Date.now() + 59_000);
      expect(await wie.controleer(tekst)).toEqual(eerst);
      expect(sleutel).toHaveBeenCalledTimes(1);
      jest.setSystemTime(Date.now() + 2_000);
      expect(await wie.controleer(tekst)).toEqual(eerst);
      expect(sleutel).toHaveBeenCalledTimes(2);
    });

    it('wordt geweigerd zodra het is verlopen, ook binnen die minuut', async () => {
      const wie = new TokenControle(INSTELLINGEN, sleutelset);
      const tekst = await token({ exp: Math.floor(Date.now() / 1000) + 5 }).sign(paar.privateKey);
      expect(await reden(tekst, wie)).toBe('gelukt');
      jest.setSystemTime(Date.now() + 36_000);
      expect(await reden(tekst, wie)).toBe('VERLOPEN');
    });

    it('helpt een token niet dat er een teken van verschilt', async () => {
      const wie = new TokenControle(INSTELLINGEN, sleutelset);
      const tekst = await token().sign(paar.privateKey);
      expect(await reden(tekst, wie)).toBe('gelukt');
      const [kop, inhoud, zegel = ''] = tekst.split('.');
      const anders = `${zegel.startsWith('A') ? 'B' : 'A'}${zegel.slice(1)}`;
      expect(await reden(`${kop ?? ''}.${inhoud ?? ''}.${anders}`, wie)).toBe('ONGELDIG');
    });
  });

  it('vindt rollen ook dieper in het token', async () => {
    const dieper = new TokenControle(
      { ...INSTELLINGEN, rollenClaim: 'realm_access.roles' },
      sleutelset,
    );
    const tekst = await token({ realm_access: { roles: ['auditor'] } }).sign(paar.privateKey);
    expect((await dieper.controleer(tekst)).rollen).toEqual(['auditor']);
  });

  it('geeft zonder rollen en gemeenten in het token geen rechten', async () => {
    const tekst = await token({ rollen: undefined, gemeenten: undefined }).sign(paar.privateKey);
    expect(await controle.controleer(tekst)).toMatchObject({ rollen: [], gemeenten: [] });
  });

  it.each<[string, Record<string, unknown>]>([
    ['een andere ontvanger', { aud: 'iets-anders' }],
    ['geen ontvanger', { aud: undefined }],
    ['een andere uitgever', { iss: 'https://nep.example' }],
    ['geen onderwerp', { sub: undefined }],
    ['een leeg onderwerp', { sub: '' }],
    ['geen einde', { exp: undefined }],
    ['een begin in de toekomst', { nbf: Math.floor(Date.now() / 1000) + 120 }],
  ])('weigert een token met %s', async (_wat, claims) => {
    expect(await reden(await token(claims).sign(paar.privateKey))).toBe('ONGELDIG');
  });

  it('weigert een verlopen token, met dertig seconden speling', async () => {
    const nu = Math.floor(Date.now() / 1000);
    expect(await reden(await token({ exp: nu - 60 }).sign(paar.privateKey))).toBe('VERLOPEN');
    expect(await reden(await token({ exp: nu - 10 }).sign(paar.privateKey))).toBe('gelukt');
  });

  it('weigert een token zonder handtekening', async () => {
    const zonder = new UnsecuredJWT({ sub: 'a1b2' })
      .setIssuer(INSTELLINGEN.issuer)
      .setAudience(INSTELLINGEN.audience)
      .setExpirationTime('5m')
      .encode();
    expect(await reden(zonder)).toBe('ONGELDIG');
    expect(await reden('geen.token')).toBe('ONGELDIG');
    expect(await reden('')).toBe('ONGELDIG');
  });

  it('weigert een token met een vreemde sleutel, of met de publieke sleutel als geheim', async () => {
    expect(await reden(await token().sign(vreemd.privateKey))).toBe('ONGELDIG');
    // A key set that hands out the public key as bytes, the way HS256 would want it.
    const geheim = Buffer.from(JSON.stringify(jwk));
    const verward = await new SignJWT({ sub: 'a1b2' })
      .setProtectedHeader({ alg: 'HS256', kid: 'een' })
      .setIssuer(INSTELLINGEN.issuer)
      .setAudience(INSTELLINGEN.audience)
      .setExpirationTime('5m')
      .sign(geheim);
    const argeloos = new TokenControle(INSTELLINGEN, () => Promise.resolve(geheim));
    expect(await reden(verward, argeloos)).toBe('ONGELDIG');
    expect(await reden(verward)).toBe('ONGELDIG');
  });

  it('vindt de sleutels van de uitgever zelf, ook als die er eerst niet was', async () => {
    let stuk = true;
    const server = createServer((verzoek, antwoord) => {
      const { port } = server.address() as AddressInfo;
      const issuer = `http://127.0.0.1:${port}`;
      antwoord.statusCode = stuk ? 503 : 200;
      antwoord.setHeader('content-type', 'application/json');
      const inhoud =
        verzoek.url === '/jwks' ? { keys: [jwk] } : { issuer, jwks_uri: `${issuer}/jwks` };
      antwoord.end(JSON.stringify(inhoud));
    });
    await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const zelf = new TokenControle({ ...INSTELLINGEN, issuer });
    const tekst = await token({ iss: issuer }).sign(paar.privateKey);
    expect(await reden(tekst, zelf)).toBe('INLOGDIENST_ONBEREIKBAAR');
    stuk = false;
    expect(await reden(tekst, zelf)).toBe('gelukt');
    const kapot = new TokenControle({
      ...INSTELLINGEN,
      issuer,
      jwksUri: 'http://127.0.0.1:1/jwks',
    });
    expect(await reden(tekst, kapot)).toBe('INLOGDIENST_ONBEREIKBAAR');
    await new Promise((klaar) => server.close(klaar));
  });
});
