import type { IsoDatum } from '../datum/datum.js';
import { geldendEnVervallen, type LedgerInhoud } from '../termijnen/ledger.js';
import { berekenReeks } from '../termijnen/reeks.js';
import type { Bron } from '../termijnen/typen.js';
import { schorsingsbron } from '../termijnen/wettelijke-termijnen.js';
import type { Gebeurtenis } from '../traject/gebeurtenis.js';
import {
  besloten,
  bi,
  geweigerd,
  termijnomgeving,
  wi,
  type Omgeving,
  type Uitkomst,
  type Weigering,
} from '../traject/kern.js';
import type { Besluiten, GewensteTermijn } from '../traject/onderwerp.js';
import { eersteWeigering, nietEerderDan, nietInToekomst } from '../traject/regels.js';
import { gewensteTermijnen } from '../traject/termijnbewaking.js';
import type { OpschortingRegel, Toestand } from '../traject/toestand.js';
import { nietBinnenTienWeken } from './derden.js';
import type { OpschortingOpdracht } from './opdrachten.js';
import { metRegel } from './pas-toe.js';
import { staatStil } from './verzoek.js';

const DERDEN = 'PIP_VASTSTELLEN';

interface Vastlegging {
  readonly termijn: string;
  readonly inhoud: LedgerInhoud;
  readonly vervangt?: string | undefined;
  readonly reden?: string | undefined;
}

type Nee = { readonly ok: false; readonly weigering: Weigering };

/** The latest version of an entry that counts, with the term it belongs to. */
function zoekRegel(
  { opschortingen = {} }: Toestand,
  gezocht: string,
): { readonly termijn: string; readonly regel: OpschortingRegel } | null {
  for (const [termijn, regels] of Object.entries(opschortingen)) {
    const regel = geldendEnVervallen(regels).geldend.find(({ id }) => id === gezocht);
    if (regel !== undefined) return { termijn, regel };
  }
  return null;
}

function geenRegel(veld: string): Nee {
  return geweigerd('OPSCHORTING_ONBEKEND', 'Deze opschorting staat er niet, of is ingetrokken.', {
    veld,
  });
}

/** Only what runs, or stands still because of an earlier entry, takes a new one. */
function looptNiet(toestand: Toestand, termijn: string): Nee | null {
  const stand = toestand.termijnen[termijn];
  if (stand === undefined) {
    return geweigerd('TERMIJN_ONBEKEND', 'Dit traject kent deze termijn niet.', {
      veld: 'termijn',
    });
  }
  return stand.status === 'loopt' ||
    (stand.status === 'ingetrokken' && staatStil(toestand, termijn))
    ? null
    : geweigerd('TERMIJN_LOOPT_NIET', 'Deze termijn loopt niet meer.', { veld: 'termijn' });
}

/** The provision that lets this term be suspended, or the refusal that the term engine gives. */
function bronVan(
  gewenst: GewensteTermijn | undefined,
  inhoud: LedgerInhoud,
  omgeving: Omgeving,
): Bron | Nee {
  const geen = (melding: string, artikel?: Bron): Nee =>
    geweigerd('SCHORSING_ONBEKEND_BIJ_TERMIJN', melding, {
      veld: 'termijn',
      ...(artikel ? { artikel } : {}),
    });
  if (gewenst === undefined) return geen('Dit traject kent deze termijn niet (meer).');
  if (inhoud.soort === 'derde') return bi('5.3 lid 2');
  if (gewenst.verzoek.soort === 'gesteld') {
    return geen(
      'DUO heeft deze laatste dag vastgesteld. De inburgeringstermijn wordt niet opgeschort maar verlengd.',
      wi('12'),
    );
  }
  const { vraag } = gewenst.verzoek;
  const uitkomst = berekenReeks(gewenst.verzoek, termijnomgeving(omgeving));
  if (!uitkomst.ok) {
    const { schorsingen: _weg, ...zonder } = vraag;
    const kaal = berekenReeks({ vraag: zonder }, termijnomgeving(omgeving));
    const melding = uitkomst.fout.melding.replace(/^schorsingen: /, '');
    return geen(melding, kaal.ok ? kaal.antwoord.bron : undefined);
  }
  const bron = schorsingsbron(vraag.termijn, omgeving.tabel);
  if (bron === undefined) return geen('Deze termijn kent geen opschorting.');
  return inhoud.soort === 'aanvulling' && bron.wet !== 'Algemene wet bestuursrecht'
    ? geweigerd(
        'GEEN_AANVRAAG',
        'Om aanvulling vragen kan alleen bij een beslissing op een aanvraag of op bezwaar.',
        { veld: 'termijn', artikel: schorsingsbron('AANVRAAG_BESLISSEN', undefined) ?? bron },
      )
    : bron;
}

function legVast(
  toestand: Toestand,
  { termijn, inhoud, vervangt, reden }: Vastlegging,
  omgeving: Omgeving,
): Uitkomst<Gebeurtenis> {
  const oud = vervangt === undefined ? null : zoekRegel(toestand, vervangt);
  if (vervangt !== undefined && oud?.termijn !== termijn) return geenRegel('vervangt');
  if ((vervangt === undefined) !== (reden === undefined)) {
    return geweigerd(
      'REDEN_BIJ_VERVANGING',
      'Noem bij een correctie wat zij vervangt (vervangt) en waarom (reden); anders geen van beide.',
      { veld: vervangt === undefined ? 'vervangt' : 'reden' },
    );
  }
  const nee = oud === null ? looptNiet(toestand, termijn) : null;
  if (nee) return nee;
  const id = oud?.regel.id ?? `${toestand.nr + 1}-opschorting`;
  const versie = (oud?.regel.versie ?? 0) + 1;
  const na = metRegel(toestand, termijn, { id, versie, nr: toestand.nr + 1, inhoud });
  const gewenst = gewensteTermijnen(na, omgeving).find(({ sleutel }) => sleutel === termijn);
  const bron = bronVan(gewenst, inhoud, omgeving);
  if ('ok' in bron) return bron;
  const buiten =
    inhoud.soort === 'derde' ? nietBinnenTienWeken(inhoud.gevraagdOp, gewenst, na, omgeving) : null;
  if (buiten) return buiten;
  const deel = { termijn, opschortingId: id, inhoud, bron };
  return oud === null || reden === undefined
    ? besloten({ soort: 'opschortingVastgelegd', ...deel })
    : besloten({ soort: 'opschortingGecorrigeerd', ...deel, versie, reden });
}

function nietVoor(op: IsoDatum | undefined, grens: IsoDatum, veld: string, wat: string) {
  return op === undefined ? null : nietEerderDan(op, grens, veld, wat);
}

export const opschortingBesluiten: Besluiten<OpschortingOpdracht> = {
  schortTermijnOp: (toestand, { termijn, van, tot, grond, vervangt, reden }, omgeving) =>
    eersteWeigering(
      nietInToekomst(van, 'van', omgeving),
      nietVoor(tot, van, 'tot', 'de eerste dag van de opschorting'),
    ) ??
    legVast(
      toestand,
      {
        termijn,
        inhoud: { soort: 'periode', van, ...(tot === undefined ? {} : { tot }), grond },
        vervangt,
        reden,
      },
      omgeving,
    ),
  vraagAanvulling: (toestand, opdracht, omgeving) => {
    const { termijn, uitnodigingOp, hersteltermijnTot, compleetOp, grond, vervangt, reden } =
      opdracht;
    return (
      eersteWeigering(
        nietInToekomst(uitnodigingOp, 'uitnodigingOp', omgeving),
        nietEerderDan(
          uitnodigingOp,
          toestand.aanvragen?.[termijn]?.ontvangenOp ?? null,
          'uitnodigingOp',
          'de ontvangst van de aanvraag',
          schorsingsbron('AANVRAAG_BESLISSEN', omgeving.tabel),
        ),
        nietVoor(hersteltermijnTot, uitnodigingOp, 'hersteltermijnTot', 'de uitnodiging'),
        nietVoor(compleetOp, uitnodigingOp, 'compleetOp', 'de uitnodiging'),
        compleetOp === undefined ? null : nietInToekomst(compleetOp, 'compleetOp', omgeving),
      ) ??
      legVast(
        toestand,
        {
          termijn,
          inhoud: {
            soort: 'aanvulling',
            uitnodigingOp,
            hersteltermijnTot,
            ...(compleetOp === undefined ? {} : { compleetOp }),
            grond,
          },
          vervangt,
          reden,
        },
        omgeving,
      )
    );
  },
  wachtOpInformatie: (toestand, opdracht, omgeving) => {
    const { derde, gevraagd, gevraagdOp, ontvangenOp, vervangt, reden } = opdracht;
    return (
      eersteWeigering(
        nietInToekomst(gevraagdOp, 'gevraagdOp', omgeving),
        nietVoor(ontvangenOp, gevraagdOp, 'ontvangenOp', 'de dag van de vraag'),
        ontvangenOp === undefined ? null : nietInToekomst(ontvangenOp, 'ontvangenOp', omgeving),
      ) ??
      legVast(
        toestand,
        {
          termijn: DERDEN,
          inhoud: {
            soort: 'derde',
            derde,
            gevraagd,
            gevraagdOp,
            ...(ontvangenOp === undefined ? {} : { ontvangenOp }),
          },
          vervangt,
          reden,
        },
        omgeving,
      )
    );
  },
  trekOpschortingIn: (toestand, { opschorting, reden }) => {
    const oud = zoekRegel(toestand, opschorting);
    if (oud === null) return geenRegel('opschorting');
    const { id, versie } = oud.regel;
    return besloten({
      soort: 'opschortingIngetrokken',
      termijn: oud.termijn,
      opschortingId: id,
      versie: versie + 1,
      reden,
    });
  },
};
