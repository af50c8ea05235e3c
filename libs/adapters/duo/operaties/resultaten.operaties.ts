import { datum, laatsteDagUitExclusief } from '../conversie.js';
import {
  geheelGetal,
  keuze,
  lijst,
  object,
  ofWeglaten,
  optioneel,
  tekst,
  verplicht,
} from '../lezer.js';
import { melding, uitgaand, vraag, type Operatie, type OperatiesVan } from '../operatie.js';
import {
  JA_NEE,
  type DatumMap,
  type DatumPvt,
  type GevolgdeUren,
  type ResultaatMap,
  type ResultaatPvt,
  type ResultaatZroute,
  type Sdi016Port,
  type Uren,
} from '../sdi016-resultaten.js';

const MAP = '/personen/{bsn}/map';
const PVT = '/personen/{bsn}/pvt';

const datumOfWeg = verplicht(ofWeglaten(datum));
const verwijtbaar = verplicht(ofWeglaten(keuze(JA_NEE)));

const uren = { uren: verplicht(geheelGetal(0, 9999)) };
const gelezenUren = object<Uren>(uren);
const zetUren = (waarvan: string): Operatie<null> =>
  melding('gevolgde-uren', 'PUT', `/personen/{bsn}/uren/${waarvan}`, uitgaand<Uren>(uren));

export const SDI016_OPERATIES: OperatiesVan<Sdi016Port> = {
  haalMap: vraag(
    'map-pvt-zroute',
    MAP,
    object<DatumMap>({ datumEindgesprekMap: verplicht(datum) }),
  ),
  zetMap: melding(
    'map-pvt-zroute',
    'PUT',
    MAP,
    uitgaand<ResultaatMap>({ datumEindgesprekMap: datumOfWeg, verwijtbaar }),
  ),
  haalPvt: vraag(
    'map-pvt-zroute',
    PVT,
    object<DatumPvt>({ datumOndertekeningPvt: verplicht(datum) }),
  ),
  zetPvt: melding(
    'map-pvt-zroute',
    'PUT',
    PVT,
    uitgaand<ResultaatPvt>({ datumOndertekeningPvt: datumOfWeg, verwijtbaar }),
  ),
  zetZroute: melding(
    'map-pvt-zroute',
    'PUT',
    '/personen/{bsn}/zroute',
    uitgaand<ResultaatZroute>({ datumAfrondingZroute: datumOfWeg }),
  ),

  haalUren: vraag(
    'gevolgde-uren',
    '/personen/{bsn}/uren',
    lijst(
      object<GevolgdeUren>({
        gemeentecode: optioneel(tekst({ vorm: /^\d{4}$/ })),
        bekendTotEnMet: optioneel(laatsteDagUitExclusief, 'bekendTot'),
        participatieAlsTaalles: optioneel(gelezenUren, 'ParticipatieAlsTaalles'),
        participatieactiviteitenBredeIntake: optioneel(
          gelezenUren,
          'ParticipatieactiviteitenBredeIntake',
        ),
        taallesEnKnmBredeIntake: optioneel(gelezenUren, 'TaallesEnKnmBredeIntake'),
      }),
      99,
    ),
  ),
  zetUrenTaallesKnmBredeIntake: zetUren('bredeintake/taallesknm'),
  zetUrenParticipatieactiviteiten: zetUren('participatieactiviteiten'),
  zetUrenParticipatieAlsTaalles: zetUren('participatietaalles'),
};
