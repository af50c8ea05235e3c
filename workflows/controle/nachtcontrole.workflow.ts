import { continueAsNew, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type {
  ControleActiviteiten,
  ControleInvoer,
  ControleTellingen,
} from '#contracts/controle.js';
import { BULK } from '../shared/activity-options.js';
import { spoorStap } from '../shared/spoor.js';

const { vergelijkTrajecten, vergelijkWorkflows, legControleVast } =
  proxyActivities<ControleActiviteiten>(BULK);

const BLADEN_PER_RUN = 20;

/** Compares journeys and workflows, page by page and in both directions; started by a Schedule (E15). */
export async function nachtcontrole(invoer?: ControleInvoer): Promise<void> {
  let stand = invoer ?? beginstand();
  for (let bladen = 1; ; bladen += 1) {
    spoorStap(stand.fase);
    const gedaan = stand.fase === 'trajecten' ? await eenBlad(stand) : await andersom(stand);
    if (gedaan.stand === null) return;
    ({ stand } = gedaan);
    await sleep(gedaan.wachtMs, { summary: 'rust' });
    const vol = bladen >= (stand.bladenPerRun ?? BLADEN_PER_RUN);
    if (vol || workflowInfo().continueAsNewSuggested) {
      await continueAsNew<typeof nachtcontrole>(stand);
    }
  }
}

function beginstand(): ControleInvoer {
  const { firstExecutionRunId, startTime } = workflowInfo();
  return {
    controleId: firstExecutionRunId,
    begonnenTijdstip: startTime.toISOString(),
    fase: 'trajecten',
    plek: null,
    tellingen: {},
    lopendeWorkflows: 0,
    onbekend: 0,
  };
}

interface Gedaan {
  /** Null: all is compared and recorded. */
  readonly stand: ControleInvoer | null;
  readonly wachtMs: number;
}

async function eenBlad(stand: ControleInvoer): Promise<Gedaan & { stand: ControleInvoer }> {
  const { controleId, plek } = stand;
  const { volgende, tellingen, wachtMs } = await vergelijkTrajecten({ controleId, vanaf: plek });
  return {
    wachtMs,
    stand: {
      ...stand,
      fase: volgende === null ? 'workflows' : 'trajecten',
      plek: volgende,
      tellingen: telOp(stand.tellingen, tellingen),
    },
  };
}

async function andersom(stand: ControleInvoer): Promise<Gedaan> {
  const { controleId, plek } = stand;
  const blad = await vergelijkWorkflows({ controleId, vanaf: plek });
  const na = {
    ...stand,
    plek: blad.volgende,
    lopendeWorkflows: stand.lopendeWorkflows + blad.lopend,
    onbekend: stand.onbekend + blad.onbekend,
  };
  if (blad.volgende !== null) return { stand: na, wachtMs: blad.wachtMs };
  const { begonnenTijdstip, tellingen, lopendeWorkflows, onbekend } = na;
  await legControleVast({ controleId, begonnenTijdstip, tellingen, lopendeWorkflows, onbekend });
  return { stand: null, wachtMs: 0 };
}

function telOp(tot: ControleTellingen, bij: ControleTellingen): ControleTellingen {
  const som: Record<string, ControleTellingen[string]> = { ...tot };
  for (const [gemeenteId, { open, bevraagd }] of Object.entries(bij)) {
    const eerder = som[gemeenteId] ?? { open: 0, bevraagd: 0 };
    som[gemeenteId] = { open: eerder.open + open, bevraagd: eerder.bevraagd + bevraagd };
  }
  return som;
}
