import type { DuoUitkomst } from './uitkomst.js';

/** What every call needs. */
export interface DuoAanroep {
  /** OIN of the gemeente for which we speak (20 characters); it also chooses the certificate. */
  readonly gemeenteOin: string;
  /** Id of this attempt (a UUID); every attempt has its own. */
  readonly berichtId: string;
  readonly signal?: AbortSignal;
}

/** A call about one person. */
export interface DuoPersoonAanroep extends DuoAanroep {
  readonly bsn: string;
}

/** A call that brings something along. */
export interface MetBody<B> {
  readonly body: B;
}

/** Asks for `W` about one person. */
export type Vraag<W> = (aanroep: DuoPersoonAanroep) => Promise<DuoUitkomst<W>>;

/** Tells `B` about one person; DUO confirms without a body. */
export type Melding<B> = (aanroep: DuoPersoonAanroep & MetBody<B>) => Promise<DuoUitkomst<null>>;
