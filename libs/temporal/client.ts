import {
  Client,
  Connection,
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
} from '@temporalio/client';
import type { ConnectionOptions, WorkflowClientInterceptor } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';

export interface TemporalInstellingen {
  /** host:port */
  readonly address: string;
  readonly namespace: string;
  readonly tls?: NonNullable<ConnectionOptions['tls']>;
  readonly dataConverter: DataConverter;
  /** Tracing, when it is on. */
  readonly interceptors?: WorkflowClientInterceptor[];
  /** Milliseconds for a call and its retries together, unless the caller sets a deadline. */
  readonly rpcTermijnMs?: number;
}

type Interceptor = NonNullable<ConnectionOptions['interceptors']>[number];

const RPC_TERMIJN_MS = 5_000;
// Long polls, which the server itself ends after some twenty seconds; the client then asks again.
const LANGE_AANROEP =
  /\/(GetWorkflowExecutionHistory|UpdateWorkflowExecution|Poll\w+|ExecuteMultiOperation)$/;
const LANGE_TERMIJN_MS = 35_000;

/**
 * A client that connects at its first call: the API starts, and keeps answering, without Temporal.
 * A call fails after a few seconds instead of hanging; what must arrive is kept in PostgreSQL.
 */
export function maakTemporalClient(instellingen: TemporalInstellingen): Client {
  const termijnMs = instellingen.rpcTermijnMs ?? RPC_TERMIJN_MS;
  const connection = Connection.lazy({
    address: instellingen.address,
    ...(instellingen.tls === undefined ? {} : { tls: instellingen.tls }),
    connectTimeout: termijnMs,
    interceptors: [herhaalTotTermijn(termijnMs)],
  });
  return new Client({
    connection,
    namespace: instellingen.namespace,
    dataConverter: instellingen.dataConverter,
    ...(instellingen.interceptors === undefined
      ? {}
      : { interceptors: { workflow: instellingen.interceptors } }),
  });
}

/** The SDK's own retries, but none after the deadline: its default goes on trying in vain. */
function herhaalTotTermijn(termijnMs: number): Interceptor {
  const standaard = defaultGrpcRetryOptions();
  return (opties, volgende) => {
    const lang = LANGE_AANROEP.test(opties.method_definition.path);
    const deadline = opties.deadline ?? Date.now() + (lang ? LANGE_TERMIJN_MS : termijnMs);
    const herhaal = makeGrpcRetryInterceptor({
      ...standaard,
      retryableDecider: (poging, status) =>
        Date.now() + standaard.delayFunction(poging, status) < Number(deadline) &&
        standaard.retryableDecider(poging, status),
    });
    return herhaal({ ...opties, deadline }, volgende);
  };
}
