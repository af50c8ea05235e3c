import { INTREKBARE_FEITEN, type IntrekbaarFeit } from '#domain/correctie/gebeurtenissen.js';
import type { IsoDatum } from '#domain/datum/datum.js';
import { VERLENGINGSGRONDEN } from '#domain/verlenging/opdrachten.js';
import { Datum, Getal, Keuze, Tekst, VrijObject, Waarheid } from '../common/velden.js';
import type { Van } from './voorbereiden.dto.js';

const OPSCHORTING = '24-opschorting';
const AANVRAAG = 'AANVRAAG_BESLISSEN:24';

/** What a correction adds to what is recorded anew. */
class Vervanging {
  @Tekst({
    optioneel: true,
    hoogstens: 100,
    uitleg: 'Bij een correctie: wat zij vervangt. De oude versie blijft zichtbaar.',
  })
  vervangt?: string;
  @Tekst({ optioneel: true, hoogstens: 1_000, uitleg: 'Bij een correctie: waarom.' })
  reden?: string;
}

export class SchortTermijnOpDto extends Vervanging implements Van<'schortTermijnOp'> {
  @Keuze(['schortTermijnOp']) soort!: 'schortTermijnOp';
  @Tekst({ hoogstens: 100, voorbeeld: AANVRAAG, uitleg: 'Sleutel van de termijn.' })
  termijn!: string;
  @Datum({ voorbeeld: '2027-02-08', uitleg: 'Eerste dag waarop de termijn stilstaat.' })
  van!: IsoDatum;
  @Datum({ optioneel: true, voorbeeld: '2027-02-19', uitleg: 'Laatste dag; leeg: loopt nog.' })
  tot?: IsoDatum;
  @Tekst({ hoogstens: 200, voorbeeld: 'De aanvrager stemde schriftelijk in met uitstel.' })
  grond!: string;
}

export class VraagAanvullingDto extends Vervanging implements Van<'vraagAanvulling'> {
  @Keuze(['vraagAanvulling']) soort!: 'vraagAanvulling';
  @Tekst({ hoogstens: 100, voorbeeld: AANVRAAG, uitleg: 'Sleutel van de termijn.' })
  termijn!: string;
  @Datum({ voorbeeld: '2027-02-08', uitleg: 'De termijn staat stil vanaf de dag erna.' })
  uitnodigingOp!: IsoDatum;
  @Datum({ voorbeeld: '2027-02-22', uitleg: 'Laatste dag van de gegeven tijd.' })
  hersteltermijnTot!: IsoDatum;
  @Datum({ optioneel: true, voorbeeld: '2027-02-19', uitleg: 'Dag waarop alles compleet was.' })
  compleetOp?: IsoDatum;
  @Tekst({ hoogstens: 200, voorbeeld: 'Een kopie van het diploma ontbreekt.' }) grond!: string;
}

export class WachtOpInformatieDto extends Vervanging implements Van<'wachtOpInformatie'> {
  @Keuze(['wachtOpInformatie']) soort!: 'wachtOpInformatie';
  @Tekst({ hoogstens: 200, voorbeeld: 'DUO', uitleg: 'Van wie de informatie komt.' })
  derde!: string;
  @Tekst({ hoogstens: 1_000, voorbeeld: 'De uitslag van de leerbaarheidstoets.' })
  gevraagd!: string;
  @Datum({ voorbeeld: '2026-10-20' }) gevraagdOp!: IsoDatum;
  @Datum({
    optioneel: true,
    voorbeeld: '2026-11-20',
    uitleg: 'Het PIP volgt binnen twee weken na deze dag, als dat later is dan de tien weken.',
  })
  ontvangenOp?: IsoDatum;
}

export class TrekOpschortingInDto implements Van<'trekOpschortingIn'> {
  @Keuze(['trekOpschortingIn']) soort!: 'trekOpschortingIn';
  @Tekst({ hoogstens: 100, voorbeeld: OPSCHORTING, uitleg: 'Het id van de opschorting.' })
  opschorting!: string;
  @Tekst({ hoogstens: 1_000, voorbeeld: 'Per abuis bij dit dossier gezet.' }) reden!: string;
}

export class LegVerlengingVastDto extends Vervanging implements Van<'legVerlengingVast'> {
  @Keuze(['legVerlengingVast']) soort!: 'legVerlengingVast';
  @Keuze(VERLENGINGSGRONDEN, {
    voorbeeld: 'c',
    uitleg:
      'a tot en met j volgens artikel 4.1 Regeling inburgering 2021; opleiding, inspanningen en onderbreking volgens het Besluit.',
  })
  grond!: Van<'legVerlengingVast'>['grond'];
  @Keuze(['toegekend', 'verwacht'], {
    uitleg: 'DUO beslist: toegekend door DUO, of verwacht door de gemeente.',
  })
  oordeel!: Van<'legVerlengingVast'>['oordeel'];
  @Datum({ optioneel: true, voorbeeld: '2028-06-15', uitleg: 'Dag van het besluit van DUO.' })
  besluitOp?: IsoDatum;
  @Datum({ optioneel: true, voorbeeld: '2028-01-10' }) van?: IsoDatum;
  @Datum({ optioneel: true, voorbeeld: '2028-05-20', uitleg: 'Laatste dag.' }) tot?: IsoDatum;
  @Getal({ optioneel: true, min: 1, max: 600, voorbeeld: 4, uitleg: 'In plaats van van en tot.' })
  duurMaanden?: number;
  @Datum({ optioneel: true, voorbeeld: '2027-05-03', uitleg: 'Grond g: de eerste les.' })
  startLessenOp?: IsoDatum;
  @Keuze(['pro', 'vso', 'entree'], { optioneel: true }) opleiding?: 'pro' | 'vso' | 'entree';
  @Waarheid({ optioneel: true, uitleg: 'De opleiding loopt nog aan het einde van de termijn.' })
  nogBezig?: boolean;
}

export class TrekVerlengingInDto implements Van<'trekVerlengingIn'> {
  @Keuze(['trekVerlengingIn']) soort!: 'trekVerlengingIn';
  @Tekst({ hoogstens: 100, voorbeeld: '24-verlenging', uitleg: 'Het id van de verlenging.' })
  verlenging!: string;
  @Tekst({ hoogstens: 1_000, voorbeeld: 'DUO trok het besluit in.' }) reden!: string;
}

export class LegAanvraagVastDto extends Vervanging implements Van<'legAanvraagVast'> {
  @Keuze(['legAanvraagVast']) soort!: 'legAanvraagVast';
  @Tekst({ hoogstens: 1_000, voorbeeld: 'Wijziging van de afspraken in het PIP.' })
  onderwerp!: string;
  @Datum({ voorbeeld: '2027-02-01' }) ontvangenOp!: IsoDatum;
}

export class LegBesluitOpAanvraagVastDto implements Van<'legBesluitOpAanvraagVast'> {
  @Keuze(['legBesluitOpAanvraagVast']) soort!: 'legBesluitOpAanvraagVast';
  @Tekst({ hoogstens: 100, voorbeeld: AANVRAAG, uitleg: 'Sleutel van de termijn.' })
  termijn!: string;
  @Datum({ voorbeeld: '2027-03-15' }) besluitOp!: IsoDatum;
  @Keuze(['toegewezen', 'afgewezen', 'ingetrokken', 'buiten-behandeling'])
  uitkomst!: Van<'legBesluitOpAanvraagVast'>['uitkomst'];
}

export class CorrigeerFeitDto {
  @Keuze(['corrigeerFeit']) soort!: 'corrigeerFeit';
  @Keuze(INTREKBARE_FEITEN, { voorbeeld: 'brpInschrijving' }) feit!: IntrekbaarFeit;
  @Tekst({ voorbeeld: 'De BRP noemt een eerdere dag.' }) reden!: string;
  @VrijObject({
    uitleg: 'De opdracht die het feit vastlegt zoals het was. Datums verschuiven in een keer.',
    voorbeeld: { soort: 'legBrpInschrijvingVast', ingeschrevenOp: '2026-09-12' },
  })
  opdracht!: object;
}
