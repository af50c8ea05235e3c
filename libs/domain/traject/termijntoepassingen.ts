import type { SportSoort } from './instellingen.js';
import type { Toepassingen } from './onderwerp.js';
import type { BerekendeTermijn, TermijnGebeurtenis } from './termijngebeurtenissen.js';
import type { TermijnStand, Toestand } from './toestand.js';

function met(toestand: Toestand, sleutel: string, deel: Partial<TermijnStand>): Toestand {
  const stand = toestand.termijnen[sleutel];
  return stand === undefined
    ? toestand
    : { ...toestand, termijnen: { ...toestand.termijnen, [sleutel]: { ...stand, ...deel } } };
}

function zonderEscalatie(toestand: Toestand, sleutel: string): Toestand {
  const { [sleutel]: _weg, ...escalaties } = toestand.escalaties;
  return { ...toestand, escalaties };
}

/** Reminders whose day was already past when the term started say nothing any more; a missed day always does. */
function ladderVanaf(berekend: BerekendeTermijn, datum: string, gedaan: readonly string[]) {
  return berekend.ladder.filter(
    ({ sport, op }) => !gedaan.includes(sport) && (op >= datum || !sport.startsWith('herinnering')),
  );
}

export const termijnToepassingen: Toepassingen<TermijnGebeurtenis> = {
  termijnGestart: (toestand, gebeurtenis, { nr, datum }) => ({
    ...toestand,
    termijnen: {
      ...toestand.termijnen,
      [gebeurtenis.sleutel]: {
        code: gebeurtenis.code,
        uiterlijkOp: gebeurtenis.uiterlijkOp,
        regelVersie: gebeurtenis.regelVersie,
        feiten: gebeurtenis.feiten,
        status: 'loopt',
        startNr: nr,
        gehaaldOp: null,
        sporten: {},
        ladder: ladderVanaf(gebeurtenis, datum, []),
      },
    },
  }),
  termijnVerplaatst: (toestand, gebeurtenis, { nr, datum }) => {
    const { sleutel, teruggenomen, uiterlijkOp, regelVersie, feiten } = gebeurtenis;
    const gegeven = Object.entries(toestand.termijnen[sleutel]?.sporten ?? {}).filter(
      ([sport]) => !teruggenomen.includes(sport as SportSoort),
    );
    const stand = teruggenomen.includes('escalatie')
      ? zonderEscalatie(toestand, sleutel)
      : toestand;
    return met(stand, sleutel, {
      uiterlijkOp,
      regelVersie,
      feiten,
      startNr: nr,
      sporten: Object.fromEntries(gegeven),
      ladder: ladderVanaf(
        gebeurtenis,
        datum,
        gegeven.map(([sport]) => sport),
      ),
    });
  },
  termijnGehaald: (toestand, { sleutel, gehaaldOp, teLaat }) =>
    // Met in time after all, a corrected date tells: nothing is left to escalate.
    met(teLaat ? toestand : zonderEscalatie(toestand, sleutel), sleutel, {
      status: 'gehaald',
      gehaaldOp,
    }),
  termijnHervat: (toestand, { sleutel }) =>
    met(toestand, sleutel, { status: 'loopt', gehaaldOp: null }),
  termijnIngetrokken: (toestand, { sleutel }) =>
    met(zonderEscalatie(toestand, sleutel), sleutel, {
      status: 'ingetrokken',
      gehaaldOp: null,
      ladder: [],
      sporten: {},
    }),
  termijnSignaal: (toestand, { sleutel, sport }, { nr }) => {
    const stand = toestand.termijnen[sleutel];
    if (stand === undefined) return toestand;
    const gesignaleerd = met(toestand, sleutel, {
      sporten: { ...stand.sporten, [sport]: nr },
      ladder: stand.ladder.filter((trede) => trede.sport !== sport),
    });
    return sport === 'escalatie'
      ? {
          ...gesignaleerd,
          escalaties: { ...toestand.escalaties, [sleutel]: { nr, afgehandeldNr: null } },
        }
      : gesignaleerd;
  },
};
