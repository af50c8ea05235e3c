import { datumTekst } from '../../datum/datum-tekst.js';
import { bron } from '../artikelen.js';
import { duurTekst, telAf } from '../duur.js';
import type { Rekenaar } from '../rekenaar.js';
import type { Duur, Eenheid } from '../typen.js';
import { DATUM, keuze, optioneel, WAARHEID, weiger, type Schema, type Veld } from '../velden.js';

const WEEK = 7;
const EENHEDEN: readonly Eenheid[] = ['dagen', 'weken', 'maanden', 'jaren'];
const GRENZEN: Readonly<Record<Eenheid, Veld>> = {
  dagen: { soort: 'getal', min: 1, max: 73_000 },
  weken: { soort: 'getal', min: 1, max: 10_400 },
  maanden: { soort: 'getal', min: 1, max: 2_400 },
  jaren: { soort: 'getal', min: 1, max: 200 },
};
const GEMEENSCHAPPELIJK: Schema = {
  vanafOp: DATUM,
  richting: optioneel(keuze('vooruit', 'terug')),
  algemeneTermijnenwet: WAARHEID,
};
const SCHEMAS: Readonly<Record<Eenheid, Schema>> = {
  dagen: { ...GEMEENSCHAPPELIJK, dagen: GRENZEN.dagen },
  weken: { ...GEMEENSCHAPPELIJK, weken: GRENZEN.weken },
  maanden: { ...GEMEENSCHAPPELIJK, maanden: GRENZEN.maanden },
  jaren: { ...GEMEENSCHAPPELIJK, jaren: GRENZEN.jaren },
};

const VRIJE_TERMIJN: Rekenaar = {
  velden: (ruw) => {
    const eenheid = EENHEDEN.find((naam) => ruw[naam] !== undefined);
    if (eenheid !== undefined) return SCHEMAS[eenheid];
    return {
      schemaFout: weiger(
        'FEIT_ONTBREEKT',
        'dagen',
        'dagen ontbreekt; geef een van dagen, weken, maanden of jaren.',
      ).fout,
    };
  },
  reken: (feiten, blad) => {
    const eenheid = EENHEDEN.find((naam) => feiten.heeft(naam)) ?? 'dagen';
    const duur: Duur = { aantal: feiten.getal(eenheid), eenheid };
    const vanaf = feiten.datum('vanafOp');
    if (feiten.tekstOf('richting', 'vooruit') === 'vooruit') {
      return { uiterlijkOp: blad.verloop(vanaf, duur, feiten.waar('algemeneTermijnenwet')) };
    }
    if (blad.schorsingen.length > 0) {
      return weiger(
        'SCHORSING_ONBEKEND_BIJ_TERMIJN',
        'schorsingen',
        'schorsingen: een teruggerekende termijn kent geen opschorting.',
      );
    }
    blad.aanvang(vanaf);
    const dag = telAf(vanaf, duur, -1);
    blad.stap(`${duurTekst(duur)} vóór ${datumTekst(vanaf)} is ${datumTekst(dag)}.`, dag);
    if (feiten.waar('algemeneTermijnenwet')) {
      blad.stap(
        'Een teruggerekende termijn verschuift niet door de Algemene termijnenwet.',
        dag,
        bron('Atw', '1 lid 2'),
      );
    }
    return { uiterlijkOp: dag };
  },
};

const HUISVESTING: Rekenaar = {
  velden: () => ({ vergunningOp: DATUM }),
  reken: (feiten, blad) => {
    const { koppeling, woning, verhuizing } = blad.keuzes.huisvestingWeken;
    const weken = (aantal: number): Duur => ({ aantal: aantal * WEEK, eenheid: 'dagen' });
    const vergunningOp = feiten.datum('vergunningOp');
    blad.aanvang(vergunningOp);
    const koppelingOp = telAf(vergunningOp, weken(koppeling));
    blad.stap(
      `Koppeling aan de gemeente na ${koppeling} weken: ${datumTekst(koppelingOp)}.`,
      koppelingOp,
    );
    const woningOp = telAf(koppelingOp, weken(woning));
    blad.stap(`Woning gevonden ${woning} weken later: ${datumTekst(woningOp)}.`, woningOp);
    const uiterlijkOp = telAf(woningOp, weken(verhuizing));
    blad.stap(`Verhuisd ${verhuizing} weken later: ${datumTekst(uiterlijkOp)}.`, uiterlijkOp);
    return { uiterlijkOp, koppelingOp, woningOp };
  },
};

/** The free computation and the practice norm for housing. */
export const OVERIGE_REKENAARS: readonly (readonly [string, Rekenaar])[] = [
  ['VRIJE_TERMIJN', VRIJE_TERMIJN],
  ['HUISVESTING', HUISVESTING],
];
