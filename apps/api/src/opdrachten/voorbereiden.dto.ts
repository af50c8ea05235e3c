import type { IsoDatum } from '#domain/datum/datum.js';
import { PROFIEL_UITKOMSTEN, type ProfielUitkomst } from '#domain/overdracht/opdrachten.js';
import type { Opdracht, OpdrachtSoort } from '#domain/traject/opdracht.js';
import type { Persoon } from '#domain/traject/persoon.js';
import { Bsn, Datum, Deel, Keuze, Lijst, Tekst, VNummer, Waarheid } from '../common/velden.js';

/** The opdracht that a body of this kind becomes. */
export type Van<S extends OpdrachtSoort> = Extract<Opdracht, { readonly soort: S }>;

export class PersoonDto {
  @Bsn({ optioneel: true, uitleg: 'Burgerservicenummer.' })
  bsn?: string;

  @VNummer({ optioneel: true, uitleg: 'Nummer van de vreemdelingenadministratie.' })
  vNummer?: string;

  @Tekst({ optioneel: true, hoogstens: 200, voorbeeld: 'Voorbeeldpersoon' })
  naam?: string;

  @Datum({ optioneel: true, voorbeeld: '1994-02-03' })
  geboortedatum?: string;
}

/** What the caller left out is unknown. */
export function naarPersoon({ bsn, vNummer, naam, geboortedatum }: PersoonDto): Persoon {
  return {
    bsn: bsn ?? null,
    vNummer: vNummer ?? null,
    naam: naam ?? null,
    geboortedatum: geboortedatum ?? null,
  };
}

export class VulPersoonAanDto {
  @Keuze(['vulPersoonAan']) soort!: 'vulPersoonAan';
  @Deel(() => PersoonDto) persoon!: PersoonDto;
}

export class CorrigeerCoaProfielDto implements Van<'corrigeerCoaProfiel'> {
  @Keuze(['corrigeerCoaProfiel']) soort!: 'corrigeerCoaProfiel';
  @Tekst({ voorbeeld: 'COA heeft de datum hersteld.' }) reden!: string;
  @Datum({ optioneel: true, voorbeeld: '2026-06-16' }) koppelingOp?: IsoDatum;
  @Datum({ optioneel: true, voorbeeld: '2026-06-02' }) vergunningOp?: IsoDatum;
  @Tekst({ optioneel: true, hoogstens: 200, voorbeeld: 'Voorbeeldpersoon' }) naam?: string;
  @Datum({ optioneel: true, voorbeeld: '1994-02-03' }) geboortedatum?: string;
}

export class BeoordeelCoaProfielDto implements Van<'beoordeelCoaProfiel'> {
  @Keuze(['beoordeelCoaProfiel']) soort!: 'beoordeelCoaProfiel';
  @Keuze(PROFIEL_UITKOMSTEN, {
    voorbeeld: 'behouden',
    uitleg: 'overgenomen: wat COA zegt geldt voortaan. behouden: het dossier blijft zoals het is.',
  })
  uitkomst!: ProfielUitkomst;
  @Tekst({ optioneel: true, voorbeeld: 'De inburgeraar heeft de akte getoond.' })
  toelichting?: string;
}

export class TrekCoaOverdrachtInDto implements Van<'trekCoaOverdrachtIn'> {
  @Keuze(['trekCoaOverdrachtIn']) soort!: 'trekCoaOverdrachtIn';
  @Tekst({ voorbeeld: 'COA heeft de koppeling ingetrokken.' }) reden!: string;
}

export class KiesScenarioDto implements Van<'kiesScenario'> {
  @Keuze(['kiesScenario']) soort!: 'kiesScenario';

  @Keuze(['snelle-start', 'gecombineerd', 'na-verhuizing'], {
    voorbeeld: 'na-verhuizing',
    uitleg:
      'snelle-start: intake, PIP en aanbod al tijdens de opvang. gecombineerd: intake en PIP tijdens de opvang, het aanbod na de verhuizing. na-verhuizing: de intake begint als DUO de plicht heeft gemeld.',
  })
  scenario!: Van<'kiesScenario'>['scenario'];
}

export class RondDriegesprekAfDto implements Van<'rondDriegesprekAf'> {
  @Keuze(['rondDriegesprekAf']) soort!: 'rondDriegesprekAf';
  @Keuze(['in-persoon', 'telefonisch', 'schriftelijk'])
  vorm!: Van<'rondDriegesprekAf'>['vorm'];
  @Datum({ voorbeeld: '2026-07-01' }) gevoerdOp!: IsoDatum;
  @Tekst({ optioneel: true, voorbeeld: 'Wil graag als monteur werken.' }) verslag?: string;
}

export class LegWoningVastDto implements Van<'legWoningVast'> {
  @Keuze(['legWoningVast']) soort!: 'legWoningVast';
  @Datum({ voorbeeld: '2026-09-07' }) beschikbaarOp!: IsoDatum;
  @Tekst({ optioneel: true, hoogstens: 300, voorbeeld: 'Voorbeeldstraat 1' }) adres?: string;
}

export class LegVerhuizingVastDto implements Van<'legVerhuizingVast'> {
  @Keuze(['legVerhuizingVast']) soort!: 'legVerhuizingVast';
  @Datum({ voorbeeld: '2026-09-10' }) verhuisdOp!: IsoDatum;
}

export class LegBrpInschrijvingVastDto implements Van<'legBrpInschrijvingVast'> {
  @Keuze(['legBrpInschrijvingVast']) soort!: 'legBrpInschrijvingVast';
  @Datum({ voorbeeld: '2026-09-14' }) ingeschrevenOp!: IsoDatum;
}

export class LegBijstandVastDto implements Van<'legBijstandVast'> {
  @Keuze(['legBijstandVast']) soort!: 'legBijstandVast';
  @Waarheid() toegekend!: boolean;

  @Datum({
    voorbeeld: '2026-09-14',
    uitleg: 'Toegekend: de dag waarop het recht ontstaat. Afgewezen: de dag van het besluit.',
  })
  op!: IsoDatum;
}

export class RondRegelingenAfDto implements Van<'rondRegelingenAf'> {
  @Keuze(['rondRegelingenAf']) soort!: 'rondRegelingenAf';
  @Datum({ voorbeeld: '2026-09-21' }) afgerondOp!: IsoDatum;
  @Lijst({ voorbeeld: ['zorgtoeslag', 'huurtoeslag'] }) geregeld!: string[];
}

export class StartBegeleidingDto implements Van<'startBegeleiding'> {
  @Keuze(['startBegeleiding']) soort!: 'startBegeleiding';
  @Datum({ voorbeeld: '2026-09-14' }) gestartOp!: IsoDatum;
  @Tekst({ hoogstens: 200, voorbeeld: 'Wijkteam Noord' }) uitvoerder!: string;
}

const BETALINGEN = ['huur', 'gas', 'water', 'stroom', 'zorgverzekering'] as const;

export class RichtOntzorgenInDto implements Van<'richtOntzorgenIn'> {
  @Keuze(['richtOntzorgenIn']) soort!: 'richtOntzorgenIn';
  @Datum({ voorbeeld: '2026-09-17' }) ingerichtOp!: IsoDatum;
  @Lijst({ waarden: BETALINGEN, hoogstens: 5, voorbeeld: ['huur', 'zorgverzekering'] })
  betalingen!: (typeof BETALINGEN)[number][];
}

export class RondOntzorgenAfDto implements Van<'rondOntzorgenAf'> {
  @Keuze(['rondOntzorgenAf']) soort!: 'rondOntzorgenAf';
  @Datum({ voorbeeld: '2027-03-13' }) afgerondOp!: IsoDatum;
  @Tekst({ voorbeeld: 'Betaalt de vaste lasten nu zelf.' }) conclusie!: string;
}
