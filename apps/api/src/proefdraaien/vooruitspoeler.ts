import { randomUUID } from 'node:crypto';
import { setTimeout as wacht } from 'node:timers/promises';
import { ApplicationFailure, WorkflowFailedError } from '@temporalio/client';
import { gewijzigd, PROEF_TE_LANG, trajectWorkflowId } from '#contracts/traject.js';
import { isVergelijkingOnderweg, vraagVanProef } from '#database/reconciliatie.js';
import { rustVanTraject, type RustRij } from '#database/read/traject-onderdelen.js';
import { inGemeente } from '#database/transactie.js';
import type { TrajectPlek } from '#dossier/typen.js';
import { vooruitspoelen } from '#temporal/proefdraaien.js';
import type { ApiOmgeving } from '../common/omgeving.js';
import type { Ketensimulator } from './ketensimulator.js';

const RUST_MS = 60_000;
const KIJK_MS = 100;
/** How long a comparison with DUO may hold up the forwarding. */
const VERGELIJK_MS = 20_000;
// Clocks of server and database differ by a little.
const SPELING_MS = 1_000;

/** The journey did not come to rest in time; the text is for who asked. */
export class VooruitspoelFout extends Error {
  constructor(melding: string, options?: ErrorOptions) {
    super(melding, options);
    this.name = 'VooruitspoelFout';
  }
}

export interface Voortgang {
  /** Called after each step with the journey's time. */
  readonly stap: (tijdstip: Date) => void;
}

/**
 * Moves one rehearsal to a moment, from one event to the next: the workflow's own timers and what
 * the chain does for this person happen in the order of their moments (E16). Wherever it stops, the comparison with
 * DUO that fell due on the way is made: one is enough, for it finds whatever was lost.
 */
export async function spoelVooruit(
  omgeving: ApiOmgeving,
  plek: TrajectPlek,
  doel: Date,
  keten: { readonly simulator: Ketensimulator; readonly persoonId: string } | null,
  { stap }: Voortgang,
): Promise<Date> {
  let rust = await wachtOpRust(omgeving, plek, null);
  while (rust.nu.getTime() < doel.getTime() - SPELING_MS) {
    const volgende = (await keten?.simulator.volgende(keten.persoonId, doel)) ?? null;
    const naar = volgende === null || volgende > doel ? doel : volgende;
    const duurMs = naar.getTime() - rust.nu.getTime();
    if (duurMs > 0) {
      await vooruitspoelen(omgeving.temporal, trajectWorkflowId(plek.trajectId), {
        id: randomUUID(),
        duurMs: Math.ceil(duurMs),
      });
    }
    await wachtOpRust(omgeving, plek, naar);
    // The chain acts when the journey's clock is there, so that its facts are not in the future.
    await keten?.simulator.zetKlok(keten.persoonId, naar);
    rust = await wachtOpRust(omgeving, plek, naar);
    if (keten !== null && rust.open && (await vergelijk(omgeving, plek))) {
      rust = await wachtOpRust(omgeving, plek, naar);
    }
    stap(rust.nu);
    // A journey that closed has no driver left to take along.
    if (!rust.open) break;
  }
  return rust.nu;
}

/** Lets the worker do the comparison that is due now, if one is. */
async function vergelijk({ dataSource }: ApiOmgeving, plek: TrajectPlek): Promise<boolean> {
  const onderweg = (): Promise<boolean> =>
    inGemeente(dataSource, plek.gemeenteId, (manager) =>
      isVergelijkingOnderweg(manager, plek.trajectId),
    );
  await inGemeente(dataSource, plek.gemeenteId, (manager) =>
    vraagVanProef(manager, plek.trajectId),
  );
  if (!(await onderweg())) return false;
  const uiterlijk = performance.now() + VERGELIJK_MS;
  while (performance.now() < uiterlijk && (await onderweg())) await wacht(KIJK_MS);
  return true;
}

/** Waits until the driver has seen everything, the inbox is empty and the clock has come to `tijdstip`. */
async function wachtOpRust(
  omgeving: ApiOmgeving,
  plek: TrajectPlek,
  tijdstip: Date | null,
): Promise<RustRij> {
  const uiterlijk = performance.now() + RUST_MS;
  let aangestoten = false;
  for (;;) {
    const rust = await inGemeente(
      omgeving.dataSource,
      plek.gemeenteId,
      (manager) => rustVanTraject(manager, plek.trajectId),
      { alleenLezen: true },
    );
    if (rust === undefined) throw new VooruitspoelFout('Dit traject is er niet (meer).');
    const opTijd =
      tijdstip === null || rust.nu.getTime() >= tijdstip.getTime() - SPELING_MS || !rust.open;
    if (opTijd && (rust.gezien || !rust.open) && rust.wachtende_post === 0) return rust;
    if (performance.now() > uiterlijk) {
      throw new VooruitspoelFout('Het traject kwam niet op tijd tot rust; draait de worker?');
    }
    if (!opTijd && !aangestoten) {
      aangestoten = true;
      await stootAan(omgeving, plek);
    }
    await wacht(KIJK_MS);
  }
}

/** Makes the workflow read at the door, and so report its time. */
export async function stootAan({ temporal }: ApiOmgeving, plek: TrajectPlek): Promise<void> {
  const handle = temporal.workflow.getHandle(trajectWorkflowId(plek.trajectId));
  await handle.signal(gewijzigd, { versie: Number.MAX_SAFE_INTEGER, wat: ['vooruitgespoeld'] });
}

/** Why the rehearsal stopped by itself, for who forwards it; null when it did not. */
export async function stopreden(
  { temporal }: ApiOmgeving,
  plek: TrajectPlek,
): Promise<string | null> {
  const handle = temporal.workflow.getHandle(trajectWorkflowId(plek.trajectId));
  const { status } = await handle.describe();
  if (status.name !== 'FAILED') return null;
  try {
    await handle.result();
  } catch (fout) {
    const oorzaak = fout instanceof WorkflowFailedError ? fout.cause : undefined;
    if (oorzaak instanceof ApplicationFailure && oorzaak.type === PROEF_TE_LANG) {
      return oorzaak.message;
    }
  }
  return null;
}
