import { heartbeat } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { maakControleActiviteiten } from '#activities/controle/controle.activities.js';
import type { ControleActiviteiten } from '#contracts/controle.js';
import { stand, trajectWorkflowId } from '#contracts/traject.js';
import { ControleSysteem, VERSCHILSOORTEN } from '#dossier/controle.js';
import { DossierSysteem } from '#dossier/systeem.js';
import { trajectWorkflowsVan } from '#temporal/trajectworkflows.js';
import type { WorkerMetrieken } from './worker-metrieken.js';

/** The activities of the nightly comparison, with its result in log and metrics. */
export function maakNachtcontrole(opties: {
  /** Under the role of the system. */
  readonly systeem: DataSource;
  readonly client: Client;
  readonly metrieken: WorkerMetrieken;
  readonly log: Logger;
}): ControleActiviteiten {
  const { systeem, client, metrieken, log } = opties;
  return maakControleActiviteiten({
    controle: new ControleSysteem(systeem),
    systeem: new DossierSysteem(systeem),
    workflows: trajectWorkflowsVan(client.connection, client.options.namespace),
    vraagStand: (trajectId) => client.workflow.getHandle(trajectWorkflowId(trajectId)).query(stand),
    hartslag: () => {
      heartbeat();
    },
    meld: ({ verschillen, onbekend, klaarSeconden, ...aantallen }) => {
      for (const soort of VERSCHILSOORTEN)
        metrieken.controle.zet({ soort }, verschillen[soort] ?? 0);
      metrieken.controle.zet({ soort: 'onbekend' }, onbekend);
      metrieken.gecontroleerd.zet({}, klaarSeconden);
      const gelijk = onbekend === 0 && Object.keys(verschillen).length === 0;
      log[gelijk ? 'info' : 'warn']({
        actie: 'nachtcontrole',
        resultaat: gelijk ? 'gelijk' : 'verschillen',
        ...aantallen,
        onbekend,
        verschillen,
      });
    },
  });
}
