import type { IsoDatum } from '../datum/datum.js';
import type { Toestand } from '../traject/toestand.js';
import type { BrpFeiten } from './opdrachten.js';

/** What a person may do about something the BRP says otherwise. */
export const BRP_VOORSTELLEN = [
  'nummer-controleren',
  'einde-afwachten',
  'overdragen',
  'navragen-bij-burgerzaken',
  'inschrijving-vastleggen',
  'inschrijving-corrigeren',
] as const;

export type BrpVoorstel = (typeof BRP_VOORSTELLEN)[number];

/** What the caseworker reads. */
export const BRP_UITLEG: Readonly<Record<BrpVoorstel, string>> = {
  'nummer-controleren':
    'De BRP kent niemand met dit burgerservicenummer. Controleer het nummer in het dossier.',
  'einde-afwachten':
    'Volgens de BRP is de inburgeraar overleden. Benader niemand meer en wacht tot DUO de plicht beëindigt.',
  overdragen:
    'Volgens de BRP staat de inburgeraar in een andere gemeente ingeschreven. Draag het dossier over.',
  'navragen-bij-burgerzaken':
    'De BRP houdt deze inschrijving niet meer bij of onderzoekt haar. Vraag na wat er aan de hand is.',
  'inschrijving-vastleggen':
    'In het dossier is de inschrijving ingetrokken en de BRP heeft haar wel. Leg haar vast als de BRP gelijk heeft.',
  'inschrijving-corrigeren':
    'De dag van inschrijving is in de BRP een andere. Corrigeer haar als de BRP gelijk heeft.',
};

export const BRP_VELDEN = [
  'persoon',
  'overlijden',
  'gemeente',
  'bijhouding',
  'inschrijving',
] as const;

/** One thing that the BRP says otherwise than our file. */
export interface BrpVerschil {
  readonly veld: (typeof BRP_VELDEN)[number];
  /** As text; null: not in the file. */
  readonly ons: string | null;
  /** As text; null: the BRP has nothing, or no whole date. */
  readonly brp: string | null;
  readonly voorstel: BrpVoorstel;
}

export function zelfdeBrpVerschil(a: BrpVerschil, b: BrpVerschil): boolean {
  return a.veld === b.veld && a.ons === b.ons && a.brp === b.brp && a.voorstel === b.voorstel;
}

/**
 * The day of registration that the file still waits for and the BRP now has; null when there is none, when a person
 * withdrew it, or when the BRP itself is in doubt.
 */
export function overTeNemen(
  toestand: Toestand,
  gemeentecode: string,
  feiten: BrpFeiten,
  vandaag: IsoDatum,
): IsoDatum | null {
  const wacht = toestand.koppeling !== null && toestand.brpInschrijving === null;
  const ingetrokken = toestand.ingetrokken['brpInschrijving'] !== undefined;
  return wacht && !ingetrokken ? zekereInschrijving(gemeentecode, feiten, vandaag) : null;
}

/** First day in this gemeente of whom DUO told us, for the PIP; null when the file has the registration, or on doubt. */
export function vestigingVan(
  { koppeling, brpInschrijving }: Toestand,
  gemeentecode: string,
  feiten: BrpFeiten,
  vandaag: IsoDatum,
): IsoDatum | null {
  return koppeling === null && brpInschrijving === null
    ? zekereInschrijving(gemeentecode, feiten, vandaag)
    : null;
}

function zekereInschrijving(
  gemeentecode: string,
  { gemeente, ingeschrevenOp, inOnderzoek, overleden }: BrpFeiten,
  vandaag: IsoDatum,
): IsoDatum | null {
  const zeker = gemeente === gemeentecode && !inOnderzoek && !overleden;
  return zeker && ingeschrevenOp !== null && ingeschrevenOp <= vandaag ? ingeschrevenOp : null;
}

/** Someone who was registered here, or of whom DUO only told us, belongs here; before a move nobody does yet. */
function hoortHier({ brpInschrijving, koppeling }: Toestand): boolean {
  return brpInschrijving !== null || koppeling === null;
}

function inschrijving(
  toestand: Toestand,
  { ingeschrevenOp, inOnderzoek }: BrpFeiten,
): BrpVerschil[] {
  const ons = toestand.brpInschrijving?.op ?? null;
  if (ingeschrevenOp === null || ons === ingeschrevenOp) return [];
  if (ons === null && toestand.koppeling === null) return [];
  const kop = { veld: 'inschrijving', ons, brp: ingeschrevenOp } as const;
  if (inOnderzoek) return [{ ...kop, voorstel: 'navragen-bij-burgerzaken' }];
  const ingetrokken = toestand.ingetrokken['brpInschrijving'] !== undefined;
  if (ons === null) return ingetrokken ? [{ ...kop, voorstel: 'inschrijving-vastleggen' }] : [];
  return [{ ...kop, voorstel: 'inschrijving-corrigeren' }];
}

/** What the BRP says otherwise. `feiten` null: it knows nobody with this number. */
export function brpVerschillen(
  toestand: Toestand,
  gemeentecode: string,
  feiten: BrpFeiten | null,
): readonly BrpVerschil[] {
  if (feiten === null) {
    return [{ veld: 'persoon', ons: null, brp: null, voorstel: 'nummer-controleren' }];
  }
  const { gemeente, overleden, overledenOp, opschorting, inOnderzoek } = feiten;
  if (overleden) {
    const bekend = toestand.plichtEinde?.reden === 'Overlijden';
    const voorstel = inOnderzoek ? 'navragen-bij-burgerzaken' : 'einde-afwachten';
    return bekend ? [] : [{ veld: 'overlijden', ons: null, brp: overledenOp, voorstel }];
  }
  const verschillen: BrpVerschil[] = [];
  if (opschorting !== null) {
    const voorstel = 'navragen-bij-burgerzaken';
    verschillen.push({ veld: 'bijhouding', ons: null, brp: opschorting, voorstel });
  }
  if (gemeente !== null && gemeente !== gemeentecode) {
    const voorstel = inOnderzoek ? 'navragen-bij-burgerzaken' : 'overdragen';
    const verschil = { veld: 'gemeente', ons: gemeentecode, brp: gemeente, voorstel } as const;
    return hoortHier(toestand) ? [...verschillen, verschil] : verschillen;
  }
  return gemeente === null ? verschillen : [...verschillen, ...inschrijving(toestand, feiten)];
}
