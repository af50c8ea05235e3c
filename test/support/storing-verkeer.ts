// What several persons of the fault table need beside their own journey: DUO's side by hand, and a rehearsal.
import { randomUUID } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { Gebruiker, vraag } from '#tools/demo/verzoek.js';
import { maakCertificaten, type Certificaten } from '#tools/lokaal/certificaten.js';
import { LOKALE_CLIENTS, LOKALE_GEMEENTEN } from '#tools/lokaal/gemeenten.js';
import { vooruitspoelen } from '#temporal/proefdraaien.js';
import { trajectWorkflowId } from '#contracts/traject.js';
import { ChaosAsiel } from './chaos-asiel.js';
import type { Chaos } from './chaos-omgeving.js';
import { certificatenVan } from './storing-duo.js';

/** Lets something happen at DUO, also for the second time. */
export async function gebeurtBijDuo(
  { omgeving }: Chaos,
  persoonId: string,
  pad: string,
  body: unknown,
): Promise<void> {
  await vraag(`${omgeving.simulatorUrl}/personen/${persoonId}${pad}`, { methode: 'POST', body });
}

/** An asielstatushouder in a rehearsal: its time can be moved ahead. */
export class ProefReis extends ChaosAsiel {
  override async open(): Promise<void> {
    const { omgeving, simulator } = this.chaos;
    const client = LOKALE_CLIENTS.find(({ id }) => id === 'beheerder-stad');
    if (client === undefined) throw new Error('geen beheerder');
    const beheerder = new Gebruiker(omgeving.apiUrl, omgeving.issuer, client);
    this.persoonId = await this.bijDuo();
    const { trajectId } = await beheerder.doe<{ trajectId: string }>('/coa-overdrachten', {
      ...(this.overdracht() as object),
      proef: true,
    });
    this.trajectId = trajectId;
    await simulator.stuur(this.persoonId, 'SS101');
  }

  /** Hours in which everything that waits has its turn. */
  async vooruit(uren: number): Promise<void> {
    await this.chaos.bijTemporal((client) =>
      vooruitspoelen(client, trajectWorkflowId(this.trajectId), {
        id: randomUUID(),
        duurMs: uren * 3_600_000,
      }),
    );
  }
}

export type Vervalsing = 'vreemd certificaat' | 'ander OIN' | 'vreemde DUO' | 'geen';

const [GEMEENTE, ANDERE] = LOKALE_GEMEENTEN;

export function vreemdeMap({ omgeving }: Chaos): string {
  return join(omgeving.logmap, '..', 'vreemd');
}

/** In the names of DUO and the gemeente, by an issuer that nobody here trusts. */
export function vreemdeCertificaten(chaos: Chaos): Promise<Certificaten> {
  const { code, oin, naam } = GEMEENTE;
  const gemeenten = [{ naam: code, oin, organisatie: naam }];
  return maakCertificaten({ map: vreemdeMap(chaos), gemeenten });
}

/** Puts other files where the worker reads those of the gemeente, and starts it again. */
export async function wisselCertificaat(chaos: Chaos, vervalsing: Vervalsing): Promise<void> {
  await chaos.doodt('worker');
  const vreemd = await vreemdeCertificaten(chaos);
  const eigen = certificatenVan(chaos);
  const [map, naam] =
    vervalsing === 'vreemd certificaat'
      ? [vreemdeMap(chaos), GEMEENTE.code]
      : [eigen, vervalsing === 'ander OIN' ? ANDERE.code : GEMEENTE.code];
  const doel = join(chaos.omgeving.logmap, '..', 'geheimen', 'duo-client');
  for (const soort of ['crt', 'key']) {
    copyFileSync(join(map, `client-${naam}.${soort}`), join(doel, `${GEMEENTE.oin}.${soort}`));
  }
  const ca = vervalsing === 'vreemde DUO' ? vreemd.ca : join(eigen, 'ca.crt');
  copyFileSync(ca, join(doel, 'ca.crt'));
  await chaos.herstart('worker');
}
