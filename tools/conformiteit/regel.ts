import type { Verwachting, Zending } from './geval.js';

/** One situation with the call in it. */
export interface Situatie {
  readonly persoon?: Readonly<Record<string, unknown>>;
  readonly bijwerken?: object;
  readonly vooraf?: readonly Zending[];
  readonly zending: Zending;
  readonly achteraf?: readonly Zending[];
  /** Also meant for a person as he happens to be: without a PIP, asielstatushouder. */
  readonly altijd?: true;
}

/** A condition of DUO: a call that keeps to it, and one that does not and is refused. */
export interface Regel {
  readonly id: string;
  readonly regel: string;
  readonly grond: string;
  readonly mag?: Situatie & { readonly verwacht?: Partial<Verwachting> };
  readonly magNiet?: Situatie & {
    /** When it is not a refusal with reasons. */
    readonly verwacht?: Verwachting;
  };
}
