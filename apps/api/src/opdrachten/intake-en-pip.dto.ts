import type { IsoDatum } from '#domain/datum/datum.js';
import { Datum, Getal, Keuze, Tekst, Waarheid } from '../common/velden.js';
import type { Van } from './voorbereiden.dto.js';

export class NodigUitVoorIntakeDto implements Van<'nodigUitVoorIntake'> {
  @Keuze(['nodigUitVoorIntake']) soort!: 'nodigUitVoorIntake';
  @Datum({ voorbeeld: '2026-09-18' }) opgeroepenOp!: IsoDatum;
  @Datum({ voorbeeld: '2026-10-05' }) afspraakOp!: IsoDatum;
}

export class LegIntakeVastDto implements Van<'legIntakeVast'> {
  @Keuze(['legIntakeVast']) soort!: 'legIntakeVast';
  @Datum({ voorbeeld: '2026-10-05' }) afgenomenOp!: IsoDatum;
  @Waarheid({
    uitleg: 'Of is verteld dat een gesprek alleen mag (Besluit inburgering 2021, art. 5.2).',
  })
  gewezenOpGesprekAlleen!: boolean;
  @Tekst({ optioneel: true, hoogstens: 50, voorbeeld: 'A1' }) taalniveau?: string;
  @Tekst({ optioneel: true, voorbeeld: 'Motivatie en leerwensen besproken.' }) verslag?: string;
}

export class MeldAanVoorLbtDto implements Van<'meldAanVoorLbt'> {
  @Keuze(['meldAanVoorLbt']) soort!: 'meldAanVoorLbt';
  @Datum({ voorbeeld: '2026-09-18' }) aangemeldOp!: IsoDatum;
}

export class VerleenOntheffingLbtDto implements Van<'verleenOntheffingLbt'> {
  @Keuze(['verleenOntheffingLbt']) soort!: 'verleenOntheffingLbt';
  @Datum({ voorbeeld: '2026-09-25' }) besluitOp!: IsoDatum;
  @Keuze(['visueel', 'auditief']) grond!: 'visueel' | 'auditief';
}

export class KiesLeerrouteDto implements Van<'kiesLeerroute'> {
  @Keuze(['kiesLeerroute']) soort!: 'kiesLeerroute';
  @Datum({ voorbeeld: '2026-10-20' }) gekozenOp!: IsoDatum;
  @Keuze(['B', 'O', 'Z'], { uitleg: 'B1-route, onderwijsroute of zelfredzaamheidsroute.' })
  leerroute!: Van<'kiesLeerroute'>['leerroute'];
  @Keuze(['A2', 'B1'], { optioneel: true, voorbeeld: 'B1' })
  niveau?: 'A2' | 'B1';
  @Getal({
    min: 1,
    max: 9_999,
    optioneel: true,
    voorbeeld: 900,
    uitleg: 'Geschatte uren van de B1-route, alleen bij asielstatushouders.',
  })
  intensiteitUren?: number;
  @Tekst({ voorbeeld: 'De toets en de intake wijzen op de B1-route.' }) motivering!: string;
}

export class StelPipOpDto implements Van<'stelPipOp'> {
  @Keuze(['stelPipOp']) soort!: 'stelPipOp';
  @Datum({ voorbeeld: '2026-10-27' }) opgesteldOp!: IsoDatum;
  @Tekst({ voorbeeld: 'Taalmaatje en een vaste contactpersoon.' }) ondersteuning!: string;
  @Tekst({ voorbeeld: '12 uur in vier bijeenkomsten' }) pvtIntensiteit!: string;
  @Tekst({
    optioneel: true,
    voorbeeld: '40 uur praktijk',
    uitleg: 'Weglaten op de onderwijsroute: daar is geen MAP.',
  })
  mapIntensiteit?: string;
  @Keuze(['A', 'AA', 'NVT'], { voorbeeld: 'NVT', uitleg: 'Alfabetisering, zoals DUO het noemt.' })
  alfabetisering!: Van<'stelPipOp'>['alfabetisering'];
  @Getal({ min: 1, max: 24, optioneel: true, voorbeeld: 6 })
  voortgangsgesprekMaanden?: number;
}

export class StelPipVastDto implements Van<'stelPipVast'> {
  @Keuze(['stelPipVast']) soort!: 'stelPipVast';
  @Datum({ voorbeeld: '2026-11-16', uitleg: 'Datum van de beschikking, niet van de handtekening.' })
  dagtekening!: IsoDatum;
}

export class VraagBevestigingNaDto implements Van<'vraagBevestigingNa'> {
  @Keuze(['vraagBevestigingNa']) soort!: 'vraagBevestigingNa';
  @Datum({ voorbeeld: '2026-12-04' }) gevraagdOp!: IsoDatum;
  @Tekst({ voorbeeld: 'DUO verwerkt het PIP deze week.' }) uitkomst!: string;
}

export class DoeAanbodDto implements Van<'doeAanbod'> {
  @Keuze(['doeAanbod']) soort!: 'doeAanbod';
  @Tekst({
    hoogstens: 10,
    patroon: /^[0-9A-Za-z]{1,10}$/,
    voorbeeld: '0000012345',
    uitleg: 'Nummer van de school bij DUO.',
  })
  instellingsnummer!: string;
  @Datum({ voorbeeld: '2026-12-07' }) aanbodOp!: IsoDatum;
  @Datum({ voorbeeld: '2027-01-11' }) startOp!: IsoDatum;
  @Datum({ voorbeeld: '2028-06-30', uitleg: 'Laatste dag van de opleiding.' }) eindeOp!: IsoDatum;
}
