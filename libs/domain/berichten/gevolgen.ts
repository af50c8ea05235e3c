import type { Gebeurtenis } from '../traject/gebeurtenis.js';
import type { Omgeving } from '../traject/kern.js';
import type { Toestand } from '../traject/toestand.js';
import type { BerichtBesloten, BerichtGebeurtenis, BerichtStatus } from './gebeurtenissen.js';
import { isVervangend, waaromHandmatig } from './soorten.js';

/** DUO is still to hear of it: on its way there, or waiting for someone to do it in the Portal Inburgering. */
export function moetNogNaarDuo(status: BerichtStatus): boolean {
  return status === 'open' || status === 'handmatig-te-doen';
}

function naarPortaal(
  toestand: Toestand,
  bericht: BerichtBesloten,
  { instellingen }: Omgeving,
): BerichtGebeurtenis | null {
  const { meldingId } = bericht;
  if (toestand.berichten[meldingId]?.status !== 'open') return null;
  const oorzaak = waaromHandmatig(bericht, instellingen.duoApisUit ?? []);
  return oorzaak === null ? null : { soort: 'berichtHandmatigTeDoen', meldingId, oorzaak };
}

/** An older message of the same resource that waits for a person would, done later, undo this one. */
function vervangen(toestand: Toestand, nieuw: BerichtBesloten): BerichtGebeurtenis | null {
  const stand = toestand.berichten[nieuw.meldingId];
  if (stand === undefined || !isVervangend(nieuw.bericht)) return null;
  const ouder = Object.entries(toestand.berichten).find(
    ([, { soort, baan, nr, status }]) =>
      soort === nieuw.bericht &&
      baan === nieuw.baan &&
      nr < stand.nr &&
      (status === 'handmatig-te-doen' ||
        (status === 'open' && stand.status === 'handmatig-te-doen')),
  );
  return ouder
    ? {
        soort: 'berichtVervallen',
        meldingId: ouder[0],
        reden: 'Een nieuwer bericht zegt hetzelfde met de laatste stand.',
      }
    : null;
}

/**
 * What deciding these messages brings with it, one step at a time; null: nothing (more). A message whose API is off
 * for the gemeente, or that has none, is never offered to DUO.
 */
export function berichtGevolg(
  toestand: Toestand,
  gebeurtenissen: readonly Gebeurtenis[],
  omgeving: Omgeving,
): BerichtGebeurtenis | null {
  for (const gebeurtenis of gebeurtenissen) {
    if (gebeurtenis.soort !== 'berichtBesloten') continue;
    const gevolg = naarPortaal(toestand, gebeurtenis, omgeving) ?? vervangen(toestand, gebeurtenis);
    if (gevolg !== null) return gevolg;
  }
  return null;
}
