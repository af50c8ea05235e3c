import type { DuoAanroep } from './aanroep.js';
import { OIN } from './duo-configuratie.js';
import { Onleesbaar } from './lezer.js';
import type { Methode, Operatie } from './operatie.js';

/** What an operation may bring along besides the headers. */
export type ElkeAanroep = DuoAanroep & {
  readonly bsn?: unknown;
  readonly instellingsnummer?: unknown;
  readonly contactpersoonId?: unknown;
  readonly body?: unknown;
};

/** A request ready to send. Its path holds a BSN: never log it, never put it in an error. */
export interface Verzoek {
  readonly methode: Methode;
  readonly pad: string;
  readonly koppen: Readonly<Record<string, string>>;
  readonly body: string | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function eis(voldoet: boolean, wat: string): void {
  if (!voldoet) throw new Onleesbaar(wat);
}

function padDelen({
  bsn,
  instellingsnummer,
  contactpersoonId,
}: ElkeAanroep): Record<string, string> {
  return {
    bsn: typeof bsn === 'string' && /^\d{9}$/.test(bsn) ? bsn : '',
    instellingsnummer:
      typeof instellingsnummer === 'string' && Array.from(instellingsnummer).length === 10
        ? encodeURIComponent(instellingsnummer)
        : '',
    id:
      Number.isInteger(contactpersoonId) &&
      Number(contactpersoonId) >= 1 &&
      Number(contactpersoonId) <= 99_999
        ? String(contactpersoonId)
        : '',
  };
}

/** Makes the request of an operation. Throws `Onleesbaar`, naming the field, when the call is wrong. */
export function stelVerzoekOp(operatie: Operatie, aanroep: ElkeAanroep, duoOin: string): Verzoek {
  eis(OIN.test(aanroep.gemeenteOin), 'gemeenteOin: geen OIN');
  eis(UUID.test(aanroep.berichtId), 'berichtId: geen UUID');
  const delen = padDelen(aanroep);
  const pad = operatie.pad.replace(/\{(\w+)\}/g, (_, naam: string) => {
    const deel = delen[naam] ?? '';
    eis(deel !== '', `${naam}: verkeerde vorm`);
    return deel;
  });
  const body = operatie.schrijf === null ? null : JSON.stringify(operatie.schrijf(aanroep.body));
  return {
    methode: operatie.methode,
    pad,
    body,
    koppen: {
      bron: aanroep.gemeenteOin,
      doel: duoOin,
      berichtId: aanroep.berichtId,
      accept: 'application/json',
      ...(body === null ? {} : { 'content-type': 'application/json' }),
    },
  };
}
