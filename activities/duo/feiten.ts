import type { DuoPersoonAanroep } from '#adapters/duo/aanroep.js';
import type { DuoPort } from '#adapters/duo/duo.port.js';
import type { DuoUitkomst } from '#adapters/duo/uitkomst.js';
import type { DuoBron } from '#domain/keten/gebeurtenissen.js';
import type { KetenOpdracht } from '#domain/keten/opdrachten.js';
import type { Opdracht } from '#domain/traject/opdracht.js';

export type Feitvertaling =
  | { readonly soort: 'feiten'; readonly opdracht: Opdracht }
  | {
      readonly soort: 'mislukt';
      readonly uitkomst: Exclude<DuoUitkomst<unknown>, { soort: 'gelukt' }>;
    };

type Haal = (duo: DuoPort, aanroep: DuoPersoonAanroep, tijdstip: string) => Promise<Feitvertaling>;

/** `leeg`: what an empty answer or 404 means for this source: DUO has nothing of the kind. */
function vertaal<W>(
  uitkomst: DuoUitkomst<W>,
  naar: (waarde: W) => Opdracht | null,
  leeg: Opdracht,
): Feitvertaling {
  if (uitkomst.soort === 'gelukt') {
    return { soort: 'feiten', opdracht: naar(uitkomst.waarde) ?? leeg };
  }
  if (uitkomst.soort === 'onbekend') return { soort: 'feiten', opdracht: leeg };
  return { soort: 'mislukt', uitkomst };
}

function niets(bron: DuoBron, gevraagdTijdstip: string): KetenOpdracht {
  return { soort: 'verwerkKetenfeit', bron, gevraagdTijdstip, feiten: 'null' };
}

/** Keys sorted at every depth, so that equal facts are equal texts. */
function canoniek(waarde: unknown): string {
  return JSON.stringify(waarde, (_sleutel, deel: unknown) =>
    deel !== null && typeof deel === 'object' && !Array.isArray(deel)
      ? Object.fromEntries(Object.entries(deel).sort(([a], [b]) => a.localeCompare(b)))
      : deel,
  );
}

function ketenfeit(
  bron: KetenOpdracht['bron'],
  haal: (duo: DuoPort, aanroep: DuoPersoonAanroep) => Promise<DuoUitkomst<unknown>>,
): Haal {
  return async (duo, aanroep, gevraagdTijdstip) =>
    vertaal(
      await haal(duo, aanroep),
      (waarde) => ({ soort: 'verwerkKetenfeit', bron, gevraagdTijdstip, feiten: canoniek(waarde) }),
      niets(bron, gevraagdTijdstip),
    );
}

/** Per source of facts: which GET, and what its answer asks of the journey. */
export const HAAL: Readonly<Record<DuoBron, Haal>> = {
  plicht: async (duo, aanroep, gevraagdTijdstip) =>
    vertaal(
      await duo.haalInburgeringsplicht(aanroep),
      (plicht) => ({
        soort: 'verwerkPlicht',
        gevraagdTijdstip,
        feiten: {
          plichtig: plicht.indicatorInburgeringsplicht,
          beginOp: plicht.begindatum ?? null,
          eindeOp: plicht.einddatum ?? null,
          kennisgevingOp: plicht.datumKennisgevingInburgeringsplicht ?? null,
          redenGeenPlicht: plicht.redenGeenInburgeringsplicht ?? null,
        },
      }),
      niets('plicht', gevraagdTijdstip),
    ),
  doelgroep: async (duo, aanroep, gevraagdTijdstip) =>
    vertaal(
      await duo.haalDoelgroep(aanroep),
      ({ indeling, gedetailleerdeDoelgroep }) =>
        indeling === undefined
          ? null
          : {
              soort: 'verwerkDoelgroep',
              gevraagdTijdstip,
              feiten: { indeling, gedetailleerd: gedetailleerdeDoelgroep ?? null },
            },
      niets('doelgroep', gevraagdTijdstip),
    ),
  termijn: async (duo, aanroep, gevraagdTijdstip) =>
    vertaal(
      await duo.haalTermijn(aanroep),
      ({ startdatum, einddatum }) => ({
        soort: 'verwerkTermijn',
        gevraagdTijdstip,
        termijn: { startOp: startdatum, eindeOp: einddatum },
      }),
      { soort: 'verwerkTermijn', gevraagdTijdstip, termijn: null },
    ),
  lbt: async (duo, aanroep, gevraagdTijdstip) =>
    vertaal(
      await duo.haalLbtResultaten(aanroep),
      (resultaten) => ({
        soort: 'verwerkLbt',
        gevraagdTijdstip,
        resultaten: resultaten.map(({ datumAfname, resultaat }) => ({
          afnameOp: datumAfname,
          resultaat,
        })),
      }),
      { soort: 'verwerkLbt', gevraagdTijdstip, resultaten: [] },
    ),
  examens: async (duo, aanroep, gevraagdTijdstip) =>
    vertaal(
      await duo.haalExamenresultaten(aanroep),
      (resultaten) => ({
        soort: 'verwerkExamens',
        gevraagdTijdstip,
        resultaten: resultaten.map(({ onderdeel, niveau, examendatum, resultaat }) => ({
          onderdeel,
          niveau: niveau ?? null,
          examenOp: examendatum,
          resultaat,
        })),
      }),
      { soort: 'verwerkExamens', gevraagdTijdstip, resultaten: [] },
    ),
  examennummer: ketenfeit('examennummer', (duo, aanroep) => duo.haalExamennummer(aanroep)),
  pip: ketenfeit('pip', (duo, aanroep) => duo.haalPip(aanroep)),
  vrijstelling: ketenfeit('vrijstelling', (duo, aanroep) => duo.haalVrijstellingen(aanroep)),
  ontheffing: ketenfeit('ontheffing', (duo, aanroep) => duo.haalOntheffingen(aanroep)),
  map: ketenfeit('map', (duo, aanroep) => duo.haalMap(aanroep)),
  pvt: ketenfeit('pvt', (duo, aanroep) => duo.haalPvt(aanroep)),
  uren: ketenfeit('uren', (duo, aanroep) => duo.haalUren(aanroep)),
};
