// Jest starts this once per run, in its own process, when a project that needs servers is selected.
import '../../tools/lokaal/bron.mjs';

export default async function start() {
  const { openLoket } = await import('./loket.ts');
  globalThis.testLoket = await openLoket();
  process.env.TEST_LOKET = globalThis.testLoket.url;
}
