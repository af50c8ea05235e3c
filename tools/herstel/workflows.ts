import type { Connection } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
// A CommonJS module without names that Node can see: only its default import works when built.
import proto from '@temporalio/proto';
import {
  gewijzigd,
  TRAJECT_WORKFLOW,
  trajectWorkflowId,
  type Gewijzigd,
} from '#contracts/traject.js';

const { WORKFLOW_EXECUTION_STATUS_RUNNING } = proto.temporal.api.enums.v1.WorkflowExecutionStatus;
const NIET_GEVONDEN = 5;
const PER_BLADZIJDE = 1_000;
const VOORVOEGSEL = trajectWorkflowId('');

/** Which journeys have a running driver, as Temporal itself says. Reads nothing that is sealed. */
export interface Workflows {
  /** Exact: asks for this one. */
  loopt(trajectId: string): Promise<boolean>;
  /** Makes the driver that runs, if one does, read at the door: an older one is sent home there (E13). */
  stootAan(trajectId: string): Promise<void>;
  /** Of all, page by page; the newest may be missing, since visibility lags behind. */
  lopende(): AsyncIterable<string>;
}

export function workflowsVan(connection: Connection, namespace: string): Workflows {
  const { workflowService } = connection;
  return {
    loopt: async (trajectId) => {
      try {
        const { workflowExecutionInfo } = await workflowService.describeWorkflowExecution({
          namespace,
          execution: { workflowId: trajectWorkflowId(trajectId) },
        });
        return workflowExecutionInfo?.status === WORKFLOW_EXECUTION_STATUS_RUNNING;
      } catch (fout) {
        if (isNietGevonden(fout)) return false;
        throw fout;
      }
    },
    stootAan: async (trajectId) => {
      // Not sealed: it says nothing of anybody, and recovery has no keys.
      const stoot: Gewijzigd = { versie: Number.MAX_SAFE_INTEGER, wat: ['hersteld'] };
      try {
        await workflowService.signalWorkflowExecution({
          namespace,
          workflowExecution: { workflowId: trajectWorkflowId(trajectId) },
          signalName: gewijzigd.name,
          input: { payloads: [defaultPayloadConverter.toPayload(stoot)] },
        });
      } catch (fout) {
        if (!isNietGevonden(fout)) throw fout;
      }
    },
    lopende: async function* () {
      let nextPageToken: Uint8Array = new Uint8Array();
      do {
        const bladzijde = await workflowService.listWorkflowExecutions({
          namespace,
          pageSize: PER_BLADZIJDE,
          nextPageToken,
          query: `WorkflowType = '${TRAJECT_WORKFLOW}' AND ExecutionStatus = 'Running'`,
        });
        for (const { execution } of bladzijde.executions) {
          const { workflowId } = execution ?? {};
          if (workflowId?.startsWith(VOORVOEGSEL)) yield workflowId.slice(VOORVOEGSEL.length);
        }
        ({ nextPageToken } = bladzijde);
      } while (nextPageToken.length > 0);
    },
  };
}

function isNietGevonden(fout: unknown): boolean {
  return (fout as { code?: unknown }).code === NIET_GEVONDEN;
}
