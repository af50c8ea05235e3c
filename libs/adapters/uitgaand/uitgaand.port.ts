import type { AttenderingInhoud } from '#domain/uitgaand/attendering.js';
import type { Storingsoorzaak } from '../duo/uitkomst.js';

/** What goes out to the gemeente itself. Holds nothing of the person. */
export interface UitgaandBericht {
  /** The same over all attempts, and of no other message: a receiver tells doubles apart by it. */
  readonly id: string;
  /** 20 digits: whose webhook or mailbox. */
  readonly gemeenteOin: string;
  readonly trajectId: string;
  readonly inhoud: AttenderingInhoud;
  readonly signal?: AbortSignal;
}

/** How an attempt ended. It never throws for an answer, whatever the answer is. */
export type UitgaandUitkomst =
  | { readonly soort: 'gelukt' }
  /** The gemeente chose this channel, and the installation has no address for it. */
  | { readonly soort: 'niet-ingericht' }
  /** The same again will not do: the receiver refuses it, or sends us elsewhere. */
  | { readonly soort: 'geweigerd'; readonly oorzaak: `http-${number}` | `smtp-${number}` }
  /** Password, secret or certificate is not right: an operator must act, then it goes by itself. */
  | { readonly soort: 'niet-geautoriseerd' }
  /** Trying again later makes sense. */
  | {
      readonly soort: 'storing';
      readonly oorzaak: Storingsoorzaak | 'smtp';
      readonly status?: number;
      readonly herhaalNaSeconden?: number;
      /** The receiver may have taken it, or be busy with it. */
      readonly ongewis: boolean;
    };

/** The kinds of `UitgaandUitkomst`. */
export const UITGAAND_UITKOMSTEN = [
  'gelukt',
  'niet-ingericht',
  'geweigerd',
  'niet-geautoriseerd',
  'storing',
] as const satisfies readonly UitgaandUitkomst['soort'][];

/** One attempt over one channel. */
export interface UitgaandPort {
  verstuur(bericht: UitgaandBericht): Promise<UitgaandUitkomst>;
}

/** Of an installation in which no gemeente is told of anything. */
export const NIET_INGERICHT: UitgaandPort = {
  verstuur: () => Promise.resolve({ soort: 'niet-ingericht' }),
};
