import type { Afstreping } from '#database/write/rijen.js';
import { schrijfTraject } from '#database/write/schrijf-traject.js';
import { metTransactie, type Transactie } from '#database/transactie.js';
import { takenVan } from '#domain/traject/overzicht.js';
import type { Actor, Omgeving, Weigering } from '#domain/traject/kern.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import type { Toestand } from '#domain/traject/toestand.js';
import { beslis, verstrekenTijd, type Groep } from './besluiten.js';
import { bewaardAntwoord, opdrachtRij, type Sleutel } from './idempotentie.js';
import { isSlotTeLang, isTweedeTraject, metHerhaling, type Deur } from './kern.js';
import { leesVerder, toestandVan, vergrendel, type Slot, type Verder } from './lezen.js';
import { GEEN_VERSIES, omgevingOp, type Versies } from './omgeving.js';
import { maakSchrijfwerk } from './schrijven.js';
import { haalTrajectzegel, type Trajectzegel } from './trajectzegel.js';
import type { Gedaan, Geweigerd, NietBeslist, TaakMelding, TrajectPlek } from './typen.js';
import { taakId } from './uuid-v5.js';
import { wisBijBesluit } from './wissen.js';

/** One transaction at one journey. Without opdrachten only time passes. */
export interface Ronde extends TrajectPlek {
  readonly opdrachten: readonly Opdracht[];
  /** Null: nothing to remember. */
  readonly sleutel: Sleutel | null;
  readonly actor: Actor;
  readonly verwachteVersie?: number | undefined;
  readonly epoche?: number | undefined;
  readonly workflowTijdstip?: string | undefined;
  readonly taakId?: string | undefined;
  readonly afstreping?: Afstreping | undefined;
  /** The driver reads: it has then seen everything. */
  readonly gezien?: boolean | undefined;
  /** Of a bulk action: its nudge may wait for others. */
  readonly laag?: boolean | undefined;
}

/** What a round saw and left, for who asked it to read. */
export interface Stand {
  readonly toestand: Toestand;
  readonly stuurversie: number;
  readonly aanvangsverzetMs: number;
  readonly ophalen: Verder['ophalen'];
}

export type RondeUitkomst = (Gedaan | Geweigerd | NietBeslist) & { readonly stand?: Stand };

/** Locks, reads, lets time pass, decides, writes: two round trips (E1). */
export async function voerRondeUit(deur: Deur, ronde: Ronde): Promise<RondeUitkomst> {
  const zegel = await haalTrajectzegel(deur.sleutels, ronde);
  if (zegel === null) return { soort: 'onbekend' };
  try {
    return await metHerhaling(() =>
      metTransactie(deur.dataSource, ronde.gemeenteId, (transactie) =>
        inTransactie(deur, transactie, ronde, zegel),
      ),
    );
  } catch (fout) {
    if (isSlotTeLang(fout)) return { soort: 'bezet', reden: 'slot' };
    if (isTweedeTraject(fout)) return { soort: 'geweigerd', weigering: ANDER_TRAJECT };
    throw fout;
  }
}

const ANDER_TRAJECT: Weigering = {
  code: 'ANDER_TRAJECT_OPEN',
  melding: 'Er is al een ander open traject van deze persoon in deze gemeente.',
};

async function inTransactie(
  deur: Deur,
  transactie: Transactie,
  ronde: Ronde,
  zegel: Trajectzegel,
): Promise<RondeUitkomst> {
  const { gemeenteId, trajectId, sleutel } = ronde;
  const bekend = deur.versies.haal(gemeenteId);
  const [slot, verder] = await Promise.all([
    vergrendel(transactie, trajectId),
    leesVerder(transactie, {
      trajectId,
      gemeenteId,
      beller: sleutel?.beller ?? null,
      opdrachtId: sleutel?.opdrachtId ?? null,
      metVersies: bekend === undefined,
      metJournaal: 'zo-nodig',
      opdrachten: ronde.opdrachten,
    }),
  ]);
  if (slot === null) return { soort: 'onbekend' };
  if (ronde.epoche !== undefined && ronde.epoche < slot.drijver_epoche) {
    return { soort: 'afgelost' };
  }
  if (verder.opdracht !== null && sleutel !== null) {
    // A key of another journey: its answer is sealed with another key, and the body differs anyway.
    if (verder.opdracht.traject_id !== trajectId) return { soort: 'andere-inhoud' };
    return bewaardAntwoord(verder.opdracht, sleutel, zegel);
  }
  if (slot.vooruitspoelen && !hoortBijTijd(ronde)) {
    return { soort: 'bezet', reden: 'vooruitspoelen' };
  }
  if (ronde.verwachteVersie !== undefined && ronde.verwachteVersie !== slot.versie) {
    return { soort: 'versie-verouderd', versie: slot.versie };
  }
  const versies = bekend ?? deur.versies.bewaar(gemeenteId, verder.versies ?? GEEN_VERSIES);
  return beslisEnSchrijf(deur, transactie, ronde, { slot, verder, versies, zegel });
}

/** What comes with time itself, and so also while a rehearsal is forwarded: its driver, and comparisons with DUO. */
const hoortBijTijd = ({ epoche, opdrachten }: Ronde): boolean =>
  epoche !== undefined || opdrachten.every(({ soort }) => soort === 'verwerkReconciliatie');

interface Gelezen {
  readonly slot: Slot;
  readonly verder: Verder;
  readonly versies: Versies;
  readonly zegel: Trajectzegel;
}

async function beslisEnSchrijf(
  deur: Deur,
  transactie: Transactie,
  ronde: Ronde,
  { slot, verder, versies, zegel }: Gelezen,
): Promise<RondeUitkomst> {
  const klokverzetMs = nieuwKlokverzet(slot, ronde.workflowTijdstip);
  const nuMs = Math.max(slot.laatste_ms, slot.klok_ms + klokverzetMs);
  const omgeving = {
    ...omgevingOp(nuMs, versies, ronde.actor, deur.tabel),
    ...(verder.erkenning === null ? {} : { erkenning: verder.erkenning }),
  };
  const voor = toestandVan(slot, verder, zegel);
  const tijd = verstrekenTijd(voor, omgeving);
  const { groepen, antwoord } = antwoordOp(voor, tijd, ronde, omgeving);
  const na = groepen.at(-1)?.na ?? voor;
  const gedaan = antwoord.soort === 'gedaan';
  const onthoud = ronde.sleutel !== null && gedaan;
  const ongezien = ronde.gezien === true && slot.gezien < slot.stuurversie;
  if (
    groepen.length > 0 ||
    onthoud ||
    ongezien ||
    klokverzetMs !== slot.klokverzet_ms ||
    ronde.afstreping !== undefined
  ) {
    const werk = maakSchrijfwerk(
      {
        gemeenteId: ronde.gemeenteId,
        voor,
        na,
        groepen,
        omgeving,
        klokverzetMs,
        aanvangsverzetMs: slot.aanvangsverzet_ms,
        opdracht: onthoud ? opdrachtRij(ronde.sleutel, antwoord, zegel) : null,
        afstreping: ronde.afstreping ? metIncident(ronde.afstreping, antwoord) : null,
        alsDrijver: ronde.epoche !== undefined,
        gezien: ronde.gezien === true,
        laag: ronde.laag,
      },
      { zegel, zoeksleutels: deur.zoeksleutels, meld: deur.meld },
    );
    schrijfTraject(transactie, werk);
    await wisBijBesluit(transactie, werk, na, ronde.actor);
  }
  const stand = {
    toestand: na,
    stuurversie: slot.stuurversie,
    aanvangsverzetMs: slot.aanvangsverzet_ms,
    ophalen: verder.ophalen,
  };
  return { ...antwoord, stand };
}

// Newer facts of this source were known: the rows are answered by those. Any other refusal needs a person.
function metIncident(afstreping: Afstreping, antwoord: Gedaan | Geweigerd): Afstreping {
  return antwoord.soort === 'gedaan' || antwoord.weigering.code === 'FEITEN_VEROUDERD'
    ? afstreping
    : { ...afstreping, incident: antwoord.weigering.melding };
}

/** The clock of a rehearsal follows its workflow and never goes back (E16). */
function nieuwKlokverzet(slot: Slot, workflowTijdstip: string | undefined): number {
  if (!slot.proef || workflowTijdstip === undefined) return slot.klokverzet_ms;
  const verzet = Math.ceil(Date.parse(workflowTijdstip) + slot.aanvangsverzet_ms - slot.klok_ms);
  return Number.isFinite(verzet) ? Math.max(slot.klokverzet_ms, verzet) : slot.klokverzet_ms;
}

function antwoordOp(
  voor: Toestand,
  tijd: Groep | null,
  ronde: Ronde,
  omgeving: Omgeving,
): { groepen: readonly Groep[]; antwoord: Gedaan | Geweigerd } {
  const eerst = tijd === null ? [] : [tijd];
  const stand = tijd?.na ?? voor;
  const weigering = ronde.taakId === undefined ? null : pastNietBijTaak(stand, ronde, ronde.taakId);
  const beslissing =
    weigering === null
      ? beslis(stand, ronde.opdrachten, ronde.sleutel?.opdrachtId ?? '', omgeving)
      : { ok: false as const, weigering };
  // What became due is a fact, also when the opdracht is refused.
  if (!beslissing.ok) {
    return { groepen: eerst, antwoord: { soort: 'geweigerd', weigering: beslissing.weigering } };
  }
  const groepen = [...eerst, ...beslissing.groepen];
  return { groepen, antwoord: gedaanMet(voor, groepen) };
}

/** The answer of an accepted opdracht, with what became due just before it. */
export function gedaanMet(voor: Toestand | null, groepen: readonly Groep[]): Gedaan {
  const na = groepen.at(-1)?.na ?? voor;
  const eerder = voor === null ? [] : taken(voor);
  const later = na === null ? [] : taken(na);
  const zonder = (lijst: readonly TaakMelding[], andere: readonly TaakMelding[]): TaakMelding[] =>
    lijst.filter(({ id }) => !andere.some((taak) => taak.id === id));
  return {
    soort: 'gedaan',
    versie: na?.nr ?? 0,
    gebeurtenissen: groepen.flatMap(({ regels }) =>
      regels.map(({ gebeurtenis, envelop }) => ({ nr: envelop.nr, soort: gebeurtenis.soort })),
    ),
    geopendeTaken: zonder(later, eerder),
    geslotenTaken: zonder(eerder, later),
    herhaald: false,
  };
}

function taken(toestand: Toestand): TaakMelding[] {
  return takenVan(toestand).map(({ sleutel, soort }) => ({
    id: taakId(toestand.trajectId, sleutel),
    soort,
  }));
}

function pastNietBijTaak(toestand: Toestand, ronde: Ronde, id: string): Weigering | null {
  const taak = takenVan(toestand).find(({ sleutel }) => taakId(toestand.trajectId, sleutel) === id);
  if (taak === undefined)
    return { code: 'TAAK_NIET_OPEN', melding: 'Deze taak is niet (meer) open.' };
  return ronde.opdrachten.every(({ soort }) => taak.uitkomsten.includes(soort))
    ? null
    : { code: 'UITKOMST_PAST_NIET', melding: 'Deze uitkomst hoort niet bij deze taak.' };
}
