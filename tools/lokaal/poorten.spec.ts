// Real: ports of this machine, and another program. Nothing is fake.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { houdPoort, vrijePoort } from './poorten.js';

describe('vrijePoort', () => {
  it('geeft de voorkeur als die vrij is en anders een andere', async () => {
    const bezetter = createServer().listen(0, '127.0.0.1');
    await once(bezetter, 'listening');
    const { port } = bezetter.address() as AddressInfo;

    expect(await vrijePoort(port)).not.toBe(port);

    bezetter.close();
    await once(bezetter, 'close');
    expect(await vrijePoort(port)).toBe(port);
  });

  it('geeft nooit een poort die een uitgaande verbinding kan nemen, en geen poort twee keer', async () => {
    const poorten = await Promise.all(Array.from({ length: 40 }, () => vrijePoort()));

    expect(new Set(poorten).size).toBe(40);
    expect(Math.max(...poorten)).toBeLessThan(32_768);
  });

  it('ziet ook wie op alle adressen luistert', async () => {
    const poort = await vrijePoort();
    const bezetter = createServer().listen(poort);
    await once(bezetter, 'listening');

    expect(await vrijePoort(poort)).not.toBe(poort);
    bezetter.close();
    await once(bezetter, 'close');
  });
});

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
