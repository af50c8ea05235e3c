import { datum, laatsteDagUitExclusief, score } from '../conversie.js';
import {
  keuze,
  lijst,
  object,
  Onleesbaar,
  optioneel,
  tekst,
  verplicht,
  vlag,
  type Lezer,
} from '../lezer.js';
import { verwijder, vraag, type OperatiesVan } from '../operatie.js';
import {
  ASIELRECHTEN_WIJZIGINGEN,
  DOELGROEPINDELINGEN,
  GEDETAILLEERDE_DOELGROEPEN,
  REDENEN_GEEN_INBURGERINGSPLICHT,
  type Doelgroep,
  type DoelgroepHistorie,
  type Inburgeringsplicht,
  type InburgeringsplichtHistorie,
  type Sdi005Port,
} from '../sdi005-inburgeringsplicht.js';
import {
  LBT_UITSLAGEN,
  type Examennummer,
  type LbtResultaat,
  type Sdi006Port,
} from '../sdi006-leerbaarheidstoets.js';
import type {
  Inburgeringstermijn,
  InburgeringstermijnHistorie,
  Sdi007Port,
  Verlengingsgrond,
} from '../sdi007-inburgeringstermijn.js';

const plichthistorie = {
  indicatorInburgeringsplicht: verplicht(vlag),
  begindatum: optioneel(datum),
  einddatum: optioneel(datum),
  wijzigingsdatum: optioneel(datum),
};
const plicht = object<Inburgeringsplicht>({
  ...plichthistorie,
  datumKennisgevingInburgeringsplicht: optioneel(datum),
  redenGeenInburgeringsplicht: optioneel(keuze(REDENEN_GEEN_INBURGERINGSPLICHT)),
});
const doelgroep = object<Doelgroep>({
  indeling: optioneel(keuze(DOELGROEPINDELINGEN)),
  begindatum: optioneel(datum),
  gedetailleerdeDoelgroep: optioneel(keuze(GEDETAILLEERDE_DOELGROEPEN)),
  asielrechtenWijzigingVerblijfsdoel: optioneel(keuze(ASIELRECHTEN_WIJZIGINGEN)),
});
const doelgroephistorie = object<DoelgroepHistorie>({
  indeling: optioneel(keuze(DOELGROEPINDELINGEN)),
  begindatum: optioneel(datum),
  einddatum: optioneel(datum),
});

export const SDI005_OPERATIES: OperatiesVan<Sdi005Port> = {
  haalInburgeringsplicht: vraag('inburgeringsplicht', '/personen/{bsn}/inburgeringsplicht', plicht),
  haalInburgeringsplichtHistorie: vraag(
    'inburgeringsplicht',
    '/personen/{bsn}/inburgeringsplicht/historie',
    lijst(object<InburgeringsplichtHistorie>(plichthistorie)),
  ),
  haalDoelgroep: vraag('inburgeringsplicht', '/personen/{bsn}/doelgroep', doelgroep),
  haalDoelgroepHistorie: vraag(
    'inburgeringsplicht',
    '/personen/{bsn}/doelgroep/historie',
    lijst(doelgroephistorie),
  ),
};

const lbtResultaat = object<LbtResultaat>({
  resultaat: verplicht(keuze(LBT_UITSLAGEN)),
  behaaldeScore: verplicht(score),
  benodigdeScore: verplicht(score),
  datumAfname: verplicht(datum),
});

export const SDI006_OPERATIES: OperatiesVan<Sdi006Port> = {
  haalExamennummer: vraag(
    'leerbaarheidstoets',
    '/personen/{bsn}/lbt/examennummer',
    object<Examennummer>({ examennummer: verplicht(tekst({ hoogstens: 12 })) }),
  ),
  verwijderExamennummer: verwijder('leerbaarheidstoets', '/personen/{bsn}/lbt/examennummer'),
  haalLbtResultaten: vraag(
    'leerbaarheidstoets',
    '/personen/{bsn}/lbt/resultaten',
    lijst(lbtResultaat),
  ),
};

const grondcode = tekst({ minstens: 1, hoogstens: 10 });
const grondomschrijving = tekst({ minstens: 1, hoogstens: 200 });
const verlenging = {
  wijzigingsdatum: optioneel(datum),
  verlengingsgrondcode: optioneel(grondcode),
  verlengingsgrondomschrijving: optioneel(grondomschrijving),
};

const termijnVelden = object<Inburgeringstermijn>({
  ...verlenging,
  startdatum: verplicht(datum),
  einddatum: verplicht(laatsteDagUitExclusief),
});
const termijn: Lezer<Inburgeringstermijn> = (waarde, plek, afwijkingen) => {
  const gelezen = termijnVelden(waarde, plek, afwijkingen);
  if (gelezen.einddatum < gelezen.startdatum) throw new Onleesbaar(`${plek}: eindt voor het begin`);
  return gelezen;
};

export const SDI007_OPERATIES: OperatiesVan<Sdi007Port> = {
  haalTermijn: vraag('inburgeringstermijn', '/personen/{bsn}/inburgeringstermijn', termijn),
  haalTermijnHistorie: vraag(
    'inburgeringstermijn',
    '/personen/{bsn}/inburgeringstermijn/historie',
    lijst(
      object<InburgeringstermijnHistorie>({
        ...verlenging,
        einddatum: optioneel(laatsteDagUitExclusief),
      }),
    ),
  ),
  haalVerlengingsgronden: vraag(
    'inburgeringstermijn',
    '/verlengingsgronden',
    lijst(
      object<Verlengingsgrond>({
        code: verplicht(grondcode),
        omschrijving: verplicht(grondomschrijving),
      }),
    ),
  ),
};
