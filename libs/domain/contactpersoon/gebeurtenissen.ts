import type { Contactgegevens } from './opdrachten.js';

export type ContactpersoonGebeurtenis =
  | (Contactgegevens & {
      readonly soort: 'contactpersoonAangewezen';
      /** DUO's number; null: DUO does not know this contactpersoon yet. */
      readonly contactpersoonId: number | null;
    })
  /** DUO took the contactpersoon that was named, and gave this number. */
  | {
      readonly soort: 'contactpersoonBijDuo';
      readonly contactpersoonId: number;
    };
