import { dagenTussen, plusDagen, plusMaanden, type IsoDatum } from '../datum/datum.js';

/** Likely causes of a difference with DUO. */
export const DUO_OORZAKEN = [
  'gelijk',
  'einddatum_als_laatste_dag',
  'maandeinde_of_schrikkeldag',
  'verwachte_verlenging_toegekend',
  'verlenging_niet_verwerkt',
  'verlenging_niet_bekend',
  'onbekend',
] as const;

export type DuoOorzaak = (typeof DUO_OORZAKEN)[number];

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

/** Our own last days, inclusive. */
export interface EigenEinden {
  /** With the verlengingen that DUO granted, as far as they are known here. */
  readonly eigen: IsoDatum;
  readonly zonderVerlenging: IsoDatum;
  /** With also the verlengingen that are only expected. */
  readonly metVerwachte: IsoDatum;
}

const TOELICHTING: Readonly<Record<DuoOorzaak, string>> = {
  gelijk: 'DUO en de eigen berekening geven dezelfde laatste dag.',
  einddatum_als_laatste_dag:
    'Het verschil is een dag: waarschijnlijk is de einddatum van DUO, de eerste dag na de termijn, als laatste dag gelezen of andersom.',
  maandeinde_of_schrikkeldag:
    'DUO telt waarschijnlijk vanaf de dag van aanvang; bij een maandeinde of schrikkeldag scheelt dat een of meer dagen.',
  verwachte_verlenging_toegekend:
    'De laatste dag van DUO past bij een verlenging die hier als verwacht staat: DUO heeft die waarschijnlijk toegekend. Leg de toekenning vast.',
  verlenging_niet_verwerkt:
    'De laatste dag van DUO is die zonder de verlenging die hier als toegekend staat: waarschijnlijk heeft DUO die nog niet verwerkt, of is zij hier ten onrechte vastgelegd.',
  verlenging_niet_bekend:
    'DUO heeft de termijn waarschijnlijk verlengd; die verlenging is hier niet bekend.',
  onbekend: 'De oorzaak is niet af te leiden; vraag DUO naar de berekening.',
};

/** The longest difference that a way of counting months can cause, in days. */
const MAANDEINDE = 3;

function oorzaakVan(
  pipDagtekening: IsoDatum,
  { eigen, zonderVerlenging, metVerwachte }: EigenEinden,
  duoLaatsteDag: IsoDatum,
): DuoOorzaak {
  const verschil = dagenTussen(eigen, duoLaatsteDag);
  if (verschil === 0) return 'gelijk';
  // The first day after the termijn, as DUO counts.
  const einddatum = plusDagen(duoLaatsteDag, 1);
  const maanden =
    (Number(einddatum.slice(0, 4)) - Number(pipDagtekening.slice(0, 4))) * 12 +
    Number(einddatum.slice(5, 7)) -
    Number(pipDagtekening.slice(5, 7));
  const vanafAanvang = plusMaanden(plusDagen(pipDagtekening, 1), maanden);
  if (Math.abs(verschil) <= MAANDEINDE && vanafAanvang === einddatum) {
    return 'maandeinde_of_schrikkeldag';
  }
  if (Math.abs(verschil) === 1) return 'einddatum_als_laatste_dag';
  if (duoLaatsteDag === metVerwachte) return 'verwachte_verlenging_toegekend';
  if (duoLaatsteDag === zonderVerlenging) return 'verlenging_niet_verwerkt';
  return verschil > 0 ? 'verlenging_niet_bekend' : 'onbekend';
}

/**
 * Compares our own end of the inburgeringstermijn with the one DUO states.
 * @param pipDagtekening dagtekening of the first PIP.
 * @param duoLaatsteDag DUO's last day, inclusive.
 */
export function vergelijkMetDuo(
  pipDagtekening: IsoDatum,
  einden: EigenEinden,
  duoLaatsteDag: IsoDatum,
): DuoVergelijking {
  const oorzaak = oorzaakVan(pipDagtekening, einden, duoLaatsteDag);
  return {
    eigenLaatsteDag: einden.eigen,
    duoLaatsteDag,
    verschilDagen: dagenTussen(einden.eigen, duoLaatsteDag),
    oorzaak,
    toelichting: TOELICHTING[oorzaak],
  };
}
