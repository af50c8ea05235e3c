import { laatste, plusDagen, plusMaanden, type IsoDatum } from '../../datum/datum.js';
import { datumTekst } from '../../datum/datum-tekst.js';
import { bron } from '../artikelen.js';
import { duurTekst, telAf } from '../duur.js';
import { duurVan, type Rekenaar } from '../rekenaar.js';
import type { Rekenblad } from '../rekenblad.js';
import { DATUM, DATUM_OPTIONEEL, WAARHEID, weiger, type Schema } from '../velden.js';

const PIP_MET_AANVANG: Schema = { aanvangOp: DATUM };
const PIP_MET_FEITEN: Schema = {
  kennisgevingOp: DATUM,
  gehuisvestViaHvw28: WAARHEID,
  inschrijvingOp: DATUM_OPTIONEEL,
};

/** Until 2023 the registration counted for everyone; without one the later rule stands in. */
function aanvangTienWeken(
  blad: Rekenblad,
  kennisgevingOp: IsoDatum,
  gehuisvest: boolean,
  inschrijvingOp: IsoDatum | undefined,
): IsoDatum | null {
  const oudeTekst = blad.rij.geldigTot !== undefined;
  if (oudeTekst && inschrijvingOp !== undefined) {
    blad.stap('Volgens de tekst tot 2023 telt voor iedereen de inschrijving.', inschrijvingOp);
    blad.voorbehoud(
      'Dat de aanvang van de tien weken per 1 januari 2023 is gewijzigd, is afgeleid en niet in de bekendmaking nagelezen.',
    );
    return inschrijvingOp;
  }
  if (oudeTekst && !gehuisvest) {
    blad.voorbehoud(
      'Volgens de tekst tot 2023 telde de inschrijving in de basisregistratie personen; die dag is niet opgegeven.',
    );
  }
  if (!gehuisvest) {
    blad.stap(
      'De dag van de kennisgeving telt: geen huisvesting op grond van artikel 28 Huisvestingswet 2014.',
      kennisgevingOp,
    );
    return kennisgevingOp;
  }
  if (inschrijvingOp === undefined) {
    blad.stap(
      'De tien weken zijn nog niet begonnen: de persoon wordt gehuisvest op grond van artikel 28 Huisvestingswet 2014 en is nog niet in die gemeente ingeschreven.',
    );
    return null;
  }
  if (inschrijvingOp <= kennisgevingOp) {
    blad.stap(
      'De persoon was bij de kennisgeving al in de gemeente ingeschreven: de kennisgeving telt.',
      kennisgevingOp,
    );
    return kennisgevingOp;
  }
  blad.stap(
    `Bij de kennisgeving op ${datumTekst(kennisgevingOp)} was de persoon nog niet ingeschreven in de gemeente die hem huisvest: de inschrijving telt.`,
    inschrijvingOp,
  );
  return inschrijvingOp;
}

const PIP_VASTSTELLEN: Rekenaar = {
  velden: (ruw) => {
    if (ruw['aanvangOp'] !== undefined) return PIP_MET_AANVANG;
    if (Object.keys(ruw).length > 0) return PIP_MET_FEITEN;
    return {
      schemaFout: weiger(
        'FEIT_ONTBREEKT',
        'aanvangOp',
        'aanvangOp ontbreekt; geef aanvangOp, of kennisgevingOp en gehuisvestViaHvw28.',
      ).fout,
    };
  },
  reken: (feiten, blad) => {
    const aanvangOp = feiten.heeft('aanvangOp')
      ? feiten.datum('aanvangOp')
      : aanvangTienWeken(
          blad,
          feiten.datum('kennisgevingOp'),
          feiten.waar('gehuisvestViaHvw28'),
          feiten.datumOf('inschrijvingOp'),
        );
    if (aanvangOp === null) return { uiterlijkOp: null };
    return { uiterlijkOp: blad.verloop(aanvangOp, duurVan(blad.rij)), aanvangOp };
  },
};

const PIP_NA_INFORMATIE_DERDEN: Rekenaar = {
  velden: () => ({ ontvangenOp: DATUM, eindeTienWeken: DATUM_OPTIONEEL }),
  reken: (feiten, blad) => {
    const einde = blad.verloop(feiten.datum('ontvangenOp'), duurVan(blad.rij));
    const tienWeken = feiten.datumOf('eindeTienWeken');
    if (einde === null || tienWeken === undefined) return { uiterlijkOp: einde };
    const later = laatste(einde, tienWeken);
    blad.stap(
      later === einde
        ? `Dit is niet eerder dan het einde van de tien weken (${datumTekst(tienWeken)}).`
        : `De tien weken lopen langer: ${datumTekst(tienWeken)} blijft de laatste dag.`,
      later,
    );
    return { uiterlijkOp: later };
  },
};

const INBURGERINGSTERMIJN: Rekenaar = {
  velden: () => ({ pipDagtekening: DATUM, eerstePipDagtekening: DATUM_OPTIONEEL }),
  reken: (feiten, blad) => {
    const dagtekening = feiten.datum('pipDagtekening');
    const eerste = feiten.datumOf('eerstePipDagtekening') ?? dagtekening;
    if (eerste > dagtekening) {
      return weiger(
        'FEIT_ONMOGELIJK',
        'eerstePipDagtekening',
        'eerstePipDagtekening ligt na pipDagtekening.',
      );
    }
    if (eerste < dagtekening) {
      blad.stap(
        `Het PIP van ${datumTekst(dagtekening)} vervangt dat van ${datumTekst(eerste)}; de aanvang verandert daardoor niet.`,
        eerste,
        bron('Wi', '11 lid 3'),
      );
    }
    const duur = duurVan(blad.rij);
    const einde = blad.verloop(eerste, duur) ?? eerste;
    const aanvangOp = plusDagen(eerste, 1);
    const einddatumExclusief = plusDagen(einde, 1);
    blad.stap(
      `De termijn begint op ${datumTekst(aanvangOp)}; de eerste dag erna is ${datumTekst(einddatumExclusief)}. Noemt DUO een andere datum, dan gaat die voor.`,
      einddatumExclusief,
    );
    if (telAf(aanvangOp, duur) !== einddatumExclusief) {
      blad.voorbehoud(
        `Wie ${duurTekst(duur)} telt vanaf de dag van aanvang komt een of meer dagen anders uit; de einddatum van DUO is beslissend.`,
      );
    }
    return { uiterlijkOp: einde, aanvangOp, einddatumExclusief };
  },
};

const ONTZORGEN: Rekenaar = {
  velden: () => ({ rechtOpBijstandOp: DATUM }),
  reken: (feiten, blad) => {
    const recht = feiten.datum('rechtOpBijstandOp');
    const duur = duurVan(blad.rij);
    blad.aanvang(recht);
    const dagErvoor = telAf(plusDagen(recht, -1), duur);
    const dagZelf = plusDagen(telAf(recht, duur), -1);
    const einde = {
      laatste: laatste(dagErvoor, dagZelf),
      dag_ervoor: dagErvoor,
      dag_zelf: dagZelf,
    }[blad.keuzes.ontzorgenTelling];
    blad.stap(`${duurTekst(duur)}, die dag meegeteld, eindigt op ${datumTekst(einde)}.`, einde);
    if (dagErvoor !== dagZelf) {
      blad.stap(
        `De twee manieren van tellen geven ${datumTekst(dagErvoor)} en ${datumTekst(dagZelf)}; volgens de instelling geldt ${datumTekst(einde)}.`,
        einde,
      );
    }
    return { uiterlijkOp: blad.verschuif(recht, einde, duur, blad.rij.algemeneTermijnenwet) };
  },
};

const AFLOSSING: Rekenaar = {
  velden: () => ({ eindePlicht: DATUM }),
  reken: (feiten, blad) => {
    const einde = feiten.datum('eindePlicht');
    blad.aanvang(einde);
    const na = blad.tel(einde, duurVan(blad.rij));
    const vroegstOp = na.endsWith('-01') ? na : plusMaanden(`${na.slice(0, 8)}01` as IsoDatum, 1);
    blad.stap(
      `De aflossing begint op de eerste dag van een maand: ${datumTekst(vroegstOp)}.`,
      vroegstOp,
    );
    return { uiterlijkOp: null, vroegstOp };
  },
};

/** Codes from kennisgeving to the inburgeringstermijn, ontzorgen and the loan. */
export const INBURGERING_REKENAARS: readonly (readonly [string, Rekenaar])[] = [
  ['PIP_VASTSTELLEN', PIP_VASTSTELLEN],
  ['PIP_NA_INFORMATIE_DERDEN', PIP_NA_INFORMATIE_DERDEN],
  ['INBURGERINGSTERMIJN', INBURGERINGSTERMIJN],
  ['ONTZORGEN', ONTZORGEN],
  ['AFLOSSING_SOCIALE_LENING_VANAF', AFLOSSING],
];
