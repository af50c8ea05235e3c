/** Why there was no usable answer; a closed set, so that no text of a library slips through. */
export type Storingsoorzaak =
  'verbinding' | 'tls' | 'time-out' | 'afgebroken' | 'http' | 'onderbroken' | 'wachtrij-vol';

interface Antwoord {
  /** Drift worth telling an operator: other API-Version, surplus fields, other status than agreed. */
  readonly afwijkingen: readonly string[];
}

/** DUO did what was asked. `waarde` is `null` where DUO answers without a body. */
export interface Gelukt<W> extends Antwoord {
  readonly soort: 'gelukt';
  readonly waarde: W;
  /** DUO's API-Version header; `null` when it was missing or no version. */
  readonly apiVersie: string | null;
}

/** DUO refuses by a rule of its own. A human must act; sending the same again is no use. */
interface Geweigerd extends Antwoord {
  readonly soort: 'geweigerd';
  /** DUO's words; numbers that could be a BSN or V-nummer are blotted out. */
  readonly foutteksten: readonly string[];
}

/** 401, or 403 without reasons: certificate, OIN or our relation with the person is not right. */
interface NietGeautoriseerd extends Antwoord {
  readonly soort: 'niet-geautoriseerd';
}

/** 404: DUO does not know the person or the thing, or has nothing of this kind. */
interface Onbekend extends Antwoord {
  readonly soort: 'onbekend';
}

/** Our request is wrong: DUO said so (400 and kin), or we saw it before sending. */
export interface OnsDefect extends Antwoord {
  readonly soort: 'ons-defect';
  /** What is wrong, by name of the field or by status; never a value. */
  readonly details: string;
}

/** No verdict of DUO. Trying again later makes sense. */
export interface Storing extends Antwoord {
  readonly soort: 'storing';
  readonly oorzaak: Storingsoorzaak;
  readonly status?: number;
  readonly herhaalNaSeconden?: number;
  /** The request may have been carried out: compare with a GET before sending it again. */
  readonly ongewis: boolean;
}

/** DUO answered with something outside its own specification. */
interface Onbegrijpelijk extends Antwoord {
  readonly soort: 'onbegrijpelijk';
  /** What is wrong and at which field; never a value. */
  readonly reden: string;
  readonly status: number;
}

/** How a call to DUO ended. A call never throws for an answer, whatever the answer is. */
export type DuoUitkomst<W> =
  Gelukt<W> | Geweigerd | NietGeautoriseerd | Onbekend | OnsDefect | Storing | Onbegrijpelijk;

/** The kinds of `DuoUitkomst`. */
export const DUO_UITKOMSTEN = [
  'gelukt',
  'geweigerd',
  'niet-geautoriseerd',
  'onbekend',
  'ons-defect',
  'storing',
  'onbegrijpelijk',
] as const satisfies readonly DuoUitkomst<unknown>['soort'][];
