import { delen, weekdag, type IsoDatum } from './datum.js';

const WEEKDAGEN = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];
const MAANDEN = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];

/** A day as a Dutch reader writes it: `maandag 25 mei 2026`. */
export function datumTekst(d: IsoDatum): string {
  const { jaar, maand, dag } = delen(d);
  return `${WEEKDAGEN[weekdag(d) - 1] ?? ''} ${dag} ${MAANDEN[maand - 1] ?? ''} ${jaar}`;
}
