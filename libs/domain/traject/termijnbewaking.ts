import { plusDagen, type IsoDatum } from '../datum/datum.js';
import { datumTekst } from '../datum/datum-tekst.js';
import { DomainError } from '../fout.js';
import { metOpschorting } from '../opschorting/verzoek.js';
import { oorzakenVan } from '../termijnen/oorzaken.js';
import { berekenReeks } from '../termijnen/reeks.js';
import type { Gebeurtenis } from './gebeurtenis.js';
import type { SportSoort, TrajectTermijnCode } from './instellingen.js';
import { termijnomgeving, type Omgeving } from './kern.js';
import type { GewensteTermijn } from './onderwerp.js';
import { ONDERWERPEN } from './onderwerpen.js';
import type { BerekendeTermijn, LadderSport, TermijnGebeurtenis } from './termijngebeurtenissen.js';
import type { TermijnStand, Toestand } from './toestand.js';

const DUO_STELT = {
  wet: 'Wet inburgering 2021',
  artikel: '11',
  url: 'https://wetten.overheid.nl/BWBR0044770',
};

function ladder(
  code: TrajectTermijnCode,
  uiterlijkOp: IsoDatum,
  omgeving: Omgeving,
): LadderSport[] {
  return omgeving.instellingen.ladders[code].map(({ sport, dagen }) => ({
    sport,
    op: plusDagen(uiterlijkOp, dagen),
  }));
}

/** The terms the facts call for, with what stands in their ledgers; none for who was received by mistake. */
export function gewensteTermijnen(
  toestand: Toestand,
  omgeving: Omgeving,
): readonly GewensteTermijn[] {
  if (toestand.tenOnrechte !== undefined) return [];
  return ONDERWERPEN.flatMap((onderwerp) => onderwerp.termijnen(toestand, omgeving)).map(
    (gewenst) => metOpschorting(gewenst, toestand),
  );
}

/** Awb 4:15 does not settle whether the day on which the aanvraag was completed still counts; said when it matters. */
function dagVanAanvulling(
  { zonderDagVanAanvulling: vraag }: GewensteTermijn,
  uiterlijkOp: IsoDatum,
  omgeving: Omgeving,
): readonly string[] {
  const anders = vraag && berekenReeks({ vraag }, termijnomgeving(omgeving));
  const dag = anders?.ok === true ? anders.antwoord.uiterlijkOp : null;
  return dag === null || dag === uiterlijkOp
    ? []
    : [
        `De dag waarop de aanvraag is aangevuld telt als opgeschort; telt die dag al mee voor de termijn, dan is ${datumTekst(dag)} de laatste dag.`,
      ];
}

/** Null: the facts do not lead to a date yet (no BRP registration, for instance). */
function bereken(
  gewenst: GewensteTermijn,
  feiten: string,
  omgeving: Omgeving,
): BerekendeTermijn | null {
  const kalenderVersie = omgeving.kalender.versie;
  if (gewenst.verzoek.soort === 'gesteld') {
    const { uiterlijkOp, door } = gewenst.verzoek;
    return {
      uiterlijkOp,
      regelVersie: door,
      kalenderVersie,
      feiten,
      uitleg: [{ datum: uiterlijkOp, tekst: `${door} heeft deze laatste dag vastgesteld.` }],
      bron: DUO_STELT,
      voorbehouden: [],
      ladder: ladder(gewenst.code, uiterlijkOp, omgeving),
    };
  }
  const uitkomst = berekenReeks(gewenst.verzoek, termijnomgeving(omgeving));
  if (!uitkomst.ok) {
    throw new DomainError('TERMIJN_ONBEREKENBAAR', `${gewenst.code}: ${uitkomst.fout.code}`);
  }
  const { antwoord } = uitkomst;
  if (antwoord.uiterlijkOp === null) return null;
  const { geldigVanaf, ...bron } = antwoord.bron;
  return {
    uiterlijkOp: antwoord.uiterlijkOp,
    regelVersie: `${antwoord.termijn}@${geldigVanaf}`,
    kalenderVersie,
    feiten,
    uitleg: antwoord.uitleg,
    bron,
    voorbehouden: [
      ...antwoord.voorbehouden,
      ...dagVanAanvulling(gewenst, antwoord.uiterlijkOp, omgeving),
    ],
    ladder: ladder(gewenst.code, antwoord.uiterlijkOp, omgeving),
  };
}

/** Signals already given that the new date makes premature. */
function teVroegGegeven(
  stand: TermijnStand,
  nieuw: BerekendeTermijn,
  vandaag: IsoDatum,
): SportSoort[] {
  return nieuw.ladder
    .filter(({ sport, op }) => stand.sporten[sport] !== undefined && op > vandaag)
    .map(({ sport }) => sport);
}

function bijstellen(
  gewenst: GewensteTermijn,
  stand: TermijnStand | undefined,
  omgeving: Omgeving,
): Gebeurtenis | null {
  const { sleutel, code } = gewenst;
  const feiten = JSON.stringify(gewenst.verzoek);
  if (stand !== undefined && stand.status !== 'ingetrokken' && stand.feiten === feiten) return null;
  const berekend = bereken(gewenst, feiten, omgeving);
  if (berekend === null) {
    return stand !== undefined && stand.status !== 'ingetrokken'
      ? { soort: 'termijnIngetrokken', sleutel, ...(isGeschorst(gewenst) ? GESCHORST : {}) }
      : null;
  }
  return stand === undefined || stand.status === 'ingetrokken'
    ? { soort: 'termijnGestart', sleutel, code, ...berekend }
    : verplaats(gewenst, stand, berekend, omgeving.vandaag);
}

const GESCHORST = { reden: 'opgeschort' } as const;

function isGeschorst({ verzoek }: GewensteTermijn): boolean {
  return verzoek.soort === 'berekend' && verzoek.vraag.schorsingen !== undefined;
}

export type TermijnVerplaatst = Extract<TermijnGebeurtenis, { soort: 'termijnVerplaatst' }>;

function verplaats(
  { sleutel, code, verzoek }: GewensteTermijn,
  stand: TermijnStand,
  berekend: BerekendeTermijn,
  vandaag: IsoDatum,
): TermijnVerplaatst {
  const oorzaken = oorzakenVan(stand, verzoek, berekend.regelVersie);
  return {
    soort: 'termijnVerplaatst',
    sleutel,
    code,
    oudUiterlijkOp: stand.uiterlijkOp,
    teruggenomen: teVroegGegeven(stand, berekend, vandaag),
    ...berekend,
    ...(oorzaken.length === 0 ? {} : { oorzaken }),
  };
}

/**
 * Every running term computed anew from the same facts, with the calendar and table of `omgeving`: the dates that
 * move. A term that was met or withdrawn stays as it was decided.
 */
export function herberekenLopende(
  toestand: Toestand,
  omgeving: Omgeving,
  reden: string,
): readonly TermijnVerplaatst[] {
  return gewensteTermijnen(toestand, omgeving).flatMap((gewenst) => {
    const stand = toestand.termijnen[gewenst.sleutel];
    if (stand?.status !== 'loopt') return [];
    const berekend = bereken(gewenst, JSON.stringify(gewenst.verzoek), omgeving);
    return berekend === null || berekend.uiterlijkOp === stand.uiterlijkOp
      ? []
      : [{ ...verplaats(gewenst, stand, berekend, omgeving.vandaag), reden }];
  });
}

function halen(gewenst: GewensteTermijn, stand: TermijnStand | undefined): Gebeurtenis | null {
  const { sleutel, gehaaldOp } = gewenst;
  if (stand === undefined || stand.status === 'ingetrokken') return null;
  if (gehaaldOp === null) {
    return stand.status === 'gehaald' ? { soort: 'termijnHervat', sleutel } : null;
  }
  return stand.status === 'gehaald' && stand.gehaaldOp === gehaaldOp
    ? null
    : { soort: 'termijnGehaald', sleutel, gehaaldOp, teLaat: gehaaldOp > stand.uiterlijkOp };
}

/**
 * What the facts mean for the terms: started, moved, met, resumed or withdrawn. One step at a time, so that the
 * caller folds it in before asking for the next; an empty answer means all terms stand where the facts put them.
 */
export function volgendeTermijnstap(toestand: Toestand, omgeving: Omgeving): Gebeurtenis | null {
  const gewenst = gewensteTermijnen(toestand, omgeving);
  for (const termijn of gewenst) {
    const stand = toestand.termijnen[termijn.sleutel];
    const stap = bijstellen(termijn, stand, omgeving) ?? halen(termijn, stand);
    if (stap) return stap;
  }
  const sleutels = new Set(gewenst.map(({ sleutel }) => sleutel));
  for (const [sleutel, { status, code }] of Object.entries(toestand.termijnen)) {
    if (status !== 'loopt' || sleutels.has(sleutel)) continue;
    // A rhythm goes on under the next key: its previous beat was met by the talk that came.
    return code === 'VOORTGANGSGESPREK' &&
      toestand.voortgangsgesprek !== null &&
      Number(sleutel.split(':')[1]) <= toestand.voortgangsgesprek.aantal
      ? {
          soort: 'termijnGehaald',
          sleutel,
          gehaaldOp: toestand.voortgangsgesprek.op,
          teLaat: toestand.voortgangsgesprek.op > (toestand.termijnen[sleutel]?.uiterlijkOp ?? ''),
        }
      : { soort: 'termijnIngetrokken', sleutel };
  }
  return null;
}
