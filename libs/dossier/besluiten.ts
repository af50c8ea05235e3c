import { besluit, envelopNa, openen } from '#domain/traject/besluit.js';
import type { Gebeurtenis } from '#domain/traject/gebeurtenis.js';
import type { Actor, Omgeving, Uitkomst, Weigering } from '#domain/traject/kern.js';
import type { Opdracht, OpdrachtSoort } from '#domain/traject/opdracht.js';
import { pasToe, type Journaalregel } from '#domain/traject/pas-toe.js';
import { laatTijdVerstrijken } from '#domain/traject/tijd.js';
import { DomainError } from '#domain/fout.js';
import type { Toestand } from '#domain/traject/toestand.js';
import { zonderMedisch } from './trajectzegel.js';

/** Entries with one cause: an opdracht, or the passing of time (`opdracht` null). */
export interface Groep {
  readonly opdracht: { readonly soort: OpdrachtSoort; readonly id: string } | null;
  readonly actor: Actor;
  readonly regels: readonly Journaalregel[];
  readonly na: Toestand;
}

const KLOK: Actor = { soort: 'tijd', id: 'klok' };

function maakGroep(
  voor: Toestand | null,
  opdracht: Groep['opdracht'],
  gebeurtenissen: readonly Gebeurtenis[],
  omgeving: Omgeving,
): Groep {
  const regels: Journaalregel[] = [];
  let na = voor;
  for (const gebeurtenis of gebeurtenissen) {
    const envelop = envelopNa(na, omgeving);
    regels.push({ gebeurtenis, envelop });
    // The snapshot is folded from what a fold of the journal sees: without the medical part.
    na = pasToe(na, zonderMedisch(gebeurtenis), envelop);
  }
  if (na === null) throw new DomainError('JOURNAAL_LEEG', 'A journey opens with an event.');
  return { opdracht, actor: omgeving.actor, regels, na };
}

/** What became due; null when nothing did. */
export function verstrekenTijd(toestand: Toestand, omgeving: Omgeving): Groep | null {
  const alsTijd = { ...omgeving, actor: KLOK };
  const gebeurtenissen = laatTijdVerstrijken(toestand, alsTijd);
  return gebeurtenissen.length === 0 ? null : maakGroep(toestand, null, gebeurtenissen, alsTijd);
}

export type Beslissing =
  | { readonly ok: true; readonly groepen: readonly Groep[] }
  | { readonly ok: false; readonly weigering: Weigering };

/** Decides opdrachten one after the other; one refusal refuses all. `toestand` null: the first opens. */
export function beslis(
  toestand: Toestand | null,
  opdrachten: readonly Opdracht[],
  opdrachtId: string,
  omgeving: Omgeving,
): Beslissing {
  const groepen: Groep[] = [];
  let stand = toestand;
  for (const opdracht of opdrachten) {
    const uitkomst: Uitkomst<Gebeurtenis> =
      stand !== null
        ? besluit(stand, opdracht, omgeving)
        : opdracht.soort === 'openTraject'
          ? openen(opdracht, omgeving)
          : { ok: false, weigering: { code: 'TRAJECT_ONBEKEND', melding: 'Er is geen traject.' } };
    if (!uitkomst.ok) return uitkomst;
    if (uitkomst.gebeurtenissen.length === 0) continue;
    const herkomst = { soort: opdracht.soort, id: opdrachtId };
    const groep = maakGroep(stand, herkomst, uitkomst.gebeurtenissen, omgeving);
    groepen.push(groep);
    stand = groep.na;
  }
  return { ok: true, groepen };
}
