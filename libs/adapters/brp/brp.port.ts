import type { IsoDatum } from '#domain/datum/datum.js';
import type { Storingsoorzaak } from '../duo/uitkomst.js';

/** A day as the BRP knows it: of refugees it often has a part, or nothing. */
export type BrpDatum =
  | { readonly soort: 'volledig'; readonly op: IsoDatum }
  | { readonly soort: 'jaar-maand'; readonly jaar: number; readonly maand: number }
  | { readonly soort: 'jaar'; readonly jaar: number }
  | { readonly soort: 'onbekend' };

/** The few things a journey needs of the BRP: registration, move, death. */
export interface BrpPersoon {
  /** Four digits; another one than ours means moved, null that the BRP gave none. */
  readonly gemeenteVanInschrijving: string | null;
  /** Day of registration in that gemeente. */
  readonly ingeschrevenOp: BrpDatum | null;
  readonly overleden: BrpDatum | null;
  /** Code of the reason why the record is no longer kept up: E emigration, O death, and others. */
  readonly opschorting: string | null;
  /** One of these facts is being looked into: a person must judge it before it counts. */
  readonly inOnderzoek: boolean;
}

export interface BrpVraag {
  /** Four digits: the gemeente that asks, under its own authorisation. */
  readonly gemeenteCode: string;
  readonly bsn: string;
  readonly signal?: AbortSignal;
}

/** How a question ended. A question never throws for an answer, whatever the answer is. */
export type BrpUitkomst =
  | {
      readonly soort: 'gevonden';
      readonly persoon: BrpPersoon;
      /** Fields nobody asked for or agreed on, by name. */
      readonly afwijkingen: readonly string[];
    }
  /** Nobody with this number, or a record that was taken away. */
  | { readonly soort: 'onbekend' }
  /** The gemeente has not switched the BRP on: a person looks it up. */
  | { readonly soort: 'uit' }
  /** 401, 403 or a certificate that is refused: for an operator. */
  | { readonly soort: 'niet-geautoriseerd' }
  | { readonly soort: 'ons-defect'; readonly details: string }
  | { readonly soort: 'onbegrijpelijk'; readonly reden: string }
  /** Asking again later makes sense; nothing changed at the other side. */
  | {
      readonly soort: 'storing';
      readonly oorzaak: Storingsoorzaak;
      readonly status?: number;
      readonly herhaalNaSeconden?: number;
    };

export interface BrpPort {
  raadpleeg(vraag: BrpVraag): Promise<BrpUitkomst>;
}
