/**
 * What the law says of every term, written down a second time and apart from the table: code, part, length, whether
 * the Termijnenwet applies, provision, first day. `vanaf`: shortest circumstance that counts; `hoogstens`: longest
 * extension. A new law is a line beside these; a line that stands never changes.
 */
export const RECHTSFEITEN: readonly string[] = `
PIP_VASTSTELLEN||10 weken|ja|Bi 5.3 lid 1|2022-01-01
PIP_VASTSTELLEN||10 weken|ja|Bi 5.3 lid 1|2023-01-01
PIP_NA_INFORMATIE_DERDEN||2 weken|ja|Bi 5.3 lid 2|2022-01-01
PIP_NA_VERHUIZING||10 weken|ja|Bi 5.3 lid 3|2022-01-01
BREDE_INTAKE_NA_BOETE||2 maanden|nee|Wi 22 lid 2|2022-01-01
LEERROUTE_WIJZIGEN||18 maanden|nee|Bi 5.4 lid 1|2022-01-01
AANBOD_RICHTDATUM|B|3 maanden|markering|Ri 4.1|2022-01-01
AANBOD_RICHTDATUM|O|6 maanden|markering|Ri 4.1|2022-01-01
AANBOD_RICHTDATUM|Z|3 maanden|markering|Ri 4.1|2022-01-01
HUISVESTING||14 weken|nee|Hvw 28|2015-01-01
INBURGERINGSTERMIJN||3 jaren|nee|Wi 11|2022-01-01
VERLENGING|a|vanaf 3 maanden|nee|Ri 4.1|2022-01-01
VERLENGING|b|3 maanden|nee|Ri 4.1|2022-01-01
VERLENGING|c|16 weken|nee|Ri 4.1|2022-01-01
VERLENGING|d|vanaf 3 maanden|nee|Ri 4.1|2022-01-01
VERLENGING|e|vanaf 3 maanden, hoogstens 6 maanden|nee|Ri 4.1|2022-01-01
VERLENGING|f|vanaf 3 maanden, hoogstens 2 jaren|nee|Ri 4.1|2022-01-01
VERLENGING|g|6 maanden, vanaf 3 maanden|nee|Ri 4.1|2022-01-01
VERLENGING|h|vanaf 3 maanden, hoogstens 6 maanden|nee|Ri 4.1|2022-01-01
VERLENGING|i|vanaf 3 maanden, hoogstens 2 jaren|nee|Ri 4.1|2022-01-01
VERLENGING|j|vanaf 3 maanden|nee|Ri 4.1|2022-01-01
VERLENGING|opleiding|2 jaren, hoogstens 2 jaren|nee|Bi 4.3 lid 2|2022-01-01
VERLENGING|inspanningen|6 maanden|nee|Bi 4.4|2022-01-01
VERLENGINGSAANVRAAG_VANAF||6 maanden|nee|Bi 4.5 lid 1|2022-01-01
BESLISSING_VERLENGING||8 weken|ja|Bi 4.5 lid 1|2022-01-01
ONDERBREKING||hoogstens 1 jaren|nee|Bi 4.2|2022-01-01
ONTZORGEN||6 maanden|nee|Pw 56a|2022-01-01
BESLISSING_VRIJSTELLING_ONTHEFFING||8 weken|ja|Bi 2.7 lid 5|2022-01-01
BEWAARTERMIJN|dossier|5 jaren|nee|Bi 9.9|2022-01-01
BEWAARTERMIJN|kern|50 jaren|nee|Bi 9.9|2022-01-01
BESLISSING_SOCIALE_LENING||8 weken|ja|Bi 6.5|2022-01-01
AFLOSSING_SOCIALE_LENING_VANAF||6 maanden|nee|Bi 6.7 lid 2|2022-01-01
VRIJE_TERMIJN|||ja|Atw 1 lid 1|1965-04-01
NIEUWE_TERMIJN_NA_BOETE|24||nee|Ri 7.4|2022-01-01
NIEUWE_TERMIJN_NA_BOETE|25-examen||nee|Ri 7.4|2022-01-01
NIEUWE_TERMIJN_NA_BOETE|25-uren-asiel||nee|Ri 7.4|2022-01-01
NIEUWE_TERMIJN_NA_BOETE|25-uren-gezin||nee|Ri 7.4|2022-01-01
HERHAALDE_BOETE||2 jaren|nee|Wi 24 lid 4|2022-01-01
RECIDIVE_ARTIKEL_23||12 maanden|nee|Bi 7.1 lid 3|2022-01-01
VERVAL_BOETEBEVOEGDHEID|22|3 jaren|nee|Awb 5:45|2022-01-01
VERVAL_BOETEBEVOEGDHEID|23|5 jaren|nee|Awb 5:45|2022-01-01
VERVAL_BOETEBEVOEGDHEID|24|3 jaren|nee|Awb 5:45|2022-01-01
VERVAL_BOETEBEVOEGDHEID|25|5 jaren|nee|Awb 5:45|2022-01-01
BOETEBESLUIT||13 weken|nee|Awb 5:51|2009-07-01
BEZWAARTERMIJN||6 weken|ja|Awb 6:7|1994-01-01
BESLISSING_OP_BEZWAAR|zonder-commissie|6 weken|ja|Awb 7:10|2009-10-01
BESLISSING_OP_BEZWAAR|met-commissie|12 weken|ja|Awb 7:10|2009-10-01
VERDAGING_BEZWAAR||6 weken|ja|Awb 7:10 lid 3|2009-10-01
AANVRAAG_BESLISSEN||8 weken|ja|Awb 4:13|1994-01-01
DWANGSOM||2 weken|ja|Awb 4:17|2009-10-01
`
  .trim()
  .split('\n');
