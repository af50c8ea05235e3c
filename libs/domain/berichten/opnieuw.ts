import { koppeling, wijziging } from '../contactpersoon/bericht.js';
import { resultaatBericht, resultaatKan, resultaatNu } from '../keten/resultaat.js';
import { dagtekeningKan } from '../pip/besluit.js';
import { pipBericht, pipIntrekkenKan } from '../pip/bericht.js';
import type { Gebeurtenis } from '../traject/gebeurtenis.js';
import { besloten, geweigerd, type Omgeving, type Uitkomst } from '../traject/kern.js';
import type { Toestand } from '../traject/toestand.js';
import type { Urenvorm } from '../uren/opdrachten.js';
import { overigeUrenBericht } from '../uren/overige-uren.js';
import type { BerichtOpdracht } from './opdrachten.js';

/** Subjects whose facts can go to DUO once more. Not the aanbod: correcting it sends it whole. */
export const OPNIEUW_ONDERWERPEN = [
  'pip',
  'map',
  'pvt',
  'zroute',
  'uren',
  'participatieactiviteiten',
  'taallessen-brede-intake',
  'contactpersoon',
] as const;

export type OpnieuwOnderwerp = (typeof OPNIEUW_ONDERWERPEN)[number];

type Opdracht = Extract<BerichtOpdracht, { soort: 'stuurOpnieuw' }>;
type Nee = ReturnType<typeof geweigerd>;

const NIETS: Nee = geweigerd('NIETS_TE_STUREN', 'Over dit onderwerp staat niets in het dossier.', {
  veld: 'onderwerp',
});

const kop = (nr: number, baan: string) =>
  ({ soort: 'berichtBesloten', meldingId: `${nr}-${baan}`, baan }) as const;

/** The messages that say all of a subject; with nothing recorded only what was taken back here is taken back there. */
const STAND: Readonly<
  Record<
    OpnieuwOnderwerp,
    (t: Toestand, o: Opdracht, omgeving: Omgeving) => Nee | readonly Gebeurtenis[]
  >
> = {
  pip: (toestand, { reden }, omgeving) => {
    const { leerroute, nr, ingetrokken } = toestand;
    const { vastgesteld } = toestand.pip;
    if (vastgesteld === null || leerroute === null) {
      return ingetrokken['pip'] === undefined
        ? NIETS
        : (pipIntrekkenKan(toestand) ?? [
            { ...kop(nr + 1, 'pip'), bericht: 'PIP_INTREKKEN', inhoud: { reden } },
          ]);
    }
    return (
      dagtekeningKan(toestand, vastgesteld.op, omgeving) ?? [
        pipBericht(toestand, `${nr + 1}-pip`, vastgesteld.op, leerroute),
      ]
    );
  },
  map: (toestand, _opdracht, omgeving) => resultaat(toestand, 'MAP', omgeving),
  pvt: (toestand, _opdracht, omgeving) => resultaat(toestand, 'PVT', omgeving),
  zroute: ({ zroute, ingetrokken, nr }) =>
    zroute === undefined && ingetrokken['zrouteAfronding'] === undefined
      ? NIETS
      : [
          {
            ...kop(nr + 1, 'zroute'),
            bericht: 'ZROUTE_DOORGEVEN',
            inhoud: { datumAfrondingZroute: zroute?.op ?? null },
          },
        ],
  uren: ({ uren, nr }) =>
    uren === null
      ? NIETS
      : [
          {
            ...kop(nr + 1, 'uren'),
            bericht: 'UREN_DOORGEVEN',
            inhoud: { uren: Math.floor(uren.nt2 + uren.knm) },
          },
        ],
  participatieactiviteiten: (toestand) => overigeUren(toestand, 'participatieactiviteiten'),
  'taallessen-brede-intake': (toestand) => overigeUren(toestand, 'taallessen-brede-intake'),
  contactpersoon: ({ contactpersoon, nr }) =>
    contactpersoon === undefined
      ? NIETS
      : [wijziging(nr + 1, contactpersoon), koppeling(nr + 2, contactpersoon.contactpersoonId)],
};

function overigeUren(toestand: Toestand, vorm: Urenvorm): Nee | readonly Gebeurtenis[] {
  const stand = toestand.overigeUren?.[vorm];
  return stand === undefined ? NIETS : [overigeUrenBericht(toestand.nr + 1, vorm, stand.uren)];
}

function resultaat(
  toestand: Toestand,
  soort: 'MAP' | 'PVT',
  omgeving: Omgeving,
): Nee | readonly Gebeurtenis[] {
  const nu = resultaatNu(toestand, soort);
  const { mapEindgesprek, mapVerwijtbaar, pvtOndertekening, pvtVerwijtbaar } = toestand.ingetrokken;
  const teruggenomen =
    soort === 'MAP' ? (mapEindgesprek ?? mapVerwijtbaar) : (pvtOndertekening ?? pvtVerwijtbaar);
  if (nu.op === null && nu.verwijtbaar === null && teruggenomen === undefined) return NIETS;
  return resultaatKan(toestand, soort, nu, omgeving) ?? [resultaatBericht(toestand, soort, nu)];
}

/** Has the facts of a subject sent once more, whole and as they stand now. */
export function stuurOpnieuw(
  toestand: Toestand,
  opdracht: Opdracht,
  omgeving: Omgeving,
): Uitkomst<Gebeurtenis> {
  const { onderwerp, reden } = opdracht;
  const wacht = Object.values(toestand.berichten).some(
    ({ baan, status }) =>
      baan === onderwerp &&
      status !== 'bezorgd' &&
      status !== 'handmatig' &&
      status !== 'vervallen',
  );
  if (wacht) {
    return geweigerd(
      'BERICHT_ONDERWEG',
      'Over dit onderwerp is nog een bericht onderweg of wacht er een op een mens. Rond dat eerst af.',
      { veld: 'onderwerp' },
    );
  }
  const uitkomst = STAND[onderwerp](toestand, opdracht, omgeving);
  return 'ok' in uitkomst
    ? uitkomst
    : besloten({ soort: 'feitenOpnieuwGestuurd', onderwerp, reden }, ...uitkomst);
}
