import { LOKALE_GEMEENTEN } from './gemeenten.js';
import type { Omgeving } from './omgeving.js';

/** What docs/doorloop.md expects in the shell, in the order in which it is shown. */
export function doorloopVariabelen({
  apiUrl,
  simulatorUrl,
  issuer,
}: Pick<Omgeving, 'apiUrl' | 'simulatorUrl' | 'issuer'>): readonly (readonly [string, string])[] {
  return [
    ['API', `${apiUrl}/v1`],
    ['SIM', simulatorUrl],
    ['ISSUER', issuer],
    ['GEMEENTE_OIN', LOKALE_GEMEENTEN[0].oin],
  ];
}
