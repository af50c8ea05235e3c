import { isNogDeze, koppeling } from '../contactpersoon/bericht.js';
import { besloten, geweigerd, wi, type Omgeving, type Uitkomst } from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import type { Gebeurtenis } from '../traject/gebeurtenis.js';
import { nietInToekomst } from '../traject/regels.js';
import type { BerichtStand, Toestand } from '../traject/toestand.js';
import type { BerichtBesloten } from './gebeurtenissen.js';
import type { BerichtOpdracht } from './opdrachten.js';
import { stuurOpnieuw } from './opnieuw.js';
import { apiVan, isPortaalsoort } from './soorten.js';

const ONBEKEND = 'Dit bericht hoort niet bij het traject.';

/** Reports of the delivery: a message that is no longer open keeps its end state, and the report gives no event. */
function bijOpen(
  toestand: Toestand,
  meldingId: string,
  dan: (bericht: BerichtStand) => Uitkomst<Gebeurtenis>,
): Uitkomst<Gebeurtenis> {
  const bericht = toestand.berichten[meldingId];
  if (bericht === undefined) {
    return geweigerd('BERICHT_ONBEKEND', ONBEKEND, { veld: 'meldingId' });
  }
  return bericht.status === 'open' ? dan(bericht) : besloten();
}

function herstelbaar(toestand: Toestand, meldingId: string) {
  const bericht = toestand.berichten[meldingId];
  if (bericht === undefined) {
    return geweigerd('BERICHT_ONBEKEND', ONBEKEND, { veld: 'meldingId' });
  }
  return bericht.status === 'bezorgd' ||
    bericht.status === 'handmatig' ||
    bericht.status === 'vervallen'
    ? geweigerd('BERICHT_AFGEHANDELD', 'Dit bericht is al afgehandeld.', { veld: 'meldingId' })
    : null;
}

/** What DUO cannot be offered again: it has no API, the API is off, or we lack DUO's number. */
function kanNietLangsApi(
  { soort, oorzaak }: BerichtStand,
  { instellingen }: Omgeving,
): ReturnType<typeof geweigerd> | null {
  if (isPortaalsoort(soort) || oorzaak === 'NUMMER_ONBEKEND') {
    return geweigerd(
      'BERICHT_ZONDER_API',
      'Dit bericht kan alleen in het Portal Inburgering worden gedaan.',
      { veld: 'meldingId' },
    );
  }
  const api = apiVan(soort);
  return api !== null && instellingen.duoApisUit?.includes(api)
    ? geweigerd('DUO_API_UIT', `De API ${api} van DUO staat voor uw gemeente uit.`, {
        veld: 'meldingId',
      })
    : null;
}

/** A new contactpersoon is known at DUO: now the inburgeraar is linked to it. */
function naAanmelding(
  toestand: Toestand,
  meldingId: string,
  contactpersoonId: number | undefined,
): readonly Gebeurtenis[] {
  if (toestand.berichten[meldingId]?.soort !== 'CONTACTPERSOON_AANMELDEN') return [];
  if (!isNogDeze(toestand, meldingId)) return [];
  const nr = toestand.nr + 1;
  return contactpersoonId === undefined
    ? [koppeling(nr, null)]
    : [{ soort: 'contactpersoonBijDuo', contactpersoonId }, koppeling(nr, contactpersoonId)];
}

type Portaalmelding = Extract<BerichtOpdracht, { soort: 'legPortaalmeldingVast' }>;

function portaalbericht({ nr }: Toestand, opdracht: Portaalmelding): BerichtBesloten {
  const { melding, op, bedragEuro } = opdracht;
  const kop = {
    soort: 'berichtBesloten',
    meldingId: `${nr + 1}-portaal`,
    baan: 'portaal',
  } as const;
  const inhoud = { op, toelichting: opdracht.toelichting ?? null };
  return melding === 'BOETE'
    ? { ...kop, bericht: melding, inhoud: { ...inhoud, bedragEuro: bedragEuro ?? 0 } }
    : { ...kop, bericht: melding, inhoud };
}

export const berichtBesluiten: Besluiten<BerichtOpdracht> = {
  meldBezorgd: (toestand, { meldingId, berichtId, contactpersoonId }, { vandaag }) =>
    bijOpen(toestand, meldingId, () =>
      besloten(
        { soort: 'berichtBezorgd', meldingId, berichtId, bezorgdOp: vandaag },
        ...naAanmelding(toestand, meldingId, contactpersoonId),
      ),
    ),
  meldGeweigerd: (toestand, { meldingId, foutteksten }) =>
    bijOpen(toestand, meldingId, () =>
      besloten({ soort: 'berichtGeweigerd', meldingId, foutteksten }),
    ),
  meldNietBezorgd: (toestand, { meldingId, oorzaak }) =>
    bijOpen(toestand, meldingId, () => besloten({ soort: 'berichtOpgegeven', meldingId, oorzaak })),
  meldIngehaald: (toestand, { meldingId }) =>
    bijOpen(toestand, meldingId, () =>
      besloten({
        soort: 'berichtVervallen',
        meldingId,
        reden: 'Een nieuwer bericht zegt hetzelfde met de laatste stand.',
      }),
    ),
  meldApiUit: (toestand, { meldingId }, { instellingen }) =>
    bijOpen(toestand, meldingId, ({ soort }) => {
      const api = apiVan(soort);
      return api !== null && instellingen.duoApisUit?.includes(api)
        ? besloten({ soort: 'berichtHandmatigTeDoen', meldingId, oorzaak: 'API_UIT' })
        : besloten();
    }),
  meldHandmatigGedaan: (toestand, { meldingId, gedaanOp, bewijs }, omgeving) =>
    herstelbaar(toestand, meldingId) ??
    nietInToekomst(gedaanOp, 'gedaanOp', omgeving) ??
    besloten({ soort: 'berichtHandmatigGedaan', meldingId, gedaanOp, bewijs }),
  biedOpnieuwAan: (toestand, { meldingId }, omgeving) => {
    const bericht = toestand.berichten[meldingId];
    const nee = herstelbaar(toestand, meldingId) ?? (bericht && kanNietLangsApi(bericht, omgeving));
    if (nee) return nee;
    return bericht?.status === 'open'
      ? geweigerd('BERICHT_ONDERWEG', 'Dit bericht is nog onderweg.', { veld: 'meldingId' })
      : besloten({
          soort: 'berichtOpnieuwAangeboden',
          meldingId,
        });
  },
  legPortaalmeldingVast: (toestand, opdracht, omgeving) => {
    const nee = nietInToekomst(opdracht.op, 'op', omgeving);
    if (nee) return nee;
    return (opdracht.melding === 'BOETE') === (opdracht.bedragEuro !== undefined)
      ? besloten(portaalbericht(toestand, opdracht))
      : geweigerd(
          'BEDRAG_HOORT_BIJ_BOETE',
          'Noem bij een boete het bedrag, en bij een andere melding niet.',
          { veld: 'bedragEuro', artikel: wi('22') },
        );
  },
  trekPortaalmeldingIn: (toestand, { meldingId, reden }) => {
    const bericht = toestand.berichten[meldingId];
    const nee = herstelbaar(toestand, meldingId);
    if (nee) return nee;
    return bericht && isPortaalsoort(bericht.soort)
      ? besloten({ soort: 'berichtVervallen', meldingId, reden })
      : geweigerd(
          'GEEN_PORTAALMELDING',
          'Dit bericht volgt uit een feit in het dossier. Trek dat feit in als het niet klopt.',
          { veld: 'meldingId' },
        );
  },
  stuurOpnieuw,
};
