import { BRP_UITKOMSTEN, type BrpOpdracht } from '#domain/brp/opdrachten.js';
import { Keuze, Tekst } from '../common/velden.js';

type HandelAf = Extract<BrpOpdracht, { soort: 'handelBrpVerschillenAf' }>;

export class HandelBrpVerschillenAfDto implements HandelAf {
  @Keuze(['handelBrpVerschillenAf']) soort!: 'handelBrpVerschillenAf';
  @Keuze(BRP_UITKOMSTEN, {
    voorbeeld: 'hersteld',
    uitleg: 'Een verschil dat verklaard is, komt niet nog eens terug.',
  })
  uitkomst!: HandelAf['uitkomst'];
  @Tekst({ optioneel: true, voorbeeld: 'De inschrijving is gecorrigeerd.' }) toelichting?: string;
}
