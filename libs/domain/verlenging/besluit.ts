import { laatste } from '../datum/datum.js';
import { berekenTermijn } from '../termijnen/bereken.js';
import { geldendEnVervallen } from '../termijnen/ledger.js';
import { berekenReeks, vanafEinde } from '../termijnen/reeks.js';
import type { Bron, TermijnFout } from '../termijnen/typen.js';
import type { Gebeurtenis } from '../traject/gebeurtenis.js';
import {
  besloten,
  bi,
  geweigerd,
  ri,
  termijnomgeving,
  wi,
  type Omgeving,
  type Uitkomst,
  type Weigering,
} from '../traject/kern.js';
import type { Besluiten } from '../traject/onderwerp.js';
import { eersteWeigering, nietInToekomst, pasNa } from '../traject/regels.js';
import type { Toestand, VerlengingRegel } from '../traject/toestand.js';
import type { VerlengingOpdracht } from './opdrachten.js';
import { metVerlenging } from './pas-toe.js';
import { eigenTermijn, geldendeVerlengingen, vervolgVan } from './verzoek.js';

type Nee = { readonly ok: false; readonly weigering: Weigering };
type LegVast = Extract<VerlengingOpdracht, { soort: 'legVerlengingVast' }>;

function onbekend(veld: string): Nee {
  return geweigerd('VERLENGING_ONBEKEND', 'Deze verlenging staat er niet, of is ingetrokken.', {
    veld,
  });
}

/** The engine names a fact by its own name; the opdracht calls the kind of opleiding by another. */
function geweigerdDoorRegel({ code, veld, melding }: TermijnFout): Nee {
  const naam = veld === 'soort' ? 'opleiding' : veld;
  return geweigerd(code, melding.replace(/^soort\b/, 'opleiding'), {
    veld: naam,
    artikel: ri('4.1'),
  });
}

/** The provision of the ground, or why the facts do not fit it. */
function beoordeel(toestand: Toestand, regel: VerlengingRegel, omgeving: Omgeving): Bron | Nee {
  const na = metVerlenging(toestand, regel);
  const volgorde = geldendeVerlengingen(na);
  const eerder = volgorde.slice(
    0,
    volgorde.findIndex(({ id }) => id === regel.id),
  );
  const reeks = eigenTermijn(na, ({ id }) => eerder.some((een) => een.id === id));
  const tot = reeks === null ? null : berekenReeks(reeks, termijnomgeving(omgeving));
  if (!tot?.ok || tot.antwoord.uiterlijkOp === null) {
    return geweigerd(
      'PIP_NIET_VASTGESTELD',
      'Zonder vastgesteld PIP loopt er geen inburgeringstermijn om te verlengen.',
      { artikel: wi('11') },
    );
  }
  // DUO may have lengthened it further than is known here.
  const einde = laatste(
    tot.antwoord.uiterlijkOp,
    na.duoTermijn?.eindeOp ?? tot.antwoord.uiterlijkOp,
  );
  const vraag = vanafEinde(vervolgVan(na, regel), einde);
  const uitkomst = berekenTermijn(vraag, termijnomgeving(omgeving));
  if (!uitkomst.ok) return geweigerdDoorRegel(uitkomst.fout);
  if (uitkomst.antwoord.plichtGeeindigd === true) {
    return geweigerd(
      'ONDERBREKING_TE_LANG',
      'Na een onderbreking van meer dan een jaar is de plicht geëindigd; er is niets te verlengen.',
      { veld: 'tot', artikel: bi('2.1 lid 2') },
    );
  }
  const { geldigVanaf: _vanaf, ...bron } = uitkomst.antwoord.bron;
  return bron;
}

function nietBijRoute({ leerroute }: Toestand, { grond }: LegVast): Nee | null {
  return grond === 'inspanningen' && leerroute?.route !== 'B'
    ? geweigerd(
        'ALLEEN_B1_ROUTE',
        'Verlenging wegens aanzienlijke inspanningen is er alleen voor de B1-route.',
        { veld: 'grond', artikel: bi('4.4') },
      )
    : null;
}

function besluitDag({ oordeel, besluitOp }: LegVast, omgeving: Omgeving): Nee | null {
  if ((oordeel === 'toegekend') !== (besluitOp !== undefined)) {
    return geweigerd(
      'BESLUITDAG_BIJ_TOEKENNING',
      'Noem bij een toegekende verlenging de dag van het besluit van DUO; bij een verwachte niet.',
      { veld: 'besluitOp', artikel: wi('12') },
    );
  }
  return besluitOp === undefined ? null : nietInToekomst(besluitOp, 'besluitOp', omgeving);
}

function geldend(toestand: Toestand, gezocht: string): VerlengingRegel | undefined {
  return geldendEnVervallen(toestand.verlengingen ?? []).geldend.find(({ id }) => id === gezocht);
}

function legVast(toestand: Toestand, opdracht: LegVast, omgeving: Omgeving): Uitkomst<Gebeurtenis> {
  const { soort: _soort, oordeel, besluitOp = null, vervangt, reden, ...feiten } = opdracht;
  const oud = vervangt === undefined ? undefined : geldend(toestand, vervangt);
  if (vervangt !== undefined && oud === undefined) return onbekend('vervangt');
  if ((vervangt === undefined) !== (reden === undefined)) {
    return geweigerd(
      'REDEN_BIJ_VERVANGING',
      'Noem bij een correctie wat zij vervangt (vervangt) en waarom (reden); anders geen van beide.',
      { veld: vervangt === undefined ? 'vervangt' : 'reden' },
    );
  }
  const id = oud?.id ?? `${toestand.nr + 1}-verlenging`;
  const versie = (oud?.versie ?? 0) + 1;
  const regel = {
    id,
    versie,
    nr: toestand.nr + 1,
    op: omgeving.vandaag,
    oordeel,
    besluitOp,
    feiten,
  };
  const bron = beoordeel(toestand, regel, omgeving);
  if ('ok' in bron) return bron;
  const inhoud = { verlengingId: id, oordeel, besluitOp, feiten, bron };
  return oud === undefined || reden === undefined
    ? besloten({ soort: 'verlengingVastgelegd', ...inhoud })
    : besloten({ soort: 'verlengingGecorrigeerd', ...inhoud, versie, reden });
}

export const verlengingBesluiten: Besluiten<VerlengingOpdracht> = {
  legVerlengingVast: (toestand, opdracht, omgeving) =>
    eersteWeigering(
      pasNa(
        toestand.plichtEinde === null,
        'PLICHT_GEEINDIGD',
        'De plicht is geëindigd; er is geen termijn meer om te verlengen.',
        wi('12'),
      ),
      nietBijRoute(toestand, opdracht),
      besluitDag(opdracht, omgeving),
    ) ?? legVast(toestand, opdracht, omgeving),
  trekVerlengingIn: (toestand, { verlenging, reden }) => {
    const oud = geldend(toestand, verlenging);
    return oud === undefined
      ? onbekend('verlenging')
      : besloten({
          soort: 'verlengingIngetrokken',
          verlengingId: oud.id,
          versie: oud.versie + 1,
          reden,
        });
  },
};
