import type { Kern } from '../kern.js';
import type { Persoon } from '../toestand/persoon.js';

/** The version each of DUO's files states, sent back as API-Version. */
export const VERSIES = {
  Contactpersoon: '1.0.0',
  Examen: '1.0.0',
  GevolgdeUren: '1.0.0',
  Inburgeringsaanbod: '1.2.0',
  Inburgeringsplicht: '1.2.2',
  Inburgeringstermijn: '1.0.0',
  Leerbaarheidstoets: '1.2.0',
  MapPvtZroute: '1.0.0',
  Ontheffing: '1.0.0',
  PIP: '1.2.0',
  Vrijstelling: '1.0.0',
} as const;

export type ApiNaam = keyof typeof VERSIES;

export interface Antwoord {
  status: number;
  body?: unknown;
}

export interface Verzoek {
  kern: Kern;
  /** OIN of the gemeente that asks. */
  bron: string;
  params: Record<string, string>;
  body: unknown;
}

export interface PersoonsVerzoek extends Verzoek {
  persoon: Persoon;
  /** Today on the person's clock. */
  vandaag: string;
}

type Methode = 'get' | 'post' | 'put' | 'delete';

interface RouteBasis {
  api: ApiNaam;
  methode: Methode;
  /** Path after /v1, in Express' notation and in DUO's own casing. */
  pad: string;
}

export type DuoRoute = RouteBasis &
  (
    | { over: 'persoon'; verwerk: (verzoek: PersoonsVerzoek) => Antwoord }
    | { over: 'gemeente'; verwerk: (verzoek: Verzoek) => Antwoord }
  );

export const overPersoon = (
  api: ApiNaam,
  methode: Methode,
  pad: string,
  verwerk: (verzoek: PersoonsVerzoek) => Antwoord,
): DuoRoute => ({ api, methode, pad, over: 'persoon', verwerk });

export const overGemeente = (
  api: ApiNaam,
  methode: Methode,
  pad: string,
  verwerk: (verzoek: Verzoek) => Antwoord,
): DuoRoute => ({ api, methode, pad, over: 'gemeente', verwerk });

export const ok = (body?: unknown): Antwoord => ({ status: 200, body });
export const gemaakt = (body?: unknown): Antwoord => ({ status: 201, body });
export const foutVerzoek: Antwoord = { status: 400 };
export const nietGeautoriseerd: Antwoord = { status: 403 };
export const nietGevonden: Antwoord = { status: 404 };

/** A refusal on content: 403 with DUO's list of texts. */
export const geweigerd = (fouten: readonly string[]): Antwoord => ({
  status: 403,
  body: fouten.map((fouttekst) => ({ fouttekst })),
});
