/** The workflow's own time: replaced by the SDK, the same at every replay. In milliseconds. */
export function workflowTijd(): number {
  return Date.now();
}
