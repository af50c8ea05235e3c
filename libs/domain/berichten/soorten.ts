import type { BerichtBesloten, BerichtSoort } from './gebeurtenissen.js';

/** APIs of DUO that take messages; each can be off for a gemeente that does not use it (yet). */
export const BERICHT_APIS = [
  'pip',
  'contactpersoon',
  'inburgeringsaanbod',
  'map-pvt-zroute',
  'gevolgde-uren',
] as const;

export type BerichtApi = (typeof BERICHT_APIS)[number];

/** What DUO must hear and has no API for: always by hand, in the Portal Inburgering. */
export const PORTAALSOORTEN = [
  'BOETE',
  'ADVIES_ONTHEFFING',
  'VERKLARING_GROND_G',
  'LBT_AANMELDING',
] as const satisfies readonly BerichtSoort[];

export type PortaalSoort = (typeof PORTAALSOORTEN)[number];

export type ApiBerichtSoort = Exclude<BerichtSoort, PortaalSoort>;

/** A decided message that can go through an API. */
export type ApiBericht = Extract<BerichtBesloten, { readonly bericht: ApiBerichtSoort }>;

const API_VAN: Readonly<Record<ApiBerichtSoort, BerichtApi>> = {
  PIP_AANLEVEREN: 'pip',
  PIP_INTREKKEN: 'pip',
  AANBOD_AANLEVEREN: 'inburgeringsaanbod',
  AANBOD_INTREKKEN: 'inburgeringsaanbod',
  PVT_DOORGEVEN: 'map-pvt-zroute',
  MAP_DOORGEVEN: 'map-pvt-zroute',
  ZROUTE_DOORGEVEN: 'map-pvt-zroute',
  UREN_DOORGEVEN: 'gevolgde-uren',
  PARTICIPATIEACTIVITEITEN_DOORGEVEN: 'gevolgde-uren',
  BREDE_INTAKE_UREN_DOORGEVEN: 'gevolgde-uren',
  CONTACTPERSOON_AANMELDEN: 'contactpersoon',
  CONTACTPERSOON_WIJZIGEN: 'contactpersoon',
  CONTACTPERSOON_KOPPELEN: 'contactpersoon',
  CONTACTPERSOON_ONTKOPPELEN: 'contactpersoon',
};

/** Kinds that DUO takes as a PUT of the whole resource: the newest says it all (E17). */
const VERVANGEND: readonly BerichtSoort[] = [
  'PVT_DOORGEVEN',
  'MAP_DOORGEVEN',
  'ZROUTE_DOORGEVEN',
  'UREN_DOORGEVEN',
  'PARTICIPATIEACTIVITEITEN_DOORGEVEN',
  'BREDE_INTAKE_UREN_DOORGEVEN',
  'CONTACTPERSOON_WIJZIGEN',
];

export function isVervangend(soort: BerichtSoort): boolean {
  return VERVANGEND.includes(soort);
}

/** DUO has no API for this kind. */
export function isPortaalsoort(soort: string): soort is PortaalSoort {
  return (PORTAALSOORTEN as readonly string[]).includes(soort);
}

/** The API of DUO through which messages of this kind go; null: none. */
export function apiVan(soort: string): BerichtApi | null {
  return (API_VAN as Readonly<Record<string, BerichtApi>>)[soort] ?? null;
}

/** True for a message that an activity may offer to DUO. */
export function isApiBericht(bericht: BerichtBesloten): bericht is ApiBericht {
  return !isPortaalsoort(bericht.bericht);
}

/** Why a message is not offered to DUO. */
export type HandmatigOorzaak = 'GEEN_API' | 'API_UIT' | 'NUMMER_ONBEKEND';

/**
 * Why this message must be done by hand, at the moment it is decided; null: DUO's API takes it. `uit`: APIs that are
 * off for this gemeente.
 */
export function waaromHandmatig(
  { bericht, inhoud }: BerichtBesloten,
  uit: readonly BerichtApi[],
): HandmatigOorzaak | null {
  const api = apiVan(bericht);
  if (api === null) return 'GEEN_API';
  if (uit.includes(api)) return 'API_UIT';
  return 'contactpersoonId' in inhoud && inhoud.contactpersoonId === null
    ? 'NUMMER_ONBEKEND'
    : null;
}
