export default async function stop() {
  await globalThis.testLoket?.stop();
}
