import { isIsoDatum, type IsoDatum } from '../datum/datum.js';
import type { Toestand } from '../traject/toestand.js';
import type { DuoBron } from './gebeurtenissen.js';
import type { DuoResultaat } from './regels/tabel.js';

/** DUO's last answer of this source in our own field names; `null`: DUO has nothing, `undefined`: never asked. */
function antwoord(toestand: Toestand, bron: DuoBron): unknown {
  const feiten = toestand.ketenfeiten[bron];
  return feiten === undefined ? undefined : (JSON.parse(feiten) as unknown);
}

/** When this gemeente first brought a message of the lane to DUO, by itself or by hand; null: never. */
function geleverdOp(toestand: Toestand, baan: string): IsoDatum | null {
  const [eerste] = Object.values(toestand.berichten)
    .filter(({ status }) => status === 'bezorgd' || status === 'handmatig')
    .flatMap((bericht) =>
      bericht.baan === baan && bericht.bezorgdOp !== null ? [bericht.bezorgdOp] : [],
    )
    .sort();
  return eerste ?? null;
}

/** Dagtekening of the PIP that DUO has of another gemeente; null when it has none, or when we brought ours since. */
export function pipVanAnderen(toestand: Toestand): IsoDatum | null {
  if (geleverdOp(toestand, 'pip') !== null) return null;
  const { dagtekeningPip } =
    (antwoord(toestand, 'pip') as { pip?: { dagtekeningPip?: unknown } } | null | undefined)?.pip ??
    {};
  return isIsoDatum(dagtekeningPip) ? dagtekeningPip : null;
}

/**
 * DUO has a date of MAP or PVT that another gemeente brought. DUO does not say whose a date is, and takes one only from
 * the gemeente of the PIP: what it had before it had a PIP of ours is another's. Of a later one DUO itself is the judge.
 */
export function vanAndereGemeente(toestand: Toestand, soort: DuoResultaat): boolean {
  const baan = soort === 'MAP' ? 'map' : 'pvt';
  const bekend = antwoord(toestand, baan);
  if (bekend === undefined || bekend === null || geleverdOp(toestand, baan) !== null) return false;
  const onzePipOp = geleverdOp(toestand, 'pip');
  return onzePipOp === null || (toestand.feitTijdstip[baan] ?? '').slice(0, 10) <= onzePipOp;
}
