import { ApplicationFailure, workflowInfo } from '@temporalio/workflow';
import { PROEF_TE_LANG, type TrajectInvoer } from '#contracts/traject.js';
import { spoorStap } from '../shared/spoor.js';

/** A rehearsal is one run, and its history must not grow to what the server refuses (E16). */
const PROEF_GRENS = 10_000;

/** Ends a rehearsal whose history has grown too long, with a message for who forwards it. */
export function stopTeLangeProef({ proef, proefGrens = PROEF_GRENS }: TrajectInvoer): void {
  if (!proef || workflowInfo().historyLength < proefGrens) return;
  spoorStap('proef-te-lang');
  throw ApplicationFailure.nonRetryable(
    `Deze proef is gestopt: zij telt ${proefGrens} gebeurtenissen in Temporal of meer. Het dossier blijft; open een nieuwe proef.`,
    PROEF_TE_LANG,
  );
}
