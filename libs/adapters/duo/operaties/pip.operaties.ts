import { datum, exclusiefUitLaatsteDag } from '../conversie.js';
import { geheelGetal, keuze, lijst, object, optioneel, tekst, verplicht, vlag } from '../lezer.js';
import { melding, uitgaand, verwijder, vraag, type OperatiesVan } from '../operatie.js';
import {
  ALFABETISERING,
  LEERROUTES,
  PIP_NIVEAUS,
  type Contactpersoon,
  type Contactpersoongegevens,
  type Inburgeringsaanbod,
  type Instelling,
  type Pip,
  type PipBijDuo,
  type Sdi014Port,
} from '../sdi014-pip.js';

const PIP = '/personen/{bsn}/PIP';
const CONTACTPERSOON = '/contactpersonen/{id}';
const KOPPELING = '/contactpersonen/{id}/personen/{bsn}';
const AANBOD = '/personen/{bsn}/Inburgeringsaanbod/{instellingsnummer}';

const pip = {
  dagtekeningPip: verplicht(datum),
  leerroute: verplicht(keuze(LEERROUTES)),
  niveau: optioneel(keuze(PIP_NIVEAUS)),
  geschatteIntensiteitB1Route: optioneel(geheelGetal(1, 9999)),
  indicatorMagOpleidingAfmaken: optioneel(vlag),
  indicatorAlfabetiseringsonderwijs: optioneel(keuze(ALFABETISERING)),
};
const pipBijDuo = object<PipBijDuo>({
  gemeentecode: verplicht(tekst({ vorm: /^\d{4}$/ })),
  pip: verplicht(object<Pip>(pip)),
});

// DUO may send a contactpersoon back in any shape it once took; what we send must fit today.
const gelezenGegevens = object<Contactpersoongegevens>({
  naam: verplicht(tekst({ hoogstens: 100 })),
  email: verplicht(tekst({ minstens: 4, hoogstens: 241 })),
  telefoonnummer: verplicht(tekst({ minstens: 3, hoogstens: 22 })),
});
const gegevens = uitgaand<Contactpersoongegevens>({
  naam: verplicht(tekst({ hoogstens: 100, vorm: /^[\s'‘.\p{L}\p{Pd}]+$/u })),
  email: verplicht(tekst({ minstens: 4, hoogstens: 241 })),
  telefoonnummer: verplicht(
    tekst({ minstens: 3, hoogstens: 22, vorm: /^[+\d][\d\s()-]*(,\d+)?$/ }),
  ),
});

const instelling = object<Instelling>({
  instellingsnummer: verplicht(tekst({ minstens: 10, hoogstens: 10 })),
  naam: verplicht(tekst({ minstens: 1, hoogstens: 128 })),
  postcode: verplicht(tekst({ hoogstens: 6 })),
  huisnummer: verplicht(geheelGetal(1, 99_999)),
  huisnummertoevoeging: optioneel(tekst({ minstens: 1, hoogstens: 4 })),
  plaatsnaam: verplicht(tekst({ minstens: 1, hoogstens: 40 })),
  bow: optioneel(tekst({ minstens: 1, hoogstens: 10 })),
  brin: optioneel(tekst({ minstens: 4, hoogstens: 4 })),
  indicatieBowKeurmerk: optioneel(vlag),
  indicatieTstKeurmerk: optioneel(vlag),
});

const aanbod = uitgaand<Inburgeringsaanbod>({
  datumInburgeringsaanbod: optioneel(datum),
  verwachteStartdatumOpleiding: optioneel(datum),
  verwachteEinddatumOpleiding: optioneel(exclusiefUitLaatsteDag),
  indicatorAlfabetiseringsonderwijs: verplicht(keuze(ALFABETISERING)),
});

export const SDI014_OPERATIES: OperatiesVan<Sdi014Port> = {
  haalPip: vraag('pip', PIP, pipBijDuo),
  leverPip: melding('pip', 'POST', PIP, uitgaand<Pip>(pip)),
  verwijderPip: verwijder('pip', PIP),

  maakContactpersoon: {
    ...melding('contactpersoon', 'POST', '/contactpersonen', gegevens),
    lees: object<Contactpersoon>({
      id: optioneel(geheelGetal(1, 99_999)),
      contactpersoongegevens: verplicht(gelezenGegevens),
    }),
  },
  wijzigContactpersoon: melding('contactpersoon', 'PUT', CONTACTPERSOON, gegevens),
  verwijderContactpersoon: verwijder('contactpersoon', CONTACTPERSOON),
  koppelContactpersoon: melding('contactpersoon', 'POST', KOPPELING, null),
  ontkoppelContactpersoon: verwijder('contactpersoon', KOPPELING),

  haalInstellingen: vraag('inburgeringsaanbod', '/instellingen', lijst(instelling, 200)),
  leverAanbod: melding('inburgeringsaanbod', 'POST', AANBOD, aanbod),
  verwijderAanbod: verwijder('inburgeringsaanbod', AANBOD, 204),
};
