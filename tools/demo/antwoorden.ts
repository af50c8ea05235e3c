export interface Taak {
  readonly id: string;
  readonly soort: string;
  readonly titel: string;
  readonly rol: string;
  readonly uiterlijkOp: string | null;
  readonly onderwerp: string | null;
  readonly status: string;
  readonly geopendTijdstip: string;
  readonly geslotenTijdstip: string | null;
}

export interface Termijn {
  readonly sleutel: string;
  readonly code: string;
  readonly status: string;
  readonly uiterlijkOp: string;
  readonly gehaaldOp: string | null;
  readonly teLaat: boolean;
  readonly uitleg: readonly { readonly tekst: string }[];
  readonly bron: { readonly wet: string; readonly artikel: string } | null;
}

export interface Journaalregel {
  readonly nr: number;
  readonly soort: string;
  readonly dag: string;
  readonly gebeurtenis: Record<string, unknown>;
}

export interface Detail {
  readonly status: string;
  readonly schakels: readonly string[];
  readonly vandaag: string;
  readonly mijlpalen: readonly { readonly naam: string }[];
}

export interface Bericht {
  readonly meldingId: string;
  readonly soort: string;
  readonly status: string;
  readonly nr: number;
  readonly bezorgdTijdstip: string | null;
}

/** All that the API shows of one journey. */
export interface Stand {
  readonly status: string;
  readonly journaal: readonly Journaalregel[];
  /** Also those that are no longer open. */
  readonly taken: readonly Taak[];
  readonly termijnen: readonly Termijn[];
  readonly berichten: readonly Bericht[];
}
