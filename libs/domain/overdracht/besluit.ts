import type { Persoon } from '../traject/persoon.js';
import type { Besluiten } from '../traject/onderwerp.js';
import { besloten, geweigerd } from '../traject/kern.js';
import {
  eersteWeigering,
  nietEerderDan,
  nietInToekomst,
  nogNietVastgelegd,
} from '../traject/regels.js';
import { corrigeerCoaProfiel, beoordeelCoaProfiel, trekCoaOverdrachtIn } from './correctie.js';
import type { OverdrachtOpdracht } from './opdrachten.js';
import { vergelijkProfiel, vulAan } from './profiel.js';

function spreektTegen(oud: Persoon, nieuw: Persoon): 'bsn' | 'vNummer' | null {
  if (oud.bsn !== null && nieuw.bsn !== null && oud.bsn !== nieuw.bsn) return 'bsn';
  if (oud.vNummer !== null && nieuw.vNummer !== null && oud.vNummer !== nieuw.vNummer)
    return 'vNummer';
  return null;
}

function anderePersoon(veld: 'bsn' | 'vNummer') {
  return geweigerd(
    'ANDERE_PERSOON',
    'Het nummer wijkt af van het nummer in het dossier. Controleer of dit dezelfde persoon is.',
    { veld },
  );
}

export const overdrachtBesluiten: Besluiten<OverdrachtOpdracht> = {
  openTraject: () => geweigerd('TRAJECT_BESTAAT', 'Er loopt al een traject voor deze persoon.'),
  legCoaProfielVast: (toestand, { persoon, profiel, medisch, afdruk }, omgeving) => {
    const nee = nietInToekomst(profiel.koppelingOp, 'koppelingOp', omgeving);
    if (nee) return nee;
    const anders = spreektTegen(toestand.persoon, persoon);
    if (anders) return anderePersoon(anders);
    const vastgelegd = { soort: 'coaProfielVastgelegd' as const, persoon, profiel, medisch };
    if (afdruk === undefined) return besloten(vastgelegd);
    const wijziging = vergelijkProfiel(toestand, { persoon, profiel, afdruk });
    // COA says what it said before.
    return wijziging.vorigNr !== null && wijziging.velden.length === 0
      ? besloten()
      : besloten({ ...vastgelegd, afdruk, wijziging });
  },
  corrigeerCoaProfiel,
  beoordeelCoaProfiel,
  trekCoaOverdrachtIn,
  vulPersoonAan: (toestand, { persoon }) => {
    const anders = spreektTegen(toestand.persoon, persoon);
    if (anders) return anderePersoon(anders);
    const aangevuld = vulAan(toestand.persoon, persoon);
    const gelijk = (['bsn', 'vNummer', 'naam', 'geboortedatum'] as const).every(
      (veld) => aangevuld[veld] === toestand.persoon[veld],
    );
    return gelijk ? besloten() : besloten({ soort: 'persoonAangevuld', persoon });
  },
  kiesScenario: (toestand, { scenario }) =>
    nogNietVastgelegd(toestand.scenario, 'Het scenario') ??
    besloten({ soort: 'scenarioGekozen', scenario }),
  rondDriegesprekAf: (toestand, { vorm, gevoerdOp, verslag }, omgeving) =>
    eersteWeigering(
      nogNietVastgelegd(toestand.driegesprek, 'Het driegesprek'),
      nietInToekomst(gevoerdOp, 'gevoerdOp', omgeving),
      nietEerderDan(
        gevoerdOp,
        toestand.koppeling?.op ?? null,
        'gevoerdOp',
        'de koppeling door COA',
      ),
    ) ?? besloten({ soort: 'driegesprekGevoerd', vorm, gevoerdOp, verslag: verslag ?? null }),
};
