import { trajectWorkflowId } from '#contracts/traject.js';
import { KETEN_VAN_NU, type Reisgenoot } from '#tools/demo/reisgenoot.js';
import { verhaalAsiel } from '#tools/demo/verhalen.js';
import { Verteller } from '#tools/demo/verteller.js';
import { Gebruiker } from '#tools/demo/verzoek.js';
import { clientMet } from './gemeenten.js';
import type { Meter } from './meter.js';
import type { Reeksen } from './reeksen.js';
import { Systeem } from './systeem.js';

/** Counts what a user asks of the API. */
class Teller extends Gebruiker {
  aantal = 0;

  override haal<T>(pad: string): Promise<T> {
    this.aantal += 1;
    return super.haal<T>(pad);
  }

  override doe<T>(pad: string, body: unknown, methode: 'POST' | 'PUT' = 'POST'): Promise<T> {
    this.aantal += 1;
    return super.doe<T>(pad, body, methode);
  }
}

// Of door and lists alone: what dispatcher and sweep ask goes on without journeys too. The opening of a transaction is one
// question of three statements.
const VRAGEN = `SELECT coalesce(sum(calls), 0) FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid
  WHERE r.rolname = 'regie_app' AND s.query NOT ILIKE 'SET %' AND s.query NOT ILIKE 'SELECT set_config%'`;

/** Turns on the counting of statements; false where the server is someone else's. */
async function telVragen(systeem: Systeem): Promise<boolean> {
  if (systeem.omgeving.postgres.pid === undefined) return false;
  await systeem.database.query("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
  await systeem.omgeving.herstart('postgres');
  await systeem.database.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  return true;
}

async function zetHistorie(systeem: Systeem, reeksen: Reeksen, reis: Reisgenoot): Promise<void> {
  await systeem.metTemporal(async ({ workflow }) => {
    const handle = workflow.getHandle(trajectWorkflowId(reis.trajectId));
    const { events } = await handle.fetchHistory();
    const tel = (soort: string): number =>
      (events ?? []).filter((event) => soort in event && event[soort as keyof typeof event]).length;
    const { raw } = await handle.describe();
    const hoogstens = (n: number) => ({ doel: { hoogstens: n }, elke: true });
    reeksen.zet('gebeurtenissen in de historie', 'stuks', events?.length ?? 0, hoogstens(999));
    reeksen.zet('historie', 'bytes', Number(raw.workflowExecutionInfo?.historySizeBytes ?? 0));
    reeksen.zet('wekkers gezet', 'stuks', tel('timerStartedEventAttributes'), hoogstens(40));
    reeksen.zet('wekkers afgegaan', 'stuks', tel('timerFiredEventAttributes'));
    reeksen.zet('beurten van de drijver', 'stuks', tel('workflowTaskCompletedEventAttributes'));
    reeksen.zet('lezingen aan de deur', 'stuks', tel('markerRecordedEventAttributes'));
    reeksen.zet('vragen aan DUO', 'stuks', tel('activityTaskCompletedEventAttributes'));
  });
}

/** One asielstatushouder from the profile of COA to the closing of the file. */
async function eenReis(systeem: Systeem, reeksen: Reeksen): Promise<void> {
  const telt = await telVragen(systeem);
  const { apiUrl, issuer, simulatorUrl } = systeem.omgeving;
  const teller = (id: string): Teller => new Teller(apiUrl, issuer, clientMet(id));
  const spel = {
    regievoerder: teller('regievoerder-stad'),
    coordinator: teller('coordinator-stad'),
    beheerder: teller('beheerder-stad'),
    simulatorUrl,
    verteller: new Verteller(false, () => undefined),
    keten: KETEN_VAN_NU,
  };
  await Promise.all(
    [spel.regievoerder, spel.coordinator, spel.beheerder].map((wie) => wie.token()),
  );
  const eerst = telt ? await systeem.telling(VRAGEN) : 0;
  const begin = performance.now();
  const reis = await verhaalAsiel(spel);
  const seconden = (performance.now() - begin) / 1_000;
  reeksen.zet('de hele reis', 's', seconden, { doel: { hoogstens: 10 } });
  await zetHistorie(systeem, reeksen, reis);
  const vragen = spel.regievoerder.aantal + spel.coordinator.aantal + spel.beheerder.aantal;
  reeksen.zet('vragen aan de API, met het meekijken van de demo', 'stuks', vragen);
  if (telt) {
    const aanPostgres = (await systeem.telling(VRAGEN)) - eerst;
    reeksen.zet('vragen aan PostgreSQL van api en worker', 'stuks', aanPostgres);
  }
}

/** A whole journey in virtual time, alone on the machine; each run with a system of its own. */
export const reis: Meter = async (reeksen, { vlug, meld, keren }) => {
  for (let keer = 1; keer <= (vlug ? Math.min(keren, 2) : keren); keer += 1) {
    await Systeem.met(
      meld,
      async (systeem) => {
        meld('de reis van een asielstatushouder');
        await eenReis(systeem, reeksen);
      },
      true,
    );
  }
};
