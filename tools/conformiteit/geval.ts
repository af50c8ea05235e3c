import { randomInt } from 'node:crypto';

/** The certificate a call is made with: ours, none, or one of an issuer nobody trusts. */
export type Certificaatkeuze = 'eigen' | 'geen' | 'vreemd';

/** One call of a case. */
export interface Zending {
  readonly methode: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** In the spelling of DUO's file; `{bsn}` is filled in by the round, other names by `delen`. */
  readonly pad: string;
  /** Values for the other parts of the path; `{naam}` stands for what an earlier answer gave. */
  readonly delen?: Readonly<Record<string, string>>;
  /** Headers that differ; null leaves the header out. */
  readonly koppen?: Readonly<Record<string, string | null>>;
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly ruw?: string;
  readonly certificaat?: Certificaatkeuze;
  /** Keeps something of the answer for the paths of later calls; without it the case cannot go on. */
  readonly onthoud?: { readonly naam: string; readonly uit: (body: unknown) => unknown };
  /** Calls with this text in place of the person's BSN. */
  readonly bsn?: string;
}

/** What the answer must be. Its form, where it is in DUO's file, comes from the file itself. */
export interface Verwachting {
  readonly statussen: readonly number[];
  /** Statuses outside DUO's file that are let pass, such as 405. */
  readonly buitenBestand?: readonly number[];
  /** The connection may be refused or broken instead of answered. */
  readonly verbrekenMag?: boolean;
  /** A refusal on content: 403 with at least one fouttekst. */
  readonly weigering?: boolean;
  /** The body holds at least this. */
  readonly bevat?: unknown;
  /** Without a way to arrange what DUO knows, these are fine too. */
  readonly zonderInrichting?: readonly number[];
  /** The answer carries the berichtId of the call. */
  readonly zelfdeBerichtId?: boolean;
}

/** What DUO must know of the person first; only a DUO side with a set-up hook can arrange it. */
export interface Inrichting {
  readonly persoon?: Readonly<Record<string, unknown>>;
  readonly stappen?: readonly Readonly<{ gebeurtenisId?: string; bijwerken?: object }>[];
  /** False: the case also says something about a person as he happens to be. */
  readonly nodig: boolean;
}

/** One row of the list: what is sent, what is asked of the answer, and on what ground. */
export interface Geval {
  readonly id: string;
  readonly groep: string;
  /** What is sent, in Dutch. */
  readonly titel: string;
  /** What DUO's file or rule asks, in our words. */
  readonly eis: string;
  readonly grond: string;
  readonly inrichting?: Inrichting;
  readonly vooraf?: readonly Zending[];
  readonly zending: Zending;
  /** Puts back what the case changed; nothing is asked of the answers. */
  readonly achteraf?: readonly Zending[];
  readonly verwacht: Verwachting;
}

export type Oordeel = 'geslaagd' | 'mislukt' | 'niet uitgevoerd';

export interface Uitslag {
  readonly geval: Geval;
  readonly oordeel: Oordeel;
  /** Why it did not pass, or was not carried out; never a BSN. */
  readonly redenen: readonly string[];
  readonly duurMs: number;
}

const GEWICHTEN = [9, 8, 7, 6, 5, 4, 3, 2] as const;

/** Test BSNs that pass the elfproef, all beginning with `reeks`: drawn at random, each once. */
export function bsnMaker(reeks: string): () => string {
  const plaatsen = 8 - reeks.length;
  const gegeven = new Set<string>();
  return () => {
    // Of eleven numbers ten pass; when the range is used up, numbers come again.
    if (gegeven.size > 0.8 * 10 ** plaatsen) gegeven.clear();
    for (;;) {
      const kop = `${reeks}${String(randomInt(10 ** plaatsen)).padStart(plaatsen, '0')}`;
      const som = GEWICHTEN.reduce((tot, gewicht, i) => tot + gewicht * Number(kop[i]), 0);
      const bsn = `${kop}${som % 11}`;
      if (som % 11 === 10 || gegeven.has(bsn)) continue;
      gegeven.add(bsn);
      return bsn;
    }
  };
}
