// Real: ports of this machine, and another program. Nothing is fake.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { vrijePoort } from './processen.js';
import { houdPoort } from './poortwacht.js';

it('geeft van wie tegelijk komen er één de poort, en een ander pas als die weg is', async () => {
  const poort = await vrijePoort();
  const houder = spawn(process.execPath, [
    '-e',
    `require('net').createServer().listen(${poort}, '127.0.0.1', () => console.log('gereed'))`,
  ]);
  await once(houder.stdout, 'data');

  expect(await houdPoort(poort)).toBe(false);
  houder.kill('SIGKILL');
  await once(houder, 'exit');

  const tegelijk = await Promise.all([houdPoort(poort), houdPoort(poort)]);
  expect(tegelijk.sort()).toEqual([false, true]);
});
