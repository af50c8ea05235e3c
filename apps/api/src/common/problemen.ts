import type { Artikel, Weigering } from '#domain/traject/kern.js';

/** Everything the API can answer when it does not do what was asked: status and title by code. */
export const PROBLEMEN = {
  INVOER_ONGELDIG: { status: 400, titel: 'De invoer klopt niet' },
  NIET_INGELOGD: { status: 401, titel: 'U bent niet ingelogd' },
  GEEN_TOEGANG: { status: 403, titel: 'U mag dit niet' },
  NIET_GEVONDEN: { status: 404, titel: 'Niet gevonden' },
  METHODE_NIET_TOEGESTAAN: { status: 405, titel: 'Deze methode kan hier niet' },
  NIET_LEVERBAAR: { status: 406, titel: 'In deze vorm geeft de dienst geen antwoord' },
  GEWEIGERD: { status: 409, titel: 'Dit kan nu niet' },
  SLEUTEL_HERGEBRUIKT: { status: 409, titel: 'Deze Idempotency-Key is al gebruikt' },
  GEWIST: { status: 410, titel: 'Dit is gewist' },
  VERSIE_VEROUDERD: { status: 412, titel: 'Iemand anders heeft dit intussen gewijzigd' },
  TE_GROOT: { status: 413, titel: 'Het bericht is te groot' },
  VORM_ONBEKEND: { status: 415, titel: 'Deze inhoudsvorm kan de dienst niet lezen' },
  TE_VEEL_VERZOEKEN: { status: 429, titel: 'Te veel verzoeken' },
  INTERNE_FOUT: { status: 500, titel: 'Er ging iets mis' },
  NIET_BESCHIKBAAR: { status: 503, titel: 'De dienst is even niet beschikbaar' },
} as const;

export type ProbleemCode = keyof typeof PROBLEMEN;

/** One wrong field of the input. */
export interface Veldfout {
  readonly veld: string;
  readonly melding: string;
}

/** A name that a caller made up, without the number of a person that may stand in it. */
export const veldnaam = (naam: string): string => naam.replace(/\d{6,}/g, '[nummer]');

/** The body of every answer of 400 and above (RFC 9457). */
export interface Probleem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly veld?: string;
  readonly artikel?: Artikel;
  readonly fouten?: readonly Veldfout[];
}

interface Meer {
  /** Code of the rule that refused, instead of the general one. */
  readonly regel?: string;
  readonly veld?: string | undefined;
  readonly artikel?: Artikel | undefined;
  readonly fouten?: readonly Veldfout[];
  readonly koppen?: Readonly<Record<string, string>>;
}

/** An answer that is not a success. Its texts are Dutch and hold no personal data. */
export class ApiFout extends Error {
  readonly koppen: Readonly<Record<string, string>>;
  readonly probleem: Probleem;

  constructor(
    readonly code: ProbleemCode,
    detail: string,
    { regel, veld, artikel, fouten, koppen }: Meer = {},
  ) {
    super(detail);
    this.name = 'ApiFout';
    this.koppen = koppen ?? {};
    const { status, titel } = PROBLEMEN[code];
    this.probleem = {
      type: 'about:blank',
      title: titel,
      status,
      detail,
      code: regel ?? code,
      ...(veld === undefined ? {} : { veld }),
      ...(artikel === undefined ? {} : { artikel }),
      ...(fouten === undefined ? {} : { fouten }),
    };
  }
}

/** Wrong input; all errors together. */
export function invoerFout(fouten: readonly Veldfout[]): ApiFout {
  const [eerste] = fouten;
  const detail =
    fouten.length === 1 && eerste !== undefined
      ? eerste.melding
      : `Er kloppen ${fouten.length} dingen niet; zie fouten.`;
  return new ApiFout('INVOER_ONGELDIG', detail, { fouten });
}

/** A rule of law or process says no. */
export function weigeringFout({ code, melding, veld, artikel }: Weigering): ApiFout {
  return new ApiFout('GEWEIGERD', melding, { regel: code, veld, artikel });
}

/** Not there, or of another gemeente: the caller cannot tell which. */
export function nietGevonden(wat: string, fouten?: readonly Veldfout[]): ApiFout {
  return new ApiFout('NIET_GEVONDEN', `${wat} is er niet.`, fouten === undefined ? {} : { fouten });
}

/** Something the API needs does not answer; the caller may try again. */
export function nietBeschikbaar(detail: string): ApiFout {
  return new ApiFout('NIET_BESCHIKBAAR', detail, { koppen: { 'Retry-After': '5' } });
}
