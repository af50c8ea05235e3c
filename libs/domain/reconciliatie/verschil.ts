import type { DuoBron } from '../keten/gebeurtenissen.js';

/** What can be done about a difference between our file and DUO's. */
export const VERSCHIL_ACTIES = [
  /** DUO decides on this fact; the file now says what DUO says. */
  'overgenomen-van-duo',
  /** This gemeente decides on it and DUO has something else: send it once more. */
  'opnieuw-aanleveren',
  /** It was taken back here and DUO still has it: take it back there too. */
  'intrekken-bij-duo',
  /** DUO has it from this gemeente and the file does not: record it, or have it taken back. */
  'vastleggen',
  /** Only DUO can say how this came about. */
  'navragen-bij-duo',
] as const;

export type VerschilActie = (typeof VERSCHIL_ACTIES)[number];

/** What the caseworker reads. */
export const ACTIE_UITLEG: Readonly<Record<VerschilActie, string>> = {
  'overgenomen-van-duo':
    'DUO gaat hierover en het dossier is aangepast. Kijk wat dat betekent voor de inburgeraar.',
  'opnieuw-aanleveren':
    'Uw gemeente gaat hierover en DUO heeft iets anders. Lever het opnieuw aan.',
  'intrekken-bij-duo': 'In het dossier is dit ingetrokken en DUO heeft het nog. Trek het daar in.',
  vastleggen:
    'DUO heeft dit van uw gemeente en in het dossier ontbreekt het. Leg het vast of laat het bij DUO intrekken.',
  'navragen-bij-duo': 'Vraag DUO hoe dit verschil is ontstaan.',
};

/** What DUO takes but cannot be asked for: an agreement on these is never shown. */
export const NIET_VERGELIJKBAAR = [
  'verwijtbaarheid van de MAP',
  'verwijtbaarheid van het PVT',
  'afronding van de Z-route',
  'inburgeringsaanbod',
  'contactpersoon',
  'dag tot en met welke de uren gelden',
  'uren die een andere gemeente doorgaf',
] as const;

/** One thing that DUO says otherwise than our file. */
export interface Verschil {
  readonly bron: DuoBron;
  readonly veld: string;
  /** As text, end dates inclusive; null: not in the file. */
  readonly ons: string | null;
  readonly duo: string | null;
  readonly actie: VerschilActie;
}

export function zelfdeVerschil(a: Verschil, b: Verschil): boolean {
  return (
    a.bron === b.bron &&
    a.veld === b.veld &&
    a.ons === b.ons &&
    a.duo === b.duo &&
    a.actie === b.actie
  );
}
