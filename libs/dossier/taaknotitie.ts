import { leesTaaknotitie, schrijfTaaknotitie } from '#database/taaktoewijzing.js';
import { inGemeente } from '#database/transactie.js';
import type { Deur } from './kern.js';
import { haalTrajectzegel, type Trajectzegel } from './trajectzegel.js';
import type { TrajectPlek } from './typen.js';

/** What someone wrote with a task, for whoever takes it up next. */
export interface Taaknotitie {
  readonly tekst: string;
  /** Pseudonym of who wrote it. */
  readonly door: string;
  /** ISO instant. */
  readonly tijdstip: string;
}

export interface NotitiePlek extends TrajectPlek {
  readonly taakId: string;
}

export interface NotitieVraag extends NotitiePlek {
  /** Null takes the note away. */
  readonly tekst: string | null;
  readonly door: string;
  /** Version of the assignment that the caller read; left out: whatever it is. */
  readonly verwacht: number | undefined;
}

export type NotitieUitkomst =
  { readonly notitie: Taaknotitie | null; readonly versie: number } | 'verouderd' | 'onbekend';

/**
 * Keeps a note with a task, sealed as the file is. No fact of the journey: it is not in its journal, and a rebuild
 * leaves it alone. The same text again changes nothing, so a repeat gets the same answer. `onbekend`: no key (any
 * more). The caller checked that this journey has this task.
 */
export async function schrijfNotitie(deur: Deur, vraag: NotitieVraag): Promise<NotitieUitkomst> {
  const { gemeenteId, taakId, tekst, door, verwacht } = vraag;
  const zegel = await haalTrajectzegel(deur.sleutels, vraag);
  if (zegel === null) return 'onbekend';
  return inGemeente(deur.dataSource, gemeenteId, async (manager) => {
    const nu = await leesTaaknotitie(manager, taakId, true);
    const oud = open(zegel, taakId, nu.zegel);
    if ((oud?.tekst ?? null) === tekst) return { notitie: oud, versie: nu.versie };
    if (verwacht !== undefined && verwacht !== nu.versie) return 'verouderd';
    const notitie =
      tekst === null ? null : { tekst, door, tijdstip: new Date(nu.nu_ms).toISOString() };
    const versie = await schrijfTaaknotitie(manager, {
      taakId,
      gemeenteId,
      zegel: notitie === null ? null : zegel.zegelNotitie(taakId, notitie),
    });
    return { notitie, versie };
  });
}

/** Null: no note, or no key (any more) to open it with. */
export async function leesNotitie(deur: Deur, plek: NotitiePlek): Promise<Taaknotitie | null> {
  const verzegeld = await inGemeente(
    deur.dataSource,
    plek.gemeenteId,
    (manager) => leesTaaknotitie(manager, plek.taakId),
    { alleenLezen: true },
  );
  if (verzegeld.zegel === null) return null;
  const zegel = await haalTrajectzegel(deur.sleutels, plek);
  return zegel === null ? null : open(zegel, plek.taakId, verzegeld.zegel);
}

function open(zegel: Trajectzegel, taakId: string, verzegeld: Buffer | null): Taaknotitie | null {
  return verzegeld === null ? null : zegel.leesNotitie<Taaknotitie>(taakId, verzegeld);
}
