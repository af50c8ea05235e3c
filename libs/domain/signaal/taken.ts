import type { Onderwerp, TaakOpening } from '../traject/onderwerp.js';
import { openerNa } from '../traject/regels.js';
import type { Toestand } from '../traject/toestand.js';
import { SIGNAALREGELS, SIGNALEN, type Signaal } from './signalen.js';

/** Last entry that opens the request for an advies; null: the advies was given, or is waiting to be passed on. */
function naAdvies({ berichten }: Toestand, nr: number): number | null {
  const adviezen = Object.values(berichten).filter(
    (bericht) => bericht.soort === 'ADVIES_ONTHEFFING' && bericht.nr > nr,
  );
  return adviezen.every(({ status }) => status === 'vervallen')
    ? Math.max(nr, ...adviezen.map(({ statusNr }) => statusNr))
    : null;
}

/** The entry since which this signal waits for a person; null: it does not. */
export function signaalWacht(toestand: Toestand, signaal: Signaal): number | null {
  const stand = toestand.signalen?.[signaal];
  if (stand?.open !== true || toestand.plichtEinde !== null) return null;
  const nr = openerNa(toestand, 'plichtEinde', stand.nr);
  if (signaal === 'SS140') return naAdvies(toestand, nr);
  if (signaal !== 'SS127') return nr;
  // The aanbod is the answer; taken back, the question is there again.
  return toestand.aanbod === null ? openerNa(toestand, 'aanbod', nr) : null;
}

function opening(toestand: Toestand, signaal: Signaal): readonly TaakOpening[] {
  const openerNr = signaalWacht(toestand, signaal);
  return openerNr === null
    ? []
    : [{ openerNr, onderwerp: signaal, reden: SIGNAALREGELS[signaal].reden }];
}

export const signaal: Onderwerp = {
  taken: [
    {
      soort: 'advies-ontheffing-geven',
      titel: 'Geef DUO advies over de ontheffing',
      rol: 'regievoerder',
      uitkomsten: ['legPortaalmeldingVast', 'bekijkSignaal'],
      open: (t) => opening(t, 'SS140'),
    },
    {
      soort: 'signaal-bekijken',
      titel: 'Bekijk een signaal van DUO',
      rol: 'regievoerder',
      uitkomsten: ['bekijkSignaal'],
      open: (t) => SIGNALEN.filter((een) => een !== 'SS140').flatMap((een) => opening(t, een)),
    },
  ],
  termijnen: () => [],
  mijlpalen: {},
};
