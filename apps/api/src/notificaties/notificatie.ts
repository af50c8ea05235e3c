import { createHash } from 'node:crypto';
import { isIsoDatum } from '#domain/datum/datum.js';
import { normaliseerBsn, normaliseerVNummer } from '#security/bsn.js';

export interface GelezenNotificatie {
  readonly registratieTijdstip: string;
  readonly gebeurtenisId: string;
  readonly bsn?: string;
  readonly vNummer?: string;
  readonly inhoudHash: string;
}

// RFC 3339, with a zone: DUO's date-time.
const TIJDSTIP =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const GROOTSTE_VNUMMER = 9_999_999_999;

/** Reads a body of DUO; a text says what is wrong with it. Fields DUO may add later are let pass. */
export function leesNotificatie(body: unknown): GelezenNotificatie | string {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return 'Het bericht is geen JSON-object.';
  }
  const { registratieDatumTijd, gebeurtenisId, bsn, vNummer } = body as Record<string, unknown>;
  if (typeof registratieDatumTijd !== 'string' || !TIJDSTIP.test(registratieDatumTijd)) {
    return 'registratieDatumTijd ontbreekt of is geen datum-tijd met tijdzone.';
  }
  const tijdstip = leesTijdstip(registratieDatumTijd);
  if (tijdstip === undefined) return 'registratieDatumTijd bestaat niet.';
  if (typeof gebeurtenisId !== 'string' || !/^[0-9A-Z]{1,6}$/.test(gebeurtenisId)) {
    return 'gebeurtenisId ontbreekt of heeft niet de goede vorm.';
  }
  const nummers = leesNummers(bsn, vNummer);
  if (typeof nummers === 'string') return nummers;
  const inhoud = JSON.stringify([registratieDatumTijd, gebeurtenisId, bsn, vNummer]);
  return {
    registratieTijdstip: tijdstip.toISOString(),
    gebeurtenisId,
    ...nummers,
    inhoudHash: createHash('sha256').update(inhoud).digest('hex'),
  };
}

// JavaScript makes 30 February the second of March, and knows no leap second: that one is only ever
// the last of a day in UTC.
function leesTijdstip(tekst: string): Date | undefined {
  if (!isIsoDatum(tekst.slice(0, 10))) return undefined;
  const schrikkel = /^.{17}60/.test(tekst);
  const tijdstip = new Date(schrikkel ? `${tekst.slice(0, 17)}59${tekst.slice(19)}` : tekst);
  if (Number.isNaN(tijdstip.getTime())) return undefined;
  return schrikkel && !tijdstip.toISOString().includes('T23:59:59') ? undefined : tijdstip;
}

function leesNummers(bsn: unknown, vNummer: unknown): { bsn?: string; vNummer?: string } | string {
  const nummers: { bsn?: string; vNummer?: string } = {};
  if (bsn !== undefined) {
    const gelezen =
      typeof bsn === 'string' && /^\d{9}$/.test(bsn) ? normaliseerBsn(bsn) : undefined;
    if (gelezen === undefined) return 'bsn heeft niet de goede vorm.';
    nummers.bsn = gelezen;
  }
  if (vNummer !== undefined) {
    const past =
      typeof vNummer === 'number' &&
      Number.isSafeInteger(vNummer) &&
      vNummer >= 0 &&
      vNummer <= GROOTSTE_VNUMMER;
    const gelezen = past ? normaliseerVNummer(vNummer) : undefined;
    if (gelezen === undefined) return 'vNummer heeft niet de goede vorm.';
    nummers.vNummer = gelezen;
  }
  // DUO's file asks for neither: without one the message is kept for a person to look at.
  return nummers;
}
