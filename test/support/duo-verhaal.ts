import { duoGelukt, maakDuoFake, type DuoFake } from '#adapters/duo/duo-fake.adapter.js';
import type { Inburgeringsplicht } from '#adapters/duo/sdi005-inburgeringsplicht.js';
import type { DuoBron } from '#domain/keten/gebeurtenissen.js';
import type { Opdracht } from '#domain/traject/opdracht.js';

/** A DUO that takes every message. */
export function meegaandeDuo(): DuoFake {
  const duo = maakDuoFake();
  const klaar = duoGelukt(null);
  duo.antwoordt('leverPip', klaar);
  duo.antwoordt('verwijderPip', klaar);
  duo.antwoordt('leverAanbod', klaar);
  duo.antwoordt('verwijderAanbod', klaar);
  duo.antwoordt('zetPvt', klaar);
  duo.antwoordt('zetMap', klaar);
  duo.antwoordt('zetUrenParticipatieAlsTaalles', klaar);
  return duo;
}

/** Has DUO know the facts of this step from now on; answers their source, or null when the step is a person's. */
export function laatDuoWeten(duo: DuoFake, opdracht: Opdracht): DuoBron | null {
  switch (opdracht.soort) {
    case 'verwerkPlicht': {
      const { plichtig, beginOp, eindeOp, kennisgevingOp, redenGeenPlicht } = opdracht.feiten;
      duo.antwoordt(
        'haalInburgeringsplicht',
        duoGelukt({
          indicatorInburgeringsplicht: plichtig,
          ...(beginOp === null ? {} : { begindatum: beginOp }),
          ...(eindeOp === null ? {} : { einddatum: eindeOp }),
          ...(kennisgevingOp === null
            ? {}
            : { datumKennisgevingInburgeringsplicht: kennisgevingOp }),
          ...(redenGeenPlicht === null
            ? {}
            : {
                redenGeenInburgeringsplicht:
                  redenGeenPlicht as Required<Inburgeringsplicht>['redenGeenInburgeringsplicht'],
              }),
        }),
      );
      return 'plicht';
    }
    case 'verwerkDoelgroep': {
      const { indeling, gedetailleerd } = opdracht.feiten;
      const detail = gedetailleerd === null ? {} : { gedetailleerdeDoelgroep: gedetailleerd };
      duo.antwoordt('haalDoelgroep', duoGelukt({ indeling, ...detail }));
      return 'doelgroep';
    }
    case 'verwerkTermijn':
      duo.antwoordt(
        'haalTermijn',
        opdracht.termijn === null
          ? { soort: 'onbekend', afwijkingen: [] }
          : duoGelukt({
              startdatum: opdracht.termijn.startOp,
              einddatum: opdracht.termijn.eindeOp,
            }),
      );
      return 'termijn';
    case 'verwerkLbt':
      duo.antwoordt(
        'haalLbtResultaten',
        duoGelukt(
          opdracht.resultaten.map(({ afnameOp, resultaat }) => ({
            datumAfname: afnameOp,
            resultaat,
            behaaldeScore: 10,
            benodigdeScore: 8,
          })),
        ),
      );
      return 'lbt';
    case 'verwerkExamens':
      duo.antwoordt(
        'haalExamenresultaten',
        duoGelukt(
          opdracht.resultaten.flatMap(({ onderdeel, niveau, examenOp, resultaat }) =>
            examenOp === null
              ? []
              : [
                  {
                    onderdeel,
                    examendatum: examenOp,
                    resultaat,
                    ...(niveau === null ? {} : { niveau }),
                  },
                ],
          ),
        ),
      );
      return 'examens';
    default:
      return null;
  }
}
