import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { duoApisOp, STANDAARD_DUO_GRENZEN, type DuoTls } from '#adapters/duo/duo-configuratie.js';
import { DuoHttpAdapter, type DuoWaarnemer } from '#adapters/duo/duo-http.adapter.js';
import type { DuoUitkomst } from '#adapters/duo/uitkomst.js';
import type { DuoPort } from '#adapters/duo/duo.port.js';
import type { DuoInstellingen } from '#config/duo-instellingen.js';
import { leesIntrekkingslijsten, volgIntrekkingslijsten } from '#security/intrekking.js';
import type { Logger } from 'pino';
import type { WorkerMetrieken } from './worker-metrieken.js';

/** `<oin>.crt` and `<oin>.key` per gemeente, `ca.crt` for whom they trust. */
function certificatenUit(map: string): Map<string, DuoTls> {
  const ca = readFileSync(join(map, 'ca.crt'), 'utf8');
  const oins = readdirSync(map).flatMap((naam) => /^(\d{20})\.crt$/.exec(naam)?.[1] ?? []);
  return new Map(
    oins.map((oin) => [
      oin,
      {
        certificaat: readFileSync(join(map, `${oin}.crt`), 'utf8'),
        sleutel: readFileSync(join(map, `${oin}.key`), 'utf8'),
        ca,
      },
    ]),
  );
}

/** What an operator reads about an end that asks for one; DUO's own words are for the caseworker. */
function toelichting(uitkomst: DuoUitkomst<unknown>): string | undefined {
  switch (uitkomst.soort) {
    case 'ons-defect':
      return uitkomst.details;
    case 'onbegrijpelijk':
      return uitkomst.reden;
    case 'storing':
      return `${uitkomst.oorzaak} ${uitkomst.status ?? ''}`.trim();
    default:
      return undefined;
  }
}

/** Counts every call, and tells an operator of an end or a difference that nobody else acts on. */
export function maakWaarnemer(
  metrieken: Pick<WorkerMetrieken, 'duo' | 'duoAfwijkingen'>,
  log: Pick<Logger, 'warn' | 'error'>,
): DuoWaarnemer {
  return (operatie, uitkomst) => {
    const { soort, afwijkingen } = uitkomst;
    metrieken.duo.plus({ operatie, uitkomst: soort });
    if (afwijkingen.length > 0) metrieken.duoAfwijkingen.plus({ operatie });
    const velden = {
      actie: 'duo-aanroep',
      operatie,
      resultaat: soort,
      toelichting: toelichting(uitkomst),
      afwijkingen,
    };
    switch (soort) {
      case 'niet-geautoriseerd':
      case 'ons-defect':
      case 'onbegrijpelijk':
        log.error(velden);
        break;
      case 'storing':
        log.warn(velden);
        break;
      default:
        if (afwijkingen.length > 0) log.warn(velden);
    }
  };
}

/** Lists beside the certificates, when there are: then the certificate of DUO is looked up in them. */
function intrekkingenUit(pad: string): readonly string[] | undefined {
  if (!existsSync(pad)) return undefined;
  try {
    return leesIntrekkingslijsten(pad);
  } catch {
    throw new Error('DUO-configuratie: crl.pem is geen bruikbare intrekkingslijst');
  }
}

const metCrl = (
  gemeenten: ReadonlyMap<string, DuoTls>,
  crl: readonly string[] | undefined,
): ReadonlyMap<string, DuoTls> =>
  crl === undefined
    ? gemeenten
    : new Map([...gemeenten].map(([oin, tls]) => [oin, { ...tls, crl }]));

export interface Duo {
  readonly poort: DuoPort;
  readonly close: () => Promise<void>;
}

/**
 * The client of DUO with the certificate of each gemeente, and the revocation lists in `crl.pem`, of which a new one is
 * in force at once. Throws when the configuration cannot be right.
 */
export function maakDuo(
  instellingen: DuoInstellingen,
  waarnemer: DuoWaarnemer,
  log: Pick<Logger, 'info' | 'error'>,
  crlElkeMs?: number,
): Duo {
  const gemeenten = certificatenUit(instellingen.clientMap);
  const crlPad = join(instellingen.clientMap, 'crl.pem');
  const crl = intrekkingenUit(crlPad);
  const duo = new DuoHttpAdapter(
    {
      duoOin: instellingen.oin,
      apis: duoApisOp(instellingen.basisUrl, instellingen.apis),
      gemeenten: metCrl(gemeenten, crl),
      grenzen: STANDAARD_DUO_GRENZEN,
    },
    Date.now,
    waarnemer,
  );
  const velden = { actie: 'intrekkingslijst-duo' };
  log.info({ ...velden, resultaat: crl === undefined ? 'geen controle' : 'controle aan' });
  const stop = volgIntrekkingslijsten(
    crlPad,
    {
      neem: (lijsten) => {
        duo.neemCertificaten(metCrl(gemeenten, lijsten));
        log.info({ ...velden, resultaat: 'vernieuwd' });
      },
      klaag: () => {
        log.error({ ...velden, resultaat: 'onbruikbaar' });
      },
    },
    crlElkeMs,
  );
  return {
    poort: duo.poort,
    close: () => {
      stop();
      return duo.close();
    },
  };
}
