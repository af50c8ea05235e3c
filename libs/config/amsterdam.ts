const UUR_MS = 3_600_000;
const DAG_MS = 24 * UUR_MS;
const HOOGSTENS = 10_000;
// Since then the clock in Amsterdam only changes on whole hours UTC, so an hour has one date.
const SINDS_HELE_UREN = Date.UTC(1978, 0, 1);

const opmaak = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const dagPerUur = new Map<number, string>();
const beginPerDag = new Map<string, number>();

/** The civil date in Amsterdam at this instant, as YYYY-MM-DD. */
export function vandaagInAmsterdam(tijdstip: Date): string {
  const ms = tijdstip.getTime();
  if (ms < SINDS_HELE_UREN) return opmaak.format(tijdstip);
  const uur = Math.floor(ms / UUR_MS);
  return onthoud(dagPerUur, uur, () => opmaak.format(tijdstip));
}

/**
 * The instant at which this civil day (YYYY-MM-DD, from 1978) starts in Amsterdam.
 * @throws RangeError for what is not a date.
 */
export function beginVanDag(datum: string): Date {
  const ms = onthoud(beginPerDag, datum, () => {
    const middernachtUtc = Date.parse(`${datum}T00:00:00Z`);
    const isDatum =
      /^\d{4}-\d{2}-\d{2}$/.test(datum) &&
      !Number.isNaN(middernachtUtc) &&
      new Date(middernachtUtc).toISOString().startsWith(datum) &&
      middernachtUtc >= SINDS_HELE_UREN + DAG_MS;
    if (!isDatum) throw new RangeError('Dit is geen datum vanaf 1978 (JJJJ-MM-DD).');
    // Two hours ahead of UTC in summer, one in winter; the clock never changes at midnight.
    const zomer = middernachtUtc - 2 * UUR_MS;
    return vandaagInAmsterdam(new Date(zomer)) === datum ? zomer : middernachtUtc - UUR_MS;
  });
  return new Date(ms);
}

function onthoud<K, V>(kaart: Map<K, V>, sleutel: K, bereken: () => V): V {
  const bekend = kaart.get(sleutel);
  if (bekend !== undefined) return bekend;
  const waarde = bereken();
  if (kaart.size >= HOOGSTENS) kaart.clear();
  kaart.set(sleutel, waarde);
  return waarde;
}
