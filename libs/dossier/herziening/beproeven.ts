import { nieuwsteKalender } from '#database/read/kalender.js';
import { metTransactie } from '#database/transactie.js';
import type { IsoDatum } from '#domain/datum/datum.js';
import { maandagVan } from '#domain/datum/week.js';
import { DomainError } from '#domain/fout.js';
import { kalenderMet, type Voorstel } from '#domain/herziening/voorstel.js';
import type { Kalender } from '#domain/kalender/kalender.js';
import { tabelMet } from '#domain/termijnen/gewijzigde-tabel.js';
import type { TermijnRij } from '#domain/termijnen/typen.js';
import { WETTELIJKE_TERMIJNEN } from '#domain/termijnen/wettelijke-termijnen.js';
import type { Omgeving } from '#domain/traject/kern.js';
import { herberekenLopende, type TermijnVerplaatst } from '#domain/traject/termijnbewaking.js';
import type { Toestand } from '#domain/traject/toestand.js';
import type { Deur } from '../kern.js';
import { BLADGROOTTE, leesBlad, type BladTraject } from './blad.js';
import { leesRij, schrijfRegels } from './rijen.js';
import type {
  BladUitkomst,
  Herziening,
  HerzieningPlek,
  Herzieningsregel,
  Tellingen,
  Weekwerk,
} from './typen.js';

/** What the proposal puts in the place of calendar or table. */
interface Wijziging {
  readonly kalender?: Kalender;
  readonly tabel?: readonly TermijnRij[];
}

function wijzigingVan(
  voorstel: Voorstel,
  nieuwste: Kalender,
  tabel: readonly TermijnRij[] = WETTELIJKE_TERMIJNEN,
): Wijziging {
  if (voorstel.soort === 'regel') {
    return { tabel: tabelMet(tabel, voorstel.rijen) };
  }
  const kalender = kalenderMet(nieuwste, voorstel);
  return kalender.ok ? { kalender: kalender.waarde } : {};
}

/** The dates of this journey that move; null when it cannot be computed. */
export function verplaatsingen(
  { toestand, omgeving }: BladTraject,
  wijziging: Wijziging,
  reden: string,
): readonly TermijnVerplaatst[] | null {
  if (toestand === null) return null;
  try {
    return herberekenLopende(toestand, { ...omgeving, ...wijziging }, reden);
  } catch (fout) {
    // No version of a rule covers the facts of this journey, for instance: counted, and looked at by a person.
    if (fout instanceof DomainError) return null;
    throw fout;
  }
}

/** Why a date moves, for a caseworker: what the term engine says of the step that moved it. */
export function redenVan({ uitleg, kalenderVersie, regelVersie }: TermijnVerplaatst): string {
  const verschoven = uitleg.filter(({ tekst }) => tekst.includes('telt niet als laatste dag'));
  const tekst = verschoven.at(-1)?.tekst ?? uitleg.at(-1)?.tekst ?? '';
  return `${tekst} (regel ${regelVersie}, kalenderversie ${kalenderVersie})`.trim();
}

/** Adds one journey to the counts. */
class Teller {
  readonly #weken: Map<string, Weekwerk>;
  #tellingen: Tellingen;

  constructor(tellingen: Tellingen) {
    this.#tellingen = tellingen;
    this.#weken = new Map(Object.entries(tellingen.perWeek));
  }

  tel(
    toestand: Toestand | null,
    { vandaag }: Omgeving,
    verplaatst: readonly TermijnVerplaatst[] | null,
  ): void {
    const t = this.#tellingen;
    const naar = new Map((verplaatst ?? []).map((een) => [een.sleutel, een.uiterlijkOp]));
    let [nieuwTeLaat, nietMeerTeLaat] = [0, 0];
    for (const [sleutel, stand] of Object.entries(toestand?.termijnen ?? {})) {
      if (stand.status !== 'loopt') continue;
      const nieuw = naar.get(sleutel) ?? stand.uiterlijkOp;
      this.#week(stand.uiterlijkOp, 1, 0);
      this.#week(nieuw, 0, 1);
      if (stand.uiterlijkOp >= vandaag && nieuw < vandaag) nieuwTeLaat += 1;
      if (stand.uiterlijkOp < vandaag && nieuw >= vandaag) nietMeerTeLaat += 1;
    }
    this.#tellingen = {
      ...t,
      trajecten: t.trajecten + 1,
      geraakteTrajecten: t.geraakteTrajecten + (naar.size > 0 ? 1 : 0),
      verplaatsteDatums: t.verplaatsteDatums + naar.size,
      nieuwTeLaat: t.nieuwTeLaat + nieuwTeLaat,
      nietMeerTeLaat: t.nietMeerTeLaat + nietMeerTeLaat,
      mislukt: t.mislukt + (verplaatst === null ? 1 : 0),
    };
  }

  get uitkomst(): Tellingen {
    const perWeek = [...this.#weken].sort(([a], [b]) => (a < b ? -1 : 1));
    return { ...this.#tellingen, perWeek: Object.fromEntries(perWeek) };
  }

  #week(dag: IsoDatum, voor: number, na: number): void {
    const week = maandagVan(dag);
    const bekend = this.#weken.get(week) ?? { voor: 0, na: 0 };
    this.#weken.set(week, { voor: bekend.voor + voor, na: bekend.na + na });
  }
}

/**
 * Tries the proposal on the next page of journeys: only reads them, and keeps what it found with the herziening.
 * A page done twice counts once.
 */
export async function beproefBlad(
  deur: Deur,
  plek: HerzieningPlek,
  herziening: Herziening,
): Promise<BladUitkomst> {
  const { gemeenteId, herzieningId } = plek;
  const blad = await leesBlad(deur, plek, herziening);
  const teller = new Teller(herziening.tellingen);
  const regels: Herzieningsregel[] = [];
  return metTransactie(deur.dataSource, gemeenteId, async (runner) => {
    const wijziging = wijzigingVan(herziening.voorstel, await nieuwsteKalender(runner), deur.tabel);
    for (const traject of blad) {
      const verplaatst = verplaatsingen(traject, wijziging, 'Proefberekening.');
      teller.tel(traject.toestand, traject.omgeving, verplaatst);
      for (const een of verplaatst ?? []) regels.push(voorzien(traject, een));
    }
    const nu = await leesRij(runner, herzieningId, true);
    if (nu?.status !== 'proef' || nu.laatsteTrajectId !== herziening.laatsteTrajectId) {
      return { soort: 'verder', gedaan: nu?.voortgang ?? 0 };
    }
    await schrijfRegels(runner, plek, regels);
    const gedaan = nu.voortgang + blad.length;
    const klaar = blad.length < BLADGROOTTE;
    await runner.query(
      `UPDATE termijnherziening SET tellingen = $2, voortgang = $3, laatste_traject_id = $4,
              status = CASE WHEN $5::boolean THEN 'voorgesteld' ELSE status END,
              beproefd_tijdstip = CASE WHEN $5::boolean THEN clock_timestamp() END,
              bijgewerkt_tijdstip = clock_timestamp()
        WHERE id = $1`,
      [
        herzieningId,
        JSON.stringify(teller.uitkomst),
        gedaan,
        blad.at(-1)?.trajectId ?? nu.laatsteTrajectId,
        klaar,
      ],
    );
    return { soort: klaar ? 'klaar' : 'verder', gedaan };
  });
}

function voorzien({ trajectId, versie }: BladTraject, een: TermijnVerplaatst): Herzieningsregel {
  return {
    trajectId,
    sleutel: een.sleutel,
    code: een.code,
    oud: een.oudUiterlijkOp,
    nieuw: een.uiterlijkOp,
    werkelijk: null,
    reden: redenVan(een),
    trajectVersie: versie,
    uitkomst: 'voorzien',
  };
}
