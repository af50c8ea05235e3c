// SQLSTATE classes and codes, and errors of the connection, that pass by themselves.
const KLASSEN = ['08', '53', '57', '58'];
const CODES = new Set([
  '40001',
  '40P01',
  '55P03',
  '25P03',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
]);
const TEKSTEN =
  /connection terminated|timeout exceeded|query read timeout|not connected|connection is closed|client has encountered a connection error|connection ended/i;
const NAMEN = new Set([
  'CannotExecuteNotConnectedError',
  'ConnectionIsNotSetError',
  // The connection broke between two queries of one transaction.
  'QueryRunnerAlreadyReleasedError',
  'QueryRunnerProviderAlreadyReleasedError',
]);

function isStoring(fout: Error): boolean {
  const { code } = fout as { code?: unknown };
  if (typeof code === 'string') {
    if (CODES.has(code)) return true;
    if (/^[0-9A-Z]{5}$/.test(code)) return KLASSEN.includes(code.slice(0, 2));
  }
  return NAMEN.has(fout.name) || TEKSTEN.test(fout.message);
}

/** True when PostgreSQL cannot be reached or gave up: the same request may succeed later. */
export function isDatabaseStoring(fout: unknown): boolean {
  for (let deze = fout, diepte = 0; deze instanceof Error && diepte < 5; diepte += 1) {
    if (isStoring(deze)) return true;
    const { driverError, cause, errors } = deze as {
      driverError?: unknown;
      cause?: unknown;
      errors?: unknown;
    };
    if (Array.isArray(errors) && errors.some((een) => een instanceof Error && isStoring(een))) {
      return true;
    }
    deze = driverError ?? cause;
  }
  return false;
}
