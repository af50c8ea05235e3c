/** Where the load goes, and with which identity. */
export interface Doelwit {
  readonly apiUrl: string;
  readonly notificatiesUrl: string;
  readonly issuer: string;
  readonly duo: {
    readonly oin: string;
    /** OIN of the gemeente that is notified. */
    readonly doel: string;
    readonly ca: string;
    readonly cert: string;
    readonly key: string;
  };
}

interface Gesloten {
  /** At the same time; each asks again as soon as it has its answer. */
  readonly gebruikers: number;
  readonly ms: number;
}

/** Hands over new persons, and reads each time whether the first task is there. */
export interface StartOpdracht extends Gesloten {
  readonly soort: 'start';
}

/** Completes tasks of these journeys, and reads each time whether the next task is there. */
export interface TaakOpdracht extends Gesloten {
  readonly soort: 'taak';
  readonly trajecten: readonly string[];
  /** Rest before each request; left out: none. */
  readonly pauzeMs?: number;
}

export interface LijstOpdracht extends Gesloten {
  readonly soort: 'lijst';
  readonly client: string;
  /** Asked in turn. */
  readonly paden: readonly string[];
}

/** One notification per number, as fast as they are taken in. */
export interface NotificatieOpdracht {
  readonly soort: 'notificaties';
  readonly gebruikers: number;
  readonly gebeurtenisId: string;
  readonly vNummers: readonly string[];
}

export type Opdracht = StartOpdracht | TaakOpdracht | LijstOpdracht | NotificatieOpdracht;

export interface Uitslag {
  readonly aantal: number;
  readonly seconden: number;
  /** Milliseconds of each request that counts, until what it changed was read. */
  readonly ms: readonly number[];
  /** When each of them was done, in milliseconds after the beginning. */
  readonly einden: readonly number[];
  /** Milliseconds by what was asked, where that differs. */
  readonly perSoort: Readonly<Record<string, readonly number[]>>;
  /** What was not there in the next read. */
  readonly gemist: number;
  /** Of the journeys, once per request. */
  readonly ids: readonly string[];
}
