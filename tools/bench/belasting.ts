// The process that asks: told by its parent where and what, it answers with what it measured.
import { voerUit } from './belasting/soorten.js';
import type { Doelwit, Opdracht } from './belasting/opdrachten.js';

type Bericht = { readonly doelwit: Doelwit } | { readonly opdracht: Opdracht };

let doelwit: Doelwit | undefined;

async function ontvang(bericht: Bericht): Promise<object> {
  if ('doelwit' in bericht) {
    doelwit = bericht.doelwit;
    return {};
  }
  if (doelwit === undefined) throw new Error('nog geen doelwit');
  return { uitslag: await voerUit(doelwit, bericht.opdracht) };
}

process.on('message', (bericht: Bericht) => {
  ontvang(bericht)
    .catch((fout: unknown) => ({ fout: fout instanceof Error ? fout.message : String(fout) }))
    .then(
      (antwoord) => process.send?.(antwoord),
      () => undefined,
    );
});
