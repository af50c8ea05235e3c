import type { SignaalUitkomst } from './opdrachten.js';
import type { Signaal } from './signalen.js';

export type SignaalGebeurtenis =
  | {
      readonly soort: 'duoSignaalOntvangen';
      readonly gebeurtenisId: Signaal;
      readonly gemeldTijdstip: string;
      /** The file said otherwise at that moment: nobody needs to look. */
      readonly weerlegd: boolean;
    }
  | {
      readonly soort: 'duoSignaalBekeken';
      readonly gebeurtenisId: Signaal;
      readonly uitkomst: SignaalUitkomst;
      readonly toelichting: string | null;
    };
