import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { raadpleegBrp } from '#activities/brp/raadpleeg.js';
import { STANDAARD_BRP_GRENZEN, type BrpGemeente } from '#adapters/brp/brp-configuratie.js';
import { BrpHttpAdapter } from '#adapters/brp/brp-http.adapter.js';
import type { BrpPort } from '#adapters/brp/brp.port.js';
import type { BrpSysteem } from '#dossier/brp.js';
import type { Dossier } from '#dossier/dossier.js';
import { startLus, type Lus } from './lus.js';

/** About a week: how often the BRP is asked about a journey. */
const RITME_SECONDEN = 600_000;
/** About a day: when there was nobody to ask about, for instance as long as the number is not known. */
const OVERGESLAGEN_SECONDEN = 90_000;
const PLAN_PAUZE_MS = 30_000;
const PLAN_PER_RONDE = 50;
const PAUZE_MS = 1_000;
const PER_RONDE = 3;
/** Longer than a question may take with its repeats. */
const HUUR_SECONDEN = 60;
const EERSTE_WACHT_SECONDEN = 30;
const LANGSTE_WACHT_SECONDEN = 21_600;
/** Together more than a day. */
const MEESTE_POGINGEN = 14;

const BESTAND = /^(\d{4})\.json$/;

function leesGemeente(map: string, code: string): BrpGemeente {
  const inhoud = JSON.parse(readFileSync(join(map, `${code}.json`), 'utf8')) as unknown;
  const { basisUrl, koppen = {} } = (inhoud ?? {}) as { basisUrl?: unknown; koppen?: unknown };
  const kloptKoppen =
    typeof koppen === 'object' &&
    koppen !== null &&
    Object.values(koppen).every((waarde) => typeof waarde === 'string');
  if (typeof basisUrl !== 'string' || !kloptKoppen) {
    throw new Error(`BRP-configuratie: ${code}.json heeft een basisUrl nodig, en koppen als tekst`);
  }
  const certificaat = join(map, `${code}.crt`);
  return {
    basisUrl,
    koppen: koppen as Readonly<Record<string, string>>,
    ...(existsSync(certificaat)
      ? {
          tls: {
            certificaat: readFileSync(certificaat, 'utf8'),
            sleutel: readFileSync(join(map, `${code}.key`), 'utf8'),
            ca: readFileSync(join(map, 'ca.crt'), 'utf8'),
          },
        }
      : {}),
  };
}

/** The gemeenten that switched the BRP on: `<code>.json` each, with `.crt` and `.key` beside it for mTLS. */
export function brpGemeenten(map: string | undefined): ReadonlyMap<string, BrpGemeente> {
  if (map === undefined) return new Map();
  const codes = readdirSync(map).flatMap((naam) => BESTAND.exec(naam)?.[1] ?? []);
  return new Map(codes.map((code) => [code, leesGemeente(map, code)]));
}

/** The client of the BRP. Throws when the configuration cannot be right. */
export function maakBrp(gemeenten: ReadonlyMap<string, BrpGemeente>): BrpHttpAdapter {
  return new BrpHttpAdapter({ gemeenten, grenzen: STANDAARD_BRP_GRENZEN });
}

interface Benodigdheden {
  readonly systeem: BrpSysteem;
  readonly dossier: Dossier;
  readonly brp: BrpPort;
  readonly log: Pick<Logger, 'warn' | 'error'>;
}

/** Asks about what is due, a few at a time. Returns how many. */
export async function raadpleegRonde({
  systeem,
  dossier,
  brp,
  log,
}: Benodigdheden): Promise<number> {
  let gedaan = 0;
  for (; gedaan < PER_RONDE; gedaan += 1) {
    const rij = await systeem.neem(HUUR_SECONDEN);
    if (rij === undefined) return gedaan;
    const { trajectId, poging } = rij;
    const uitkomst = await raadpleegBrp({ dossier, brp }, rij);
    if (uitkomst.soort === 'klaar') {
      await systeem.klaar(trajectId, null, RITME_SECONDEN);
      const { afwijkingen } = uitkomst;
      if (afwijkingen.length > 0) log.warn({ actie: 'brp', resultaat: 'afwijkend', afwijkingen });
      continue;
    }
    if (uitkomst.soort === 'overgeslagen') {
      await systeem.klaar(trajectId, uitkomst.reden, OVERGESLAGEN_SECONDEN);
      continue;
    }
    const { reden } = uitkomst;
    if (uitkomst.soort === 'later' && poging < MEESTE_POGINGEN) {
      const wacht = Math.min(EERSTE_WACHT_SECONDEN * 2 ** (poging - 1), LANGSTE_WACHT_SECONDEN);
      await systeem.later(trajectId, reden, Math.max(wacht, uitkomst.naSeconden ?? 0));
      log.warn({ actie: 'brp', resultaat: 'later', trajectId, poging, reden });
    } else {
      await systeem.klaar(trajectId, reden, RITME_SECONDEN);
      log.error({ actie: 'brp', resultaat: 'mislukt', trajectId, poging, reden });
    }
  }
  return gedaan;
}

/** Plans questions and asks them. They wait in rows, so that nothing is lost when a worker stops. */
export function startBrp(benodigdheden: Benodigdheden, log: Logger): readonly Lus[] {
  const { systeem } = benodigdheden;
  return [
    startLus('brp-plannen', PLAN_PAUZE_MS, log, async () => {
      await systeem.plan(PLAN_PER_RONDE);
      return false;
    }),
    startLus('brp', PAUZE_MS, log, async () => {
      await raadpleegRonde(benodigdheden);
      // Always a rest: people and DUO come first.
      return false;
    }),
  ];
}
