import type { Gemeente } from '#database/gemeenten.js';
import { testOin } from './certificaten.js';
import type { IdentiteitClient } from './identiteit.js';

function gemeente(nummer: number, code: string, naam: string): Gemeente {
  return {
    id: `00000000-0000-4000-8000-00000000000${nummer}`,
    code,
    naam,
    oin: testOin(code),
  };
}

/** Two invented gemeenten, so that isolation shows. */
export const LOKALE_GEMEENTEN = [
  gemeente(1, '9901', 'Voorbeeldstad'),
  gemeente(2, '9902', 'Voorbeelddorp'),
] as const;

function client(
  id: string,
  rollen: readonly string[],
  gemeenten: readonly string[],
): IdentiteitClient {
  return { id, geheim: `${id}-lokaal`, sub: id, rollen, gemeenten };
}

/** Who can ask a token locally: one client per role and gemeente, and one for both gemeenten. */
export const LOKALE_CLIENTS: readonly IdentiteitClient[] = [
  client('regievoerder-stad', ['regievoerder'], ['GM9901']),
  client('coordinator-stad', ['coordinator', 'regievoerder'], ['GM9901']),
  client('beheerder-stad', ['functioneel-beheerder'], ['GM9901']),
  client('auditor-stad', ['auditor'], ['GM9901']),
  client('regievoerder-dorp', ['regievoerder'], ['GM9902']),
  client('regievoerder-regio', ['regievoerder'], ['GM9901', 'GM9902']),
];
