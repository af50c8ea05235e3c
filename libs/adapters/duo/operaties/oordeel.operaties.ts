import { datum } from '../conversie.js';
import { geheelGetal, keuze, lijst, object, optioneel, verplicht } from '../lezer.js';
import { vraag, type OperatiesVan } from '../operatie.js';
import {
  AANVRAAGOORDELEN,
  REDENEN_VRIJSTELLING,
  TAALONDERDELEN,
  VRIJSTELLINGSNIVEAUS,
  type GedeeltelijkeVrijstelling,
  type GeheleVrijstelling,
  type Sdi012Port,
  type TijdelijkeVrijstelling,
  type Vrijstelling,
} from '../sdi012-vrijstelling.js';
import {
  ONTHEFFINGSGRONDEN,
  type GedeeltelijkeOntheffing,
  type GeheleOntheffing,
  type Ontheffing,
  type Sdi013Port,
} from '../sdi013-ontheffing.js';
import {
  EXAMENNIVEAUS,
  EXAMENONDERDELEN,
  EXAMENUITSLAGEN,
  REDENEN_GEEN_RESULTAAT,
  type Examenresultaat,
  type Gratispogingen,
  type Sdi017Port,
} from '../sdi017-examen.js';

const vrijstelling = {
  oordeel: verplicht(keuze(AANVRAAGOORDELEN)),
  reden: verplicht(keuze(REDENEN_VRIJSTELLING)),
  datumOordeel: optioneel(datum),
};

export const SDI012_OPERATIES: OperatiesVan<Sdi012Port> = {
  haalVrijstellingen: vraag(
    'vrijstelling',
    '/personen/{bsn}/vrijstellingen',
    lijst(
      object<Vrijstelling>({
        geheleVrijstelling: optioneel(
          object<GeheleVrijstelling>(vrijstelling),
          'GeheleVrijstelling',
        ),
        tijdelijkeVrijstelling: optioneel(
          object<TijdelijkeVrijstelling>({
            ...vrijstelling,
            startdatum: optioneel(datum),
            einddatum: optioneel(datum),
          }),
          'TijdelijkeVrijstelling',
        ),
        gedeeltelijkeVrijstelling: optioneel(
          object<GedeeltelijkeVrijstelling>({
            ...vrijstelling,
            examenonderdeel: optioneel(keuze(TAALONDERDELEN)),
            examenniveau: optioneel(keuze(VRIJSTELLINGSNIVEAUS)),
          }),
          'GedeeltelijkeVrijstelling',
        ),
      }),
      200,
    ),
  ),
};

const ontheffing = {
  oordeel: verplicht(keuze(AANVRAAGOORDELEN)),
  datumOordeel: verplicht(datum),
  grond: verplicht(keuze(ONTHEFFINGSGRONDEN)),
};

export const SDI013_OPERATIES: OperatiesVan<Sdi013Port> = {
  haalOntheffingen: vraag(
    'ontheffing',
    '/personen/{bsn}/ontheffingen',
    lijst(
      object<Ontheffing>({
        geheleOntheffing: optioneel(object<GeheleOntheffing>(ontheffing), 'GeheleOntheffing'),
        gedeeltelijkeOntheffing: optioneel(
          object<GedeeltelijkeOntheffing>({
            ...ontheffing,
            examenonderdeel: optioneel(keuze(EXAMENONDERDELEN)),
            urenBelastbaarheidParticipatieactiviteit: optioneel(geheelGetal(0, 9999)),
          }),
          'GedeeltelijkeOntheffing',
        ),
      }),
      200,
    ),
  ),
};

export const SDI017_OPERATIES: OperatiesVan<Sdi017Port> = {
  haalGratispogingen: vraag(
    'examen',
    '/personen/{bsn}/examens/gratispogingen',
    lijst(
      object<Gratispogingen>({
        onderdeel: verplicht(keuze(EXAMENONDERDELEN)),
        gratisPogingenTegoed: verplicht(geheelGetal(0, 99)),
      }),
      500,
    ),
  ),
  haalExamenresultaten: vraag(
    'examen',
    '/personen/{bsn}/examens/resultaten',
    lijst(
      object<Examenresultaat>({
        examendatum: verplicht(datum),
        resultaat: verplicht(keuze(EXAMENUITSLAGEN)),
        redenGeenResultaat: optioneel(keuze(REDENEN_GEEN_RESULTAAT)),
        onderdeel: verplicht(keuze(EXAMENONDERDELEN)),
        niveau: optioneel(keuze(EXAMENNIVEAUS)),
      }),
      500,
    ),
  ),
};
