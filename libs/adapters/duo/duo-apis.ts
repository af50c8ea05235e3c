import type { BerichtApi } from '#domain/berichten/soorten.js';

/** DUO's eleven APIs, with the version of the specification this client was written for. */
export const DUO_APIS = {
  inburgeringsplicht: '1.2.2',
  leerbaarheidstoets: '1.2.0',
  inburgeringstermijn: '1.0.0',
  vrijstelling: '1.0.0',
  ontheffing: '1.0.0',
  pip: '1.2.0',
  contactpersoon: '1.0.0',
  inburgeringsaanbod: '1.2.0',
  'map-pvt-zroute': '1.0.0',
  'gevolgde-uren': '1.0.0',
  examen: '1.0.0',
} as const satisfies Readonly<Record<BerichtApi, string>> & Readonly<Record<string, string>>;

export type DuoApi = keyof typeof DUO_APIS;
export const DUO_API_NAMEN = Object.keys(DUO_APIS) as readonly DuoApi[];
