/** A broken invariant of the core. A refusal of a rule is a value, never this error. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'DomainError';
  }
}
