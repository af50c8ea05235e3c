import { delen, dagnummer, vanDagnummer, type IsoDatum } from '../datum/datum.js';
import { datumTekst } from '../datum/datum-tekst.js';
import { bron } from './artikelen.js';
import { duurTekst, telAf } from './duur.js';
import { verlengMetSchorsing, type Schorsingseffect, type Schorsingsperiode } from './schorsing.js';
import { isTeLangVoorTermijnenwet, verschuif } from './termijnenwet.js';
import type { Bron, Duur, TermijnKeuzes, TermijnRij, UitlegStap } from './typen.js';
import { redenGeenWerkdag, type Kalender } from '../kalender/kalender.js';

const ATW_1 = bron('Atw', '1 lid 1');
const ATW_2 = bron('Atw', '2');
const ATW_4 = bron('Atw', '4');

/** First year of Koningsdag; before it the holiday was 30 April. */
const EERSTE_KONINGSDAG = 2014;

function hoofdletter(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}

/** What a computation works with, and the sheet on which it writes its steps. */
export class Rekenblad {
  readonly uitleg: UitlegStap[] = [];
  readonly voorbehouden: string[] = [];

  constructor(
    readonly rij: TermijnRij,
    readonly kalender: Kalender,
    readonly keuzes: TermijnKeuzes,
    readonly schorsingen: readonly Schorsingsperiode[],
    readonly peildatum: IsoDatum | undefined,
    /** The version of another part of the same term, for codes that need two. */
    readonly rijVan: (onderdeel: string) => TermijnRij,
  ) {}

  /** Adds a step; the source is that of the row unless another is given. */
  stap(tekst: string, datum?: IsoDatum, herkomst: Bron = this.rij.bron): void {
    this.uitleg.push(
      datum === undefined ? { tekst, bron: herkomst } : { datum, tekst, bron: herkomst },
    );
  }

  voorbehoud(tekst: string): void {
    if (!this.voorbehouden.includes(tekst)) this.voorbehouden.push(tekst);
  }

  /** The day that starts the count, told as the event of the row. */
  aanvang(van: IsoDatum, gebeurtenis: string = this.rij.aanvang): void {
    this.stap(`Uitgangspunt is ${datumTekst(van)}: ${gebeurtenis}.`, van);
  }

  /** Counts a length forward, without suspension or shift. */
  tel(van: IsoDatum, duur: Duur): IsoDatum {
    const einde = telAf(van, duur);
    this.stap(`${duurTekst(duur)} na ${datumTekst(van)} is ${datumTekst(einde)}.`, einde);
    return einde;
  }

  /**
   * The last day of a term: counted forward, lengthened by its suspensions and moved by the
   * Termijnenwet where the row says so. Null while an open suspension runs.
   */
  verloop(
    van: IsoDatum,
    duur: Duur,
    termijnenwet = this.rij.algemeneTermijnenwet,
  ): IsoDatum | null {
    this.aanvang(van);
    const geteld = this.tel(van, duur);
    const { einde, effecten } = this.schors(van, geteld);
    if (einde === null) return null;
    const uitkomst = this.verschuif(van, einde, duur, termijnenwet, effecten);
    this.meldSchorsingNaEinde(einde, uitkomst);
    return uitkomst;
  }

  private meldSchorsingNaEinde(einde: IsoDatum, verschoven: IsoDatum): void {
    if (this.schorsingen.some((periode) => periode.van > einde && periode.van <= verschoven)) {
      this.voorbehoud(
        'Een opschorting begint pas in de dagen waarmee de Algemene termijnenwet het einde verschuift; zij is niet meegeteld.',
      );
    }
  }

  private schors(
    van: IsoDatum,
    geteld: IsoDatum,
  ): { readonly einde: IsoDatum | null; readonly effecten: readonly Schorsingseffect[] } {
    if (this.schorsingen.length === 0) return { einde: geteld, effecten: [] };
    const uitkomst = verlengMetSchorsing(dagnummer(van), dagnummer(geteld), this.schorsingen);
    const { effecten } = uitkomst;
    for (const effect of effecten) this.vertelSchorsing(effect);
    if (uitkomst.einde === null) {
      this.stap(
        'Zolang de opschorting loopt is er geen laatste dag.',
        undefined,
        this.rij.schorsing,
      );
      this.vertelEindeOpPeildatum(van, geteld);
      return { einde: null, effecten };
    }
    const einde = vanDagnummer(uitkomst.einde);
    if (einde !== geteld) {
      this.stap(
        `Met de opschorting is de laatste dag ${datumTekst(einde)}.`,
        einde,
        this.rij.schorsing,
      );
    }
    return { einde, effecten };
  }

  /** What the last day would be if every open suspension ended on the reference day. */
  private vertelEindeOpPeildatum(van: IsoDatum, geteld: IsoDatum): void {
    const { peildatum } = this;
    if (peildatum === undefined) return;
    const afgesloten = this.schorsingen
      .filter((periode) => periode.tot !== null || periode.van <= peildatum)
      .map((periode) => ({ ...periode, tot: periode.tot ?? peildatum }));
    const { einde } = verlengMetSchorsing(dagnummer(van), dagnummer(geteld), afgesloten);
    if (einde === null) return;
    const datum = vanDagnummer(einde);
    this.stap(
      `Eindigt de opschorting op de peildatum ${datumTekst(peildatum)}, dan is ${datumTekst(datum)} de laatste dag, nog zonder de Algemene termijnenwet.`,
      datum,
      this.rij.schorsing,
    );
  }

  private vertelSchorsing(effect: Schorsingseffect): void {
    const van = vanDagnummer(effect.van);
    const gronden = effect.gronden.join(', ');
    if (effect.tot === null) {
      this.stap(
        `Opgeschort vanaf ${datumTekst(van)}, nog niet beëindigd (${gronden}).`,
        van,
        this.rij.schorsing,
      );
      return;
    }
    const periode = `van ${datumTekst(van)} tot en met ${datumTekst(vanDagnummer(effect.tot))} (${gronden})`;
    this.stap(
      effect.dagen === 0
        ? `De opschorting ${periode} valt buiten de termijn en verlengt niet.`
        : `Opgeschort ${periode}: ${duurTekst({ aantal: effect.dagen, eenheid: 'dagen' })} erbij.`,
      van,
      this.rij.schorsing,
    );
  }

  /** Moves an end by the Termijnenwet when it applies, and says why, or why not. */
  verschuif(
    van: IsoDatum,
    geteld: IsoDatum,
    duur: Duur,
    termijnenwet: boolean | 'markering',
    geschorst: readonly Schorsingseffect[] = [],
  ): IsoDatum {
    const teLang = isTeLangVoorTermijnenwet(duur);
    if (termijnenwet !== true || teLang) {
      this.vertelGeenVerschuiving(geteld, teLang);
      return geteld;
    }
    const { naArtikel2, einde, overgeslagen } = verschuif(
      this.kalender,
      dagnummer(van),
      dagnummer(geteld),
      geschorst,
    );
    if (naArtikel2 > dagnummer(geteld)) {
      const dag = vanDagnummer(naArtikel2);
      this.stap(`De termijn bevat pas op ${datumTekst(dag)} twee werkdagen.`, dag, ATW_2);
    }
    for (const dag of overgeslagen) {
      const datum = vanDagnummer(dag.nummer);
      this.stap(
        `${hoofdletter(datumTekst(datum))} telt niet als laatste dag (${dag.reden}).`,
        datum,
        ATW_1,
      );
    }
    const uitkomst = vanDagnummer(einde);
    if (uitkomst !== geteld) {
      this.stap(`De termijn loopt door tot en met ${datumTekst(uitkomst)}.`, uitkomst, ATW_1);
      if (this.rij.voorbehoudBijVerschuiving !== undefined) {
        this.voorbehoud(this.rij.voorbehoudBijVerschuiving);
      }
    }
    this.meldOnbekendeJaren(geteld, uitkomst);
    return uitkomst;
  }

  private vertelGeenVerschuiving(geteld: IsoDatum, teLang: boolean): void {
    const reden = redenGeenWerkdag(this.kalender, dagnummer(geteld));
    if (reden === null) return;
    this.stap(
      `${hoofdletter(datumTekst(geteld))} (${reden}) blijft de laatste dag: de Algemene termijnenwet geldt niet voor ${
        teLang ? 'een termijn van deze lengte' : 'deze termijn'
      }.`,
      geteld,
      ATW_4,
    );
  }

  /** Adds a reservation for each touched year whose list of equated days is not known. */
  meldOnbekendeJaren(eerste: IsoDatum, laatsteDag: IsoDatum): void {
    const tot = delen(laatsteDag).jaar;
    for (let jaar = delen(eerste).jaar; jaar <= tot; jaar += 1) {
      if (this.kalender.bekendeJaren.includes(jaar)) continue;
      this.voorbehoud(
        `De lijst van gelijkgestelde dagen van ${jaar} is niet bekend (kalenderversie ${this.kalender.versie}); een gelijkgestelde dag in dat jaar kan deze dag verschuiven.`,
      );
      if (jaar < EERSTE_KONINGSDAG) {
        this.voorbehoud(
          `Voor ${jaar} is Koningsdag op 27 april (of 26 april) aangehouden; vóór ${EERSTE_KONINGSDAG} was Koninginnedag op 30 april.`,
        );
      }
    }
  }
}
