import type { Connection, ConnectionLike } from '@temporalio/client';
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
const LOPEND = `WorkflowType = '${TRAJECT_WORKFLOW}' AND ExecutionStatus = 'Running'`;

export interface LopendeBladzijde {
  readonly trajectIds: readonly string[];
  /** Where the next page begins; null: there is none. */
  readonly volgende: string | null;
}

/** Which journeys have a running driver, as Temporal itself says. Reads nothing that is sealed. */
export interface TrajectWorkflows {
  /** Exact: asks for this one. */
  loopt(trajectId: string): Promise<boolean>;
  /** Ends the driver at once, if one runs. */
  beeindig(trajectId: string): Promise<void>;
  /** Takes the newest history away; what never was, is away. */
  verwijder(trajectId: string): Promise<void>;
  /** Makes the driver that runs, if one does, read at the door: an older one is sent home there (E13). */
  stootAan(trajectId: string): Promise<void>;
  /** Those of these that run; the newest may be missing, since visibility lags behind. At most some hundreds. */
  waarvanLopen(trajectIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** One page of all; `vanaf` is the `volgende` of the page before. */
  bladzijde(vanaf: string | null, aantal: number): Promise<LopendeBladzijde>;
  /** Of all, page by page; the newest may be missing, since visibility lags behind. */
  lopende(): AsyncIterable<string>;
}

export function trajectWorkflowsVan(
  connection: Pick<Connection | ConnectionLike, 'workflowService'>,
  namespace: string,
): TrajectWorkflows {
  const { workflowService } = connection;
  const zoek = async (query: string, pageSize: number, vanaf: string | null) => {
    const { executions, nextPageToken } = await workflowService.listWorkflowExecutions({
      namespace,
      pageSize,
      query,
      nextPageToken: vanaf === null ? new Uint8Array() : Buffer.from(vanaf, 'base64'),
    });
    return {
      trajectIds: executions.flatMap(({ execution }) => {
        const { workflowId } = execution ?? {};
        return workflowId?.startsWith(VOORVOEGSEL) === true
          ? [workflowId.slice(VOORVOEGSEL.length)]
          : [];
      }),
      volgende: nextPageToken.length === 0 ? null : Buffer.from(nextPageToken).toString('base64'),
    };
  };
  const bladzijde = (vanaf: string | null, aantal: number): Promise<LopendeBladzijde> =>
    zoek(LOPEND, aantal, vanaf);
  return {
    bladzijde,
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
      await alsErIs(
        workflowService.signalWorkflowExecution({
          namespace,
          workflowExecution: { workflowId: trajectWorkflowId(trajectId) },
          signalName: gewijzigd.name,
          input: { payloads: [defaultPayloadConverter.toPayload(stoot)] },
        }),
      );
    },
    beeindig: (trajectId) =>
      alsErIs(
        workflowService.terminateWorkflowExecution({
          namespace,
          workflowExecution: { workflowId: trajectWorkflowId(trajectId) },
          reason: 'gewist',
        }),
      ),
    verwijder: (trajectId) =>
      alsErIs(
        workflowService.deleteWorkflowExecution({
          namespace,
          workflowExecution: { workflowId: trajectWorkflowId(trajectId) },
        }),
      ),
    waarvanLopen: async (trajectIds) => {
      if (trajectIds.length === 0) return new Set();
      const ids = trajectIds.map((id) => `'${trajectWorkflowId(id)}'`).join(', ');
      const query = `${LOPEND} AND WorkflowId IN (${ids})`;
      return new Set((await zoek(query, trajectIds.length, null)).trajectIds);
    },
    lopende: async function* () {
      let vanaf: string | null = null;
      do {
        const blad: LopendeBladzijde = await bladzijde(vanaf, PER_BLADZIJDE);
        yield* blad.trajectIds;
        vanaf = blad.volgende;
      } while (vanaf !== null);
    },
  };
}

async function alsErIs(vraag: Promise<unknown>): Promise<void> {
  try {
    await vraag;
  } catch (fout) {
    if (!isNietGevonden(fout)) throw fout;
  }
}

function isNietGevonden(fout: unknown): boolean {
  return (fout as { code?: unknown }).code === NIET_GEVONDEN;
}
