const nederland = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

export const DAG_MS = 86_400_000;

/** The civil date in the Netherlands at a moment (ms since 1970). */
export const datumOp = (moment: number): string => nederland.format(moment);

const middernacht = (datum: string): number => Date.parse(`${datum}T00:00:00Z`);

/** True for a real calendar day written as yyyy-mm-dd; 2026-02-30 is none. */
export const isDatum = (waarde: unknown): waarde is string =>
  typeof waarde === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(waarde) &&
  !Number.isNaN(middernacht(waarde)) &&
  new Date(middernacht(waarde)).toISOString().startsWith(waarde);

export const plusDagen = (datum: string, dagen: number): string =>
  new Date(middernacht(datum) + dagen * DAG_MS).toISOString().slice(0, 10);

/** Adds months and keeps within the month: 31 January + 1 month = the last day of February. */
export const plusMaanden = (datum: string, maanden: number): string => {
  const [jaar = 0, maand = 1, dag = 1] = datum.split('-').map(Number);
  const laatste = new Date(Date.UTC(jaar, maand - 1 + maanden + 1, 0)).getUTCDate();
  return new Date(Date.UTC(jaar, maand - 1 + maanden, Math.min(dag, laatste)))
    .toISOString()
    .slice(0, 10);
};

/** Reads an ISO moment with a time zone; anything else, a bare date included, is undefined. */
export const leesMoment = (waarde: unknown): number | undefined => {
  if (typeof waarde !== 'string') return undefined;
  if (!/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(waarde)) return undefined;
  const moment = Date.parse(waarde);
  return Number.isNaN(moment) ? undefined : moment;
};

export const alsIso = (moment: number): string => new Date(moment).toISOString();
