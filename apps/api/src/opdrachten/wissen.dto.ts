import { WISREDENEN, type Wisreden, type WissingOpdracht } from '#domain/wissing/opdrachten.js';
import { Keuze, Waarheid } from '../common/velden.js';

export class MeldTenOnrechteOntvangenDto implements WissingOpdracht {
  @Keuze(['meldTenOnrechteOntvangen']) soort!: 'meldTenOnrechteOntvangen';
  @Keuze(WISREDENEN, {
    voorbeeld: 'correctie-van-duo',
    uitleg: 'Waarom deze persoon hier nooit bekend had moeten zijn.',
  })
  reden!: Wisreden;
  @Waarheid({
    uitleg:
      'U weet dat dit niet terug te draaien is: het traject stopt, berichten en taken vervallen en alle persoonsgegevens worden onleesbaar. Daarna antwoordt het traject 410, ook op dit verzoek nog eens.',
  })
  onherroepelijk!: boolean;
}
