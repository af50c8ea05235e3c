import { DefaultFailureConverter } from '@temporalio/common';

/**
 * Puts message and stack trace of a failure in a payload, so that the codec seals them too.
 * Loaded by path, by client, worker and workflow bundle: it may import nothing of Node.
 */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
