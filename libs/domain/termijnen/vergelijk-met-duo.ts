import { dagenTussen, plusDagen, plusMaanden, type IsoDatum } from '../datum/datum.js';

type DuoOorzaak =
  | 'gelijk'
  | 'einddatum_als_laatste_dag'
  | 'maandeinde_of_schrikkeldag'
  | 'verlenging_niet_bekend'
  | 'onbekend';

/** Our end beside DUO's; DUO's is the one that counts. */
export interface DuoVergelijking {
  readonly eigenLaatsteDag: IsoDatum;
  readonly duoLaatsteDag: IsoDatum;
  /** Days by which DUO's end is later (negative: earlier). */
  readonly verschilDagen: number;
  readonly oorzaak: DuoOorzaak;
  /** Likely cause, in Dutch. */
  readonly toelichting: string;
}

const TOELICHTING: Readonly<Record<DuoOorzaak, string>> = {
  gelijk: 'DUO en de eigen berekening geven dezelfde laatste dag.',
  einddatum_als_laatste_dag:
    'Het verschil is een dag: waarschijnlijk is de einddatum van DUO, de eerste dag na de termijn, als laatste dag gelezen of andersom.',
  maandeinde_of_schrikkeldag:
    'DUO telt waarschijnlijk vanaf de dag van aanvang; bij een maandeinde of schrikkeldag scheelt dat een of meer dagen.',
  verlenging_niet_bekend:
    'DUO heeft de termijn waarschijnlijk verlengd; die verlenging is hier niet bekend.',
  onbekend: 'De oorzaak is niet af te leiden; vraag DUO naar de berekening.',
};

/** The longest difference that a way of counting months can cause, in days. */
const MAANDEINDE = 3;

/**
 * Compares our forecast of the inburgeringstermijn with the termijn DUO states.
 * @param pipDagtekening dagtekening of the first PIP.
 * @param eigenLaatsteDag our last day, inclusive.
 * @param duoEinddatum DUO's `einddatum`, exclusive: the first day after the termijn.
 */
export function vergelijkMetDuo(
  pipDagtekening: IsoDatum,
  eigenLaatsteDag: IsoDatum,
  duoEinddatum: IsoDatum,
): DuoVergelijking {
  const duoLaatsteDag = plusDagen(duoEinddatum, -1);
  const verschilDagen = dagenTussen(eigenLaatsteDag, duoLaatsteDag);
  const maanden =
    (Number(duoEinddatum.slice(0, 4)) - Number(pipDagtekening.slice(0, 4))) * 12 +
    Number(duoEinddatum.slice(5, 7)) -
    Number(pipDagtekening.slice(5, 7));
  const vanafAanvang = plusMaanden(plusDagen(pipDagtekening, 1), maanden);
  let oorzaak: DuoOorzaak = 'onbekend';
  if (verschilDagen === 0) oorzaak = 'gelijk';
  else if (Math.abs(verschilDagen) <= MAANDEINDE && vanafAanvang === duoEinddatum) {
    oorzaak = 'maandeinde_of_schrikkeldag';
  } else if (Math.abs(verschilDagen) === 1) oorzaak = 'einddatum_als_laatste_dag';
  else if (verschilDagen > 0) oorzaak = 'verlenging_niet_bekend';
  return {
    eigenLaatsteDag,
    duoLaatsteDag,
    verschilDagen,
    oorzaak,
    toelichting: TOELICHTING[oorzaak],
  };
}
