import { vroegste, type IsoDatum } from '../datum/datum.js';
import { metGevolgen } from './besluit.js';
import type { Gebeurtenis } from './gebeurtenis.js';
import type { Omgeving } from './kern.js';
import type { TermijnStand, Toestand } from './toestand.js';

/** Order of rungs that fall on one day. */
const VOLGORDE = [
  'openen',
  'herinnering-1',
  'herinnering-2',
  'herinnering-3',
  'verstreken',
  'escalatie',
] as const;

function lopend(toestand: Toestand): [string, TermijnStand][] {
  return toestand.status === 'gesloten'
    ? []
    : Object.entries(toestand.termijnen).filter(([, { status }]) => status === 'loopt');
}

/**
 * Everything that became due up to and including the start of today, oldest first. Each rung once: the
 * toestand knows which rungs a term has had, so asking again gives nothing (E2).
 */
export function laatTijdVerstrijken(
  toestand: Toestand,
  omgeving: Omgeving,
): readonly Gebeurtenis[] {
  const verschuldigd = lopend(toestand)
    .flatMap(([sleutel, { code, uiterlijkOp, ladder }]) =>
      ladder
        .filter(({ op }) => op <= omgeving.vandaag)
        .map(({ sport, op }) => ({ sleutel, code, sport, op, uiterlijkOp })),
    )
    .sort(
      (a, b) => a.op.localeCompare(b.op) || VOLGORDE.indexOf(a.sport) - VOLGORDE.indexOf(b.sport),
    );
  return metGevolgen(
    toestand,
    verschuldigd.map(({ sleutel, code, sport, uiterlijkOp }) => ({
      soort: 'termijnSignaal' as const,
      sleutel,
      code,
      sport,
      uiterlijkOp,
    })),
    omgeving,
  );
}

/** Civil day at whose start (Amsterdam) the next rung of any running term is due; null when none is to come. */
export function volgendeWekdag(toestand: Toestand): IsoDatum | null {
  const dagen = lopend(toestand).flatMap(([, { ladder }]) => ladder.map(({ op }) => op));
  return dagen.length === 0 ? null : dagen.reduce((a, b) => vroegste(a, b));
}
