// Rows as they are written, in the names of their columns. Bytes are base64: they travel in JSON.

export interface JournaalRij {
  readonly nr: number;
  readonly soort: string;
  readonly versie: number;
  readonly tijdstip: string;
  readonly datum: string;
  readonly actor_soort: string;
  readonly actor_id: string;
  readonly opdracht_soort: string | null;
  readonly opdracht_id: string | null;
  readonly zegel: string;
  readonly zegel_medisch: string | null;
  readonly artikel: string | null;
}

export interface TaakRij {
  readonly id: string;
  readonly sleutel: string;
  readonly soort: string;
  readonly rol: string;
  readonly status: 'open' | 'afgerond' | 'vervallen';
  readonly termijn: string | null;
  readonly uiterlijk_op: string | null;
  readonly opener_nr: number;
  /** Counts for a task that has no row yet. */
  readonly geopend_tijdstip: string;
  readonly gesloten_tijdstip: string | null;
  readonly gesloten_nr: number | null;
}

export interface TermijnRij {
  readonly sleutel: string;
  readonly code: string;
  readonly uiterlijk_op: string;
  readonly status: string;
  readonly start_nr: number;
  readonly gehaald_op: string | null;
  readonly geescaleerd: boolean;
}

export interface MijlpaalRij {
  readonly naam: string;
  readonly nr: number;
  /** Null: the date of that journal entry. */
  readonly datum: string | null;
}

export interface BerichtRij {
  readonly melding_id: string;
  readonly soort: string;
  readonly baan: string;
  readonly nr: number;
  readonly status: string;
  readonly bezorgd_tijdstip: string | null;
}

export interface CoaRij {
  readonly id: string;
  readonly ontvangen_tijdstip: string;
  readonly schema_versie: number;
  readonly nr: number;
}

export interface Leesmodel {
  readonly taken: readonly TaakRij[];
  readonly termijnen: readonly TermijnRij[];
  readonly termijnenWeg: readonly string[];
  readonly mijlpalen: readonly MijlpaalRij[];
  readonly mijlpalenWeg: readonly string[];
  readonly berichten: readonly BerichtRij[];
  readonly coa: readonly CoaRij[];
}

export interface TrajectRij {
  readonly status: 'open' | 'gesloten';
  readonly proef: boolean;
  readonly schakels: readonly string[];
  readonly leerroute: string | null;
  readonly indeling: string | null;
  readonly versie: number;
  readonly laatste_tijdstip: string;
  readonly klokverzet_ms: number;
  /** Set at the opening of a rehearsal, never changed. */
  readonly aanvangsverzet_ms: number;
  readonly toestand_versie: number;
  readonly geopend_op: string;
  readonly gesloten_op: string | null;
  readonly bewaren_tot: string | null;
  readonly instellingen_versie: number;
  readonly kalender_versie: number;
}

export interface RouteRij {
  /** The driver has something new to do. */
  readonly sturen: boolean;
  /** Of a bulk action: may wait for others. */
  readonly laag: boolean;
  /** The driver itself is reading. */
  readonly gezien: boolean;
  /** Kinds of events, for the nudge. */
  readonly wat: readonly string[];
  /** On the clock of the database. */
  readonly wektijdstip: string | null;
}

export interface OpdrachtRij {
  readonly beller: string;
  readonly opdracht_id: string;
  readonly inhoud_hash: string;
  readonly zegel_antwoord: string;
}

/** Rows of the inbox that this source has answered. */
export interface Afstreping {
  readonly bron: string;
  readonly gevraagd: string;
  /** Why the facts were refused, when a person must look at them. */
  readonly incident: string | null;
}

export interface Schrijfwerk {
  readonly trajectId: string;
  readonly gemeenteId: string;
  readonly bsnHash: Buffer | null;
  readonly vnummerHash: Buffer | null;
  readonly momentopname: Buffer | null;
  readonly traject: TrajectRij;
  readonly route: RouteRij;
  readonly journaal: readonly JournaalRij[];
  readonly leesmodel: Leesmodel;
  readonly opdracht: OpdrachtRij | null;
  readonly afstreping: Afstreping | null;
}
