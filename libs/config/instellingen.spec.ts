// Real: reading of variables and files. The secrets are made here.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { leesInstellingen } from './instellingen.js';
import { InstellingenFout } from './lezer.js';
import type { Omgevingsvariabelen } from './lezer.js';

const map = mkdtempSync(join(tmpdir(), 'instellingen-'));
const bestand = (naam: string, inhoud: string): string => {
  const pad = join(map, naam);
  writeFileSync(pad, inhoud);
  return pad;
};
const PEM = bestand('een.pem', '-----BEGIN CERTIFICATE-----\n');
const HOOFDSLEUTEL = randomBytes(32).toString('base64');

const goed: Record<string, string> = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://app:Zeepaard@db/regie',
  DATABASE_SYSTEEM_URL: 'postgresql://systeem:Zeepaard@db/regie',
  SLEUTEL_DATABASE_URL: 'postgresql://sleutel:Zeepaard@db/sleutels',
  SLEUTEL_KOPIE_MAP: '/var/sleutels',
  HOOFDSLEUTEL,
  ZOEKSLEUTEL_BESTAND: bestand('zoek', `${randomBytes(48).toString('base64')}\n`),
  TEMPORAL_ADDRESS: 'temporal:7233',
  OIDC_ISSUER: 'https://inloggen.example',
  OIDC_AUDIENCE: 'inburgeringsregie',
  NOTIFICATIES_TLS_CERT: PEM,
  NOTIFICATIES_TLS_KEY: PEM,
  NOTIFICATIES_TLS_CA: PEM,
  DUO_BASIS_URL: 'https://duo.example/inburgering',
  DUO_OIN: '00000001003214345000',
  DUO_CLIENT_MAP: '/etc/inburgeringsregie/duo-client',
};
const klachten = (anders: Omgevingsvariabelen, voor: 'api' | 'worker' = 'api'): string[] => {
  try {
    const env = { ...goed, ...anders };
    if (voor === 'api') leesInstellingen(env, 'api');
    else leesInstellingen(env, 'worker');
  } catch (fout) {
    if (fout instanceof InstellingenFout) return [...fout.klachten];
    throw fout;
  }
  return [];
};

describe('leesInstellingen', () => {
  afterAll(() => {
    rmSync(map, { recursive: true });
  });

  it('leest de instellingen van de api, met wat vanzelf spreekt', () => {
    const gelezen = leesInstellingen(goed, 'api');
    expect(gelezen.productie).toBe(true);
    expect(gelezen.sleutels.hoofdsleutel.toString('base64')).toBe(HOOFDSLEUTEL);
    expect(gelezen.zoeksleutel).toHaveLength(48);
    expect(gelezen.oidc.rollenClaim).toBe('rollen');
    expect(gelezen.temporal).toEqual({
      address: 'temporal:7233',
      namespace: 'default',
      tls: undefined,
    });
    expect(gelezen.proefdraaien).toBe(false);
  });

  it('leest de instellingen van de worker zonder die van de api', () => {
    const { OIDC_ISSUER, OIDC_AUDIENCE, NOTIFICATIES_TLS_CERT, NOTIFICATIES_TLS_KEY, ...rest } =
      goed;
    expect([OIDC_ISSUER, OIDC_AUDIENCE, NOTIFICATIES_TLS_CERT, NOTIFICATIES_TLS_KEY]).toHaveLength(
      4,
    );
    expect(leesInstellingen(rest, 'worker').duo.oin).toBe('00000001003214345000');
    expect(leesInstellingen(rest, 'worker').uitgaandMap).toBeUndefined();
    const UITGAAND_MAP = '/etc/inburgeringsregie/uitgaand';
    expect(leesInstellingen({ ...rest, UITGAAND_MAP }, 'worker').uitgaandMap).toBe(UITGAAND_MAP);
  });

  it('leest per API van DUO een eigen adres en versie', () => {
    const DUO_APIS = JSON.stringify({
      pip: { url: 'https://pip.duo.example/wi', versie: '1.3.0' },
      'map-pvt-zroute': { versie: '2.0.0' },
    });
    expect(leesInstellingen({ ...goed, DUO_APIS }, 'worker').duo.apis).toEqual({
      pip: { basisUrl: 'https://pip.duo.example/wi', versie: '1.3.0' },
      'map-pvt-zroute': { versie: '2.0.0' },
    });
    expect(leesInstellingen(goed, 'worker').duo.apis).toEqual({});
  });

  it('zegt van een API van DUO welke niet klopt, en wat het moet zijn', () => {
    const DUO_APIS = JSON.stringify({ examen: { url: 'ftp://Zeepaard', versie: 'Zeepaard' } });
    expect(klachten({ DUO_APIS }, 'worker')).toEqual([
      'DUO_APIS: de url van examen moet een adres zijn dat begint met https://',
      'DUO_APIS: de versie van examen moet uit drie getallen bestaan, zoals 1.2.0',
    ]);
    expect(klachten({ DUO_APIS: '{"Zeepaard":{}}' }, 'worker').join()).not.toContain('Zeepaard');
  });

  it('leest een adres met een wachtwoord ook uit een bestand', () => {
    const DATABASE_URL_BESTAND = bestand('url', 'postgresql://app:Haring@db/regie\n');
    const gelezen = leesInstellingen(
      { ...goed, DATABASE_URL: undefined, DATABASE_URL_BESTAND },
      'api',
    );
    expect(gelezen.databaseUrl).toBe('postgresql://app:Haring@db/regie');
    expect(klachten({ DATABASE_URL_BESTAND })).toEqual([expect.stringMatching('^DATABASE_URL: ')]);
  });

  it('noemt alles wat ontbreekt in één melding', () => {
    try {
      leesInstellingen({}, 'api');
      throw new Error('had moeten weigeren');
    } catch (fout) {
      expect(fout).toBeInstanceOf(InstellingenFout);
      for (const naam of ['DATABASE_URL', 'HOOFDSLEUTEL', 'TEMPORAL_ADDRESS', 'OIDC_AUDIENCE']) {
        expect((fout as Error).message).toContain(`${naam}: ontbreekt`);
      }
    }
  });

  it('noemt in een melding nooit een waarde', () => {
    const melding = klachten({
      DATABASE_URL: 'mysql://app:Zeepaard@db',
      HOOFDSLEUTEL: 'Zeepaard',
      TEMPORAL_ADDRESS: 'Zeepaard',
      DUO_OIN: 'Zeepaard',
      LOG_NIVEAU: 'Zeepaard',
    }).join('\n');
    expect(melding).toContain('DATABASE_URL');
    expect(melding).toContain('HOOFDSLEUTEL');
    expect(melding).not.toContain('Zeepaard');
  });

  it('zegt niets als iemand de instellingen per ongeluk logt', () => {
    const gelezen = leesInstellingen(goed, 'api');
    const gelogd = [JSON.stringify({ gelezen }), inspect({ gelezen }, { depth: 9 })];
    for (const tekst of gelogd) expect(tekst).not.toContain('Zeepaard');
  });

  it.each<[string, Omgevingsvariabelen]>([
    ['PROEFDRAAIEN', { PROEFDRAAIEN: 'aan' }],
    ['KETENSIMULATOR_URL', { KETENSIMULATOR_URL: 'http://localhost:4000' }],
    ['OIDC_ISSUER', { OIDC_ISSUER: 'http://inloggen.example' }],
    ['OIDC_JWKS_URI', { OIDC_JWKS_URI: 'http://inloggen.example/jwks' }],
    ['NOTIFICATIES_TLS_CERT', { NOTIFICATIES_TLS_CERT: '', NOTIFICATIES_TLS_KEY: '' }],
  ])('staat in productie niet toe: %s', (naam, anders) => {
    expect(klachten(anders)).toEqual([expect.stringMatching(`^${naam}: `)]);
    const buitenProductie = { ...anders, NODE_ENV: 'development' };
    expect(klachten(buitenProductie)).toEqual([]);
  });

  it('is streng als niemand zegt welke omgeving het is', () => {
    expect(klachten({ NODE_ENV: undefined, PROEFDRAAIEN: 'aan' })).toHaveLength(1);
  });

  it.each<[string, Omgevingsvariabelen, 'api' | 'worker']>([
    ['SLEUTEL_DATABASE_URL', { SLEUTEL_DATABASE_URL: goed['DATABASE_URL'] }, 'api'],
    ['HOOFDSLEUTEL', { HOOFDSLEUTEL: randomBytes(31).toString('base64') }, 'api'],
    ['HOOFDSLEUTEL', { HOOFDSLEUTEL_BESTAND: PEM }, 'api'],
    ['ZOEKSLEUTEL_BESTAND', { ZOEKSLEUTEL_BESTAND: join(map, 'niets') }, 'api'],
    ['API_POORT', { API_POORT: '70000' }, 'api'],
    ['NOTIFICATIES_TLS_CA', { NOTIFICATIES_TLS_CA: '' }, 'api'],
    ['NOTIFICATIES_PROXY_HEADER', { NOTIFICATIES_PROXY_HEADER: 'X-Client-Cert' }, 'api'],
    ['TEMPORAL_TLS_KEY', { TEMPORAL_TLS_CERT: PEM }, 'api'],
    ['DUO_OIN', { DUO_OIN: '123' }, 'worker'],
    ['DUO_BASIS_URL', { DUO_BASIS_URL: 'http://duo.example' }, 'worker'],
    ['DUO_CLIENT_MAP', { DUO_CLIENT_MAP: '' }, 'worker'],
    ['NOTIFICATIES_TLS_CA', { NOTIFICATIES_TLS_CA: bestand('geen.pem', 'hallo') }, 'api'],
    ['NOTIFICATIES_TLS_CRL', { NOTIFICATIES_TLS_CRL: PEM }, 'api'],
    ['NOTIFICATIES_TLS_CRL', { NOTIFICATIES_TLS_CRL: join(map, 'niets') }, 'api'],
    ['DUO_APIS', { DUO_APIS: '{"pip":' }, 'worker'],
    ['DUO_APIS', { DUO_APIS: '["pip"]' }, 'worker'],
    ['DUO_APIS', { DUO_APIS: '{"PIP":{"versie":"1.2.0"}}' }, 'worker'],
    ['DUO_APIS', { DUO_APIS: '{"pip":"https://duo.example"}' }, 'worker'],
    ['DUO_APIS', { DUO_APIS: '{"pip":{"adres":"https://duo.example"}}' }, 'worker'],
    ['DUO_APIS', { DUO_APIS: '{"pip":{"url":"http://duo.example"}}' }, 'worker'],
    ['DUO_APIS', { DUO_APIS: '{"pip":{"url":"https://duo.example/wi/v1"}}' }, 'worker'],
    ['DUO_APIS', { DUO_APIS: '{"pip":{"url":"https://duo.example?a=b"}}' }, 'worker'],
    ['DUO_APIS', { DUO_APIS: '{"pip":{"url":7}}' }, 'worker'],
    ['DUO_APIS', { DUO_APIS: '{"pip":{"versie":"1.2"}}' }, 'worker'],
    ['DUO_APIS', { DUO_APIS: '{"pip":{"versie":1}}' }, 'worker'],
  ])('klaagt over %s en over niets anders (%#)', (naam, anders, voor) => {
    expect(klachten(anders, voor)).toEqual([expect.stringMatching(`^${naam}: `)]);
  });
});
