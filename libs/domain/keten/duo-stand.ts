import { isIsoDatum, type IsoDatum } from '../datum/datum.js';
import type { Elders, Toestand } from '../traject/toestand.js';
import type { DuoBron } from './gebeurtenissen.js';
import type { DuoResultaat } from './regels/tabel.js';

/** DUO's last answer of this source in our own field names; `null`: DUO has nothing, `undefined`: never asked. */
function antwoord(toestand: Toestand, bron: DuoBron): unknown {
  const feiten = toestand.ketenfeiten[bron];
  return feiten === undefined ? undefined : (JSON.parse(feiten) as unknown);
}

/** This gemeente brought a message of the lane to DUO, by itself or by hand. */
function leverden(toestand: Toestand, baan: string): boolean {
  return Object.values(toestand.berichten).some(
    (bericht) =>
      bericht.baan === baan && (bericht.status === 'bezorgd' || bericht.status === 'handmatig'),
  );
}

/** Dagtekening of the PIP that DUO has of another gemeente; null when it has none, or when we brought ours since. */
export function pipVanAnderen(toestand: Toestand): IsoDatum | null {
  if (leverden(toestand, 'pip')) return null;
  const { dagtekeningPip } =
    (antwoord(toestand, 'pip') as { pip?: { dagtekeningPip?: unknown } } | null | undefined)?.pip ??
    {};
  return isIsoDatum(dagtekeningPip) ? dagtekeningPip : null;
}

/** The last comparison found a PIP of another gemeente where DUO should have ours, and nobody dealt with it yet. */
export function pipElders({ reconciliatie }: Toestand): boolean {
  return (
    reconciliatie?.open.some(({ bron, veld }) => bron === 'pip' && veld === 'gemeente') === true
  );
}

/**
 * Of these DUO had a date before it had a PIP of ours: another gemeente brought it. DUO does not say whose a date is, and
 * takes one only from the gemeente of the PIP; of a date that shows later DUO itself is the judge.
 */
export function eldersGemeldNa(
  toestand: Toestand,
  bron: DuoBron,
  feiten: string,
): readonly Elders[] {
  const { elders = [] } = toestand;
  if (bron !== 'map' && bron !== 'pvt') return elders;
  const zonder = elders.filter((baan) => baan !== bron);
  const nieuw = !leverden(toestand, 'pip') && !leverden(toestand, bron);
  return feiten !== 'null' && (nieuw || elders.includes(bron)) ? [...zonder, bron] : zonder;
}

/** DUO has a date of MAP or PVT that another gemeente brought, and so only that one can change. */
export function vanAndereGemeente(toestand: Toestand, soort: DuoResultaat): boolean {
  const baan = soort === 'MAP' ? 'map' : 'pvt';
  return toestand.elders?.includes(baan) === true && !leverden(toestand, baan);
}
