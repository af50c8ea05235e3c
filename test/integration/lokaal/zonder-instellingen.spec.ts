// Real: the programs as they are started, each in a process of its own. Nothing is fake; nothing is set either.
import { spawnSync } from 'node:child_process';

const PROGRAMMAS = [
  ['apps/api/src/main.ts', /^De instellingen kloppen niet:\n( {2}- .+\n)*( {2}- DATABASE_URL: )/],
  ['apps/worker/src/main.ts', /^De instellingen kloppen niet:\n( {2}- .+\n)*( {2}- DUO_)/],
  ['tools/inrichten/main.ts', /^DATABASE_EIGENAAR_URL_BESTAND ontbreekt\.\n$/],
] as const;

describe('een programma zonder instellingen', () => {
  it.each(PROGRAMMAS)(
    '%s zegt in het Nederlands wat ontbreekt en stopt',
    (ingang, melding) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--import', './tools/lokaal/bron.mjs', ingang],
        { env: { PATH: process.env['PATH'] }, encoding: 'utf8', timeout: 60_000 },
      );

      expect(stdout).toBe('');
      expect(stderr).toMatch(melding);
      expect(stderr).not.toMatch(/^ {4}at |Error/m);
      expect(status).toBe(1);
    },
    90_000,
  );
});
