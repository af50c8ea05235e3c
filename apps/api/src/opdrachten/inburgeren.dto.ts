import type { IsoDatum } from '#domain/datum/datum.js';
import { INTREKBARE_FEITEN, type IntrekbaarFeit } from '#domain/correctie/gebeurtenissen.js';
import type { Verwijtbaar } from '#domain/keten/regels/resultaat.js';
import { VERSCHIL_UITKOMSTEN, type VerschilUitkomst } from '#domain/reconciliatie/opdrachten.js';
import { URENVORMEN, type Urenvorm } from '#domain/uren/opdrachten.js';
import { Datum, Getal, Keuze, Tekst, Waarheid } from '../common/velden.js';
import type { Van } from './voorbereiden.dto.js';

const VERWIJTBAAR = ['Ja', 'Nee'] as const;
const NA_TERMIJN = 'Alleen, en dan altijd, bij een dag na de inburgeringstermijn.';

export class RegistreerPvtDto implements Van<'registreerPvt'> {
  @Keuze(['registreerPvt']) soort!: 'registreerPvt';
  @Datum({ voorbeeld: '2027-02-26' }) op!: IsoDatum;
  @Getal({ min: 0.25, max: 24, decimalen: 2, voorbeeld: 3 }) uren!: number;
  @Keuze(['les', 'activiteit', 'excursie']) vorm!: Van<'registreerPvt'>['vorm'];
}

export class RondPvtAfDto implements Van<'rondPvtAf'> {
  @Keuze(['rondPvtAf']) soort!: 'rondPvtAf';
  @Datum({ voorbeeld: '2027-03-03' }) ondertekendOp!: IsoDatum;
  @Keuze(VERWIJTBAAR, { optioneel: true, uitleg: NA_TERMIJN }) verwijtbaar?: Verwijtbaar;
}

export class MeldPvtVerwijtbaarDto implements Van<'meldPvtVerwijtbaar'> {
  @Keuze(['meldPvtVerwijtbaar']) soort!: 'meldPvtVerwijtbaar';
  @Keuze(VERWIJTBAAR, { voorbeeld: 'Nee' }) verwijtbaar!: Verwijtbaar;
  @Tekst({ voorbeeld: 'Langdurig ziek geweest.' }) motivering!: string;
}

export class RegistreerMapDto implements Van<'registreerMap'> {
  @Keuze(['registreerMap']) soort!: 'registreerMap';
  @Datum({ voorbeeld: '2027-08-31' }) op!: IsoDatum;
  @Getal({ min: 0.25, max: 1_000, decimalen: 2, voorbeeld: 40 }) uren!: number;
  @Tekst({ optioneel: true, voorbeeld: 'Stage in een garage' }) omschrijving?: string;
}

export class RondMapAfDto implements Van<'rondMapAf'> {
  @Keuze(['rondMapAf']) soort!: 'rondMapAf';
  @Datum({ voorbeeld: '2027-09-15' }) eindgesprekOp!: IsoDatum;
  @Keuze(VERWIJTBAAR, { optioneel: true, uitleg: NA_TERMIJN }) verwijtbaar?: Verwijtbaar;
}

export class MeldMapVerwijtbaarDto implements Van<'meldMapVerwijtbaar'> {
  @Keuze(['meldMapVerwijtbaar']) soort!: 'meldMapVerwijtbaar';
  @Keuze(VERWIJTBAAR, { voorbeeld: 'Nee' }) verwijtbaar!: Verwijtbaar;
  @Tekst({ voorbeeld: 'Langdurig ziek geweest.' }) motivering!: string;
}

export class RondZrouteAfDto implements Van<'rondZrouteAf'> {
  @Keuze(['rondZrouteAf']) soort!: 'rondZrouteAf';
  @Datum({ voorbeeld: '2029-03-15' }) afgerondOp!: IsoDatum;
}

export class RegistreerCursusurenDto {
  @Keuze(['registreerCursusuren']) soort!: 'registreerCursusuren';
  @Datum({ voorbeeld: '2027-05-31', uitleg: 'Dag tot en met welke de totalen gelden.' })
  totEnMet!: IsoDatum;
  @Getal({ min: 0, max: 99_999, decimalen: 2, voorbeeld: 320, uitleg: 'Totaal tot nu toe.' })
  urenNt2!: number;
  @Getal({ min: 0, max: 99_999, decimalen: 2, voorbeeld: 20, uitleg: 'Totaal tot nu toe.' })
  urenKnm!: number;
}

export class RegistreerOverigeUrenDto implements Van<'registreerOverigeUren'> {
  @Keuze(['registreerOverigeUren']) soort!: 'registreerOverigeUren';
  @Keuze(URENVORMEN, {
    voorbeeld: 'participatieactiviteiten',
    uitleg:
      'Participatieactiviteiten alleen bij de zelfredzaamheidsroute. Cursusuren horen bij registreerCursusuren.',
  })
  vorm!: Urenvorm;
  @Datum({ voorbeeld: '2027-05-31', uitleg: 'Dag tot en met welke het totaal geldt.' })
  totEnMet!: IsoDatum;
  @Getal({ min: 0, max: 9_999, decimalen: 2, voorbeeld: 240, uitleg: 'Totaal tot nu toe.' })
  uren!: number;
}

export class LegVoortgangsgesprekVastDto implements Van<'legVoortgangsgesprekVast'> {
  @Keuze(['legVoortgangsgesprekVast']) soort!: 'legVoortgangsgesprekVast';
  @Datum({ voorbeeld: '2027-05-20' }) gevoerdOp!: IsoDatum;
  @Keuze(['voldoende', 'onvoldoende', 'sneller-dan-verwacht'])
  voortgang!: Van<'legVoortgangsgesprekVast'>['voortgang'];
  @Tekst({ optioneel: true, voorbeeld: 'Gaat naar elke les.' }) notitie?: string;
}

export class VoerEindgesprekDto implements Van<'voerEindgesprek'> {
  @Keuze(['voerEindgesprek']) soort!: 'voerEindgesprek';
  @Datum({ voorbeeld: '2028-04-10' }) gevoerdOp!: IsoDatum;
  @Tekst({ optioneel: true, voorbeeld: 'Tevreden over de begeleiding.' }) verslag?: string;
}

export class SluitTrajectDto implements Van<'sluitTraject'> {
  @Keuze(['sluitTraject']) soort!: 'sluitTraject';
  @Datum({ voorbeeld: '2028-04-11' }) geslotenOp!: IsoDatum;
  @Waarheid({ uitleg: 'Nagegaan dat uitslagen en uren bij DUO staan.' })
  dossierGecontroleerd!: boolean;
}

export class HeropenTrajectDto implements Van<'heropenTraject'> {
  @Keuze(['heropenTraject']) soort!: 'heropenTraject';
  @Tekst({ voorbeeld: 'DUO heeft de plicht hervat.' }) reden!: string;
}

export class HandelEscalatieAfDto implements Van<'handelEscalatieAf'> {
  @Keuze(['handelEscalatieAf']) soort!: 'handelEscalatieAf';
  @Tekst({ hoogstens: 200, voorbeeld: 'PIP_VASTSTELLEN', uitleg: 'Sleutel van de termijn.' })
  termijn!: string;
  @Tekst({ voorbeeld: 'Intake deze week, met een tolk.' }) maatregel!: string;
}

export class MeldHandmatigGedaanDto implements Van<'meldHandmatigGedaan'> {
  @Keuze(['meldHandmatigGedaan']) soort!: 'meldHandmatigGedaan';
  @Tekst({ hoogstens: 200, voorbeeld: 'pip-24', uitleg: 'Het onderwerp van de taak.' })
  meldingId!: string;
  @Datum({ voorbeeld: '2026-11-20' }) gedaanOp!: IsoDatum;
  @Tekst({ voorbeeld: 'Ingevoerd in het Portal Inburgering.' }) bewijs!: string;
}

export class BiedOpnieuwAanDto implements Van<'biedOpnieuwAan'> {
  @Keuze(['biedOpnieuwAan']) soort!: 'biedOpnieuwAan';
  @Tekst({ hoogstens: 200, voorbeeld: 'pip-24', uitleg: 'Het onderwerp van de taak.' })
  meldingId!: string;
}

export class TrekFeitInDto implements Van<'trekFeitIn'> {
  @Keuze(['trekFeitIn']) soort!: 'trekFeitIn';
  @Keuze(INTREKBARE_FEITEN, { voorbeeld: 'intake' }) feit!: IntrekbaarFeit;
  @Tekst({ voorbeeld: 'Op de verkeerde dag vastgelegd.' }) reden!: string;
  @Keuze(VERWIJTBAAR, {
    optioneel: true,
    uitleg: 'Bij het intrekken van MAP of PVT na de inburgeringstermijn: wat DUO dan hoort.',
  })
  verwijtbaar?: Verwijtbaar;
}

export class HandelVerschillenAfDto implements Van<'handelVerschillenAf'> {
  @Keuze(['handelVerschillenAf']) soort!: 'handelVerschillenAf';
  @Keuze(VERSCHIL_UITKOMSTEN, {
    voorbeeld: 'nagevraagd-bij-duo',
    uitleg: 'Een verschil dat verklaard is, komt niet nog eens terug.',
  })
  uitkomst!: VerschilUitkomst;
  @Tekst({ optioneel: true, voorbeeld: 'DUO past de datum aan.' }) toelichting?: string;
}
