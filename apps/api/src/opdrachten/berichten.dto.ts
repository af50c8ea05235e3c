import { OPNIEUW_ONDERWERPEN, type OpnieuwOnderwerp } from '#domain/berichten/opnieuw.js';
import { PORTAALSOORTEN, type PortaalSoort } from '#domain/berichten/soorten.js';
import type { IsoDatum } from '#domain/datum/datum.js';
import { SIGNAAL_UITKOMSTEN, type SignaalUitkomst } from '#domain/signaal/opdrachten.js';
import { SIGNALEN, type Signaal } from '#domain/signaal/signalen.js';
import { Datum, Getal, Keuze, Tekst } from '../common/velden.js';
import type { Van } from './voorbereiden.dto.js';

export class LegPortaalmeldingVastDto implements Van<'legPortaalmeldingVast'> {
  @Keuze(['legPortaalmeldingVast']) soort!: 'legPortaalmeldingVast';
  @Keuze(PORTAALSOORTEN, {
    uitleg: 'Wat DUO moet weten en waarvoor het nog geen API heeft.',
  })
  melding!: PortaalSoort;
  @Datum({
    voorbeeld: '2027-02-08',
    uitleg: 'Dag van de beschikking, het advies, de verklaring of de aanmelding.',
  })
  op!: IsoDatum;
  @Getal({
    min: 1,
    max: 9_999,
    optioneel: true,
    voorbeeld: 250,
    uitleg: 'Hele euro’s; alleen, en dan altijd, bij een boete.',
  })
  bedragEuro?: number;
  @Tekst({
    optioneel: true,
    hoogstens: 1_000,
    voorbeeld: 'Tweede oproep gemist.',
    uitleg: 'Geen medische gegevens.',
  })
  toelichting?: string;
}

export class TrekPortaalmeldingInDto implements Van<'trekPortaalmeldingIn'> {
  @Keuze(['trekPortaalmeldingIn']) soort!: 'trekPortaalmeldingIn';
  @Tekst({ hoogstens: 200, voorbeeld: '24-portaal', uitleg: 'Het onderwerp van de taak.' })
  meldingId!: string;
  @Tekst({ hoogstens: 1_000, voorbeeld: 'Bij het verkeerde dossier vastgelegd.' }) reden!: string;
}

export class StuurOpnieuwDto implements Van<'stuurOpnieuw'> {
  @Keuze(['stuurOpnieuw']) soort!: 'stuurOpnieuw';
  @Keuze(OPNIEUW_ONDERWERPEN, {
    voorbeeld: 'map',
    uitleg: 'DUO krijgt dit onderwerp in zijn geheel, zoals het nu in het dossier staat.',
  })
  onderwerp!: OpnieuwOnderwerp;
  @Tekst({ hoogstens: 1_000, voorbeeld: 'DUO heeft een andere datum.' }) reden!: string;
}

export class BekijkSignaalDto implements Van<'bekijkSignaal'> {
  @Keuze(['bekijkSignaal']) soort!: 'bekijkSignaal';
  @Keuze(SIGNALEN, { voorbeeld: 'SS140', uitleg: 'Het onderwerp van de taak.' })
  gebeurtenisId!: Signaal;
  @Keuze(SIGNAAL_UITKOMSTEN, { voorbeeld: 'actie-ondernomen' }) uitkomst!: SignaalUitkomst;
  @Tekst({
    optioneel: true,
    hoogstens: 1_000,
    voorbeeld: 'De cursus is aangepast.',
    uitleg: 'Geen medische gegevens.',
  })
  toelichting?: string;
}

export class WijsContactpersoonAanDto implements Van<'wijsContactpersoonAan'> {
  @Keuze(['wijsContactpersoonAan']) soort!: 'wijsContactpersoonAan';
  @Tekst({ hoogstens: 100, voorbeeld: 'Contact Voorbeeld' }) naam!: string;
  @Tekst({ hoogstens: 241, voorbeeld: 'inburgering@gemeente.example' }) email!: string;
  @Tekst({ hoogstens: 22, voorbeeld: '+31 20 123 4567' }) telefoonnummer!: string;
  @Getal({
    min: 1,
    max: 99_999,
    optioneel: true,
    voorbeeld: 123,
    uitleg: 'Nummer bij DUO van een contactpersoon die DUO al kent; anders wordt het een nieuwe.',
  })
  contactpersoonId?: number;
}
