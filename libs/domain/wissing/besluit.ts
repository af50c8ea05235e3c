import { besloten, geweigerd, type Artikel } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import type { WissingOpdracht } from './opdrachten.js';

/** Unlawfully processed data is erased without delay. */
const ZONDER_GRONDSLAG: Artikel = {
  wet: 'Algemene verordening gegevensbescherming',
  artikel: '17, eerste lid, onder d',
  url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj/nld',
};

/** The terms and open messages follow by themselves: a journey that should not be has none. */
export const wissingBesluiten: Besluiten<WissingOpdracht> = {
  meldTenOnrechteOntvangen: (_toestand, { reden, onherroepelijk }) =>
    onherroepelijk
      ? besloten({ soort: 'tenOnrechteOntvangen', reden, bron: ZONDER_GRONDSLAG })
      : geweigerd(
          'WISSEN_NIET_BEVESTIGD',
          'Wissen is niet terug te draaien. Bevestig dat u dat weet.',
          { veld: 'onherroepelijk', artikel: ZONDER_GRONDSLAG },
        ),
};
