import { dagenTussen, plusDagen } from '../../datum/datum.js';
import { datumTekst } from '../../datum/datum-tekst.js';
import { DomainError } from '../../fout.js';
import { duurTekst, telAf } from '../duur.js';
import { duurVan, type Rekenresultaat } from '../rekenaar.js';
import type { Rekenblad } from '../rekenblad.js';
import type { Duur } from '../typen.js';
import { weiger, type Feiten } from '../velden.js';
import { nietVerlengd, verlengd } from './verlenging-uitkomst.js';

/** Onderwijsroute: no real start within six months after the PIP gives a fixed six months. */
function onderwijsroute(feiten: Feiten, blad: Rekenblad): Rekenresultaat {
  const eindeTermijn = feiten.datum('eindeTermijn');
  const duur = duurVan(blad.rij);
  const grens = telAf(feiten.datum('pipDagtekening'), duur);
  const start = feiten.datumOf('startLessenOp');
  blad.stap(`${duurTekst(duur)} na het PIP is ${datumTekst(grens)}.`, grens);
  // Either way the other case of this ground may give more or less.
  if (blad.rij.drempel !== undefined) {
    blad.voorbehoud(
      `Bleef ook het aanbod zelf langer dan ${duurTekst(blad.rij.drempel)} na het PIP uit, dan telt de tijd zonder aanbod daarna; die dag is hier niet opgegeven.`,
    );
  }
  const bekend = start ?? blad.peildatum;
  if (bekend !== undefined && bekend <= grens) {
    return nietVerlengd(
      blad,
      eindeTermijn,
      start === undefined
        ? 'de zes maanden zijn op de peildatum nog niet voorbij.'
        : `het taalschakeltraject begon op tijd, op ${datumTekst(start)}.`,
    );
  }
  blad.stap(`Het taalschakeltraject begon niet binnen die tijd: vast ${duurTekst(duur)} erbij.`);
  return verlengd(blad, eindeTermijn, telAf(eindeTermijn, duur), undefined);
}

/**
 * Lessons may begin during the brede intake, so before the PIP; but nothing followed longer than two years before the
 * PIP ever counts for an inburgering (Bi 3.14 lid 6), so that lessons of before then are no inburgeringsaanbod.
 */
const EERDER_DAN_PIP: Duur = { aantal: 2, eenheid: 'jaren' };

function onmogelijk(feiten: Feiten): Rekenresultaat | null {
  const pipDagtekening = feiten.datum('pipDagtekening');
  if (pipDagtekening > feiten.datum('eindeTermijn')) {
    return weiger(
      'FEIT_ONMOGELIJK',
      'pipDagtekening',
      'pipDagtekening ligt na eindeTermijn; de termijn begint met het PIP.',
    );
  }
  const start = feiten.datumOf('startLessenOp');
  return start !== undefined && start < telAf(pipDagtekening, EERDER_DAN_PIP, -1)
    ? weiger(
        'FEIT_ONMOGELIJK',
        'startLessenOp',
        `startLessenOp ligt meer dan ${duurTekst(EERDER_DAN_PIP)} vóór pipDagtekening.`,
      )
    : null;
}

/** Ground g: the time without aanbod after the first three months; asiel only. */
export function lateStart(feiten: Feiten, blad: Rekenblad): Rekenresultaat {
  const eindeTermijn = feiten.datum('eindeTermijn');
  const fout = onmogelijk(feiten);
  if (fout !== null) return fout;
  if (feiten.tekstOf('doelgroep', 'asiel') === 'gezin') {
    return nietVerlengd(
      blad,
      eindeTermijn,
      'alleen een asielstatushouder krijgt een inburgeringsaanbod van de gemeente.',
    );
  }
  if (feiten.tekst('leerroute') === 'O') return onderwijsroute(feiten, blad);
  const { drempel } = blad.rij;
  if (drempel === undefined) {
    throw new DomainError('RIJ_ZONDER_DREMPEL', 'De rij van grond g heeft geen drempel.');
  }
  const grens = telAf(feiten.datum('pipDagtekening'), drempel);
  blad.stap(`${duurTekst(drempel)} na het PIP is ${datumTekst(grens)}.`, grens);
  const start = feiten.datumOf('startLessenOp');
  if (start === undefined && blad.peildatum === undefined) {
    return weiger(
      'FEIT_ONTBREEKT',
      'peildatum',
      'peildatum ontbreekt; zonder startLessenOp telt de tijd zonder aanbod tot en met de peildatum.',
    );
  }
  const laatsteDagZonder = start === undefined ? blad.peildatum : plusDagen(start, -1);
  const dagen = laatsteDagZonder === undefined ? 0 : dagenTussen(grens, laatsteDagZonder);
  if (laatsteDagZonder === undefined || dagen <= 0) {
    return nietVerlengd(
      blad,
      eindeTermijn,
      `er bleef na ${datumTekst(grens)} geen tijd zonder aanbod.`,
    );
  }
  blad.stap(
    `Zonder aanbod van ${datumTekst(plusDagen(grens, 1))} tot en met ${datumTekst(laatsteDagZonder)}: ${duurTekst({ aantal: dagen, eenheid: 'dagen' })}.`,
    laatsteDagZonder,
  );
  if (start === undefined) {
    blad.voorbehoud('De lessen zijn nog niet begonnen; geteld is tot en met de peildatum.');
  }
  return verlengd(blad, eindeTermijn, plusDagen(eindeTermijn, dagen), undefined);
}
