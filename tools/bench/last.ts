import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Omgeving } from '#tools/lokaal/omgeving.js';
import { LOKALE_GEMEENTEN } from '#tools/lokaal/gemeenten.js';
import { DUO_HOUDER } from '#tools/lokaal/certificaten.js';
import type { Doelwit, Opdracht, Uitslag } from './belasting/opdrachten.js';

type Antwoord = { readonly uitslag: Uitslag } | { readonly fout: string };

/** The process that asks: its own, so that its work is not that of the one who measures. */
export class Last {
  private constructor(private readonly kind: ChildProcess) {}

  static async start(omgeving: Omgeving, certificaten: string): Promise<Last> {
    const wortel = join(import.meta.dirname, '..', '..');
    const lader = pathToFileURL(join(wortel, 'tools', 'lokaal', 'bron.mjs')).href;
    const kind = fork(join(import.meta.dirname, 'belasting.ts'), [], {
      execArgv: ['--import', lader],
      cwd: wortel,
    });
    const { apiUrl, notificatiesUrl, issuer } = omgeving;
    const doelwit: Doelwit = {
      apiUrl,
      notificatiesUrl,
      issuer,
      duo: {
        oin: DUO_HOUDER.oin,
        doel: LOKALE_GEMEENTEN[0].oin,
        ca: readFileSync(join(certificaten, 'ca.crt'), 'utf8'),
        cert: readFileSync(join(certificaten, 'client-duo.crt'), 'utf8'),
        key: readFileSync(join(certificaten, 'client-duo.key'), 'utf8'),
      },
    };
    const last = new Last(kind);
    kind.send({ doelwit });
    await once(kind, 'message');
    return last;
  }

  /** One load at a time; throws when a request was refused. */
  async geef(opdracht: Opdracht): Promise<Uitslag> {
    this.kind.send({ opdracht });
    const [antwoord] = (await once(this.kind, 'message')) as [Antwoord];
    if ('fout' in antwoord) throw new Error(`Belasting ${opdracht.soort}: ${antwoord.fout}`);
    return antwoord.uitslag;
  }

  async stop(): Promise<void> {
    if (this.kind.exitCode !== null) return;
    const einde = once(this.kind, 'exit');
    this.kind.disconnect();
    await einde;
  }
}
