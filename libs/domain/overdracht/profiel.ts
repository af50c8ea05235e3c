import type { Envelop } from '../traject/kern.js';
import type { Persoon } from '../traject/persoon.js';
import type { Toestand } from '../traject/toestand.js';
import type { OverdrachtGebeurtenis, Profielwijziging } from './gebeurtenissen.js';
import {
  STUURVELDEN,
  type CoaProfiel,
  type Profielafdruk,
  type Stuurgegevens,
  type Stuurveld,
} from './opdrachten.js';

/** What COA said last, so that it can be told from what the file says: a person may have corrected that. */
export interface CoaProfielStand {
  /** Entry with the newest profile. */
  readonly nr: number;
  readonly gezegd: Stuurgegevens;
  /** Of every field that any profile named. */
  readonly afdruk: Profielafdruk;
  /** What the file has from COA; the rest a person recorded, and no profile moves that. */
  readonly vanCoa: readonly Stuurveld[];
  /** What the file knew nothing of before a profile. */
  readonly gevuld: readonly (keyof Persoon)[];
  /** What COA says and the file contradicts, with the entry that brought it up; absent: nothing. */
  readonly strijdig?: { readonly nr: number; readonly velden: readonly Stuurveld[] };
}

const PERSOONSVELDEN = ['bsn', 'vNummer', 'naam', 'geboortedatum'] as const;
const NIETS_GEZEGD: Stuurgegevens = {
  koppelingOp: null,
  vergunningOp: null,
  naam: null,
  geboortedatum: null,
};

/** New data where there was none; what we have stays. */
export function vulAan(oud: Persoon, nieuw: Persoon): Persoon {
  return {
    bsn: oud.bsn ?? nieuw.bsn,
    vNummer: oud.vNummer ?? nieuw.vNummer,
    naam: oud.naam ?? nieuw.naam,
    geboortedatum: oud.geboortedatum ?? nieuw.geboortedatum,
  };
}

/** The stuurvelden as the file has them now. */
export function geldend({ koppeling, persoon }: Toestand): Stuurgegevens {
  return {
    koppelingOp: koppeling?.op ?? null,
    vergunningOp: koppeling?.vergunningOp ?? null,
    naam: persoon.naam,
    geboortedatum: persoon.geboortedatum,
  };
}

/**
 * What COA said last; null before a hand-over. Of one that was recorded before profiles were compared only the dates
 * are known.
 */
export function profielStand(toestand: Toestand): CoaProfielStand | null {
  const { coaProfiel, koppeling } = toestand;
  if (coaProfiel !== undefined || koppeling === null) return coaProfiel ?? null;
  const gezegd = {
    ...NIETS_GEZEGD,
    koppelingOp: koppeling.op,
    vergunningOp: koppeling.vergunningOp,
  };
  const vanCoa = ['koppelingOp', 'vergunningOp'] as const;
  return { nr: koppeling.nr, gezegd, afdruk: {}, vanCoa, gevuld: [] };
}

/** First day of what was recorded on the ground of the koppeling; null: nothing was. */
export function eersteNaKoppeling({ driegesprek, woning, verhuizing }: Toestand) {
  return [driegesprek, woning, verhuizing].reduce<string | null>(
    (eerst, feit) => (feit === null || (eerst !== null && eerst <= feit.op) ? eerst : feit.op),
    null,
  );
}

interface NieuwProfiel {
  readonly persoon: Persoon;
  readonly profiel: CoaProfiel;
  readonly afdruk: Profielafdruk;
}

function gezegdIn({ persoon, profiel }: Omit<NieuwProfiel, 'afdruk'>): Stuurgegevens {
  const { koppelingOp, vergunningOp } = profiel;
  return { koppelingOp, vergunningOp, naam: persoon.naam, geboortedatum: persoon.geboortedatum };
}

/**
 * What a profile says that COA did not say before. What it leaves out says nothing. Contradicted is what a person
 * recorded otherwise, and a koppeling after what was already done because of it.
 */
export function vergelijkProfiel(toestand: Toestand, nieuwProfiel: NieuwProfiel): Profielwijziging {
  const { persoon, afdruk } = nieuwProfiel;
  const stand = profielStand(toestand);
  const gezegd = stand?.gezegd ?? NIETS_GEZEGD;
  const nu = geldend(toestand);
  const nieuw = gezegdIn(nieuwProfiel);
  const eerste = eersteNaKoppeling(toestand);
  const velden = STUURVELDEN.filter((v) => nieuw[v] !== null && nieuw[v] !== gezegd[v]);
  const strijdig = velden.filter((veld) => {
    if (nu[veld] === null || nu[veld] === nieuw[veld]) return false;
    if (stand?.vanCoa.includes(veld) !== true) return true;
    return veld === 'koppelingOp' && eerste !== null && eerste < (nieuw.koppelingOp ?? '');
  });
  const nummers = (['bsn', 'vNummer'] as const).filter(
    (veld) => persoon[veld] !== null && toestand.persoon[veld] === null,
  );
  const inhoud = Object.keys(afdruk).filter((naam) => stand?.afdruk[naam] !== afdruk[naam]);
  return { vorigNr: stand?.nr ?? null, velden: [...velden, ...nummers, ...inhoud], strijdig };
}

/** The toestand with these stuurvelden; a field that is absent or null stays. */
export function metStuurgegevens(toestand: Toestand, nieuw: Partial<Stuurgegevens>): Toestand {
  const { koppeling, persoon } = toestand;
  return {
    ...toestand,
    persoon: {
      ...persoon,
      naam: nieuw.naam ?? persoon.naam,
      geboortedatum: nieuw.geboortedatum ?? persoon.geboortedatum,
    },
    koppeling: koppeling && {
      ...koppeling,
      op: nieuw.koppelingOp ?? koppeling.op,
      vergunningOp: nieuw.vergunningOp ?? koppeling.vergunningOp,
    },
  };
}

/** Some of the stuurvelden. */
export function kiesVelden(
  gegevens: Stuurgegevens,
  velden: readonly Stuurveld[],
): Partial<Stuurgegevens> {
  return Object.fromEntries(velden.map((veld) => [veld, gegevens[veld]]));
}

/** The stand without what waits for a person in these fields. */
export function zonderStrijd(
  { strijdig, ...stand }: CoaProfielStand,
  velden: readonly string[],
): CoaProfielStand {
  const over = strijdig?.velden.filter((veld) => !velden.includes(veld)) ?? [];
  return strijdig === undefined || over.length === 0
    ? stand
    : { ...stand, strijdig: { nr: strijdig.nr, velden: over } };
}

type Vastgelegd = Extract<OverdrachtGebeurtenis, { soort: 'coaProfielVastgelegd' }>;

/** Folds in a profile that was compared with the one before. */
export function metProfiel(
  toestand: Toestand,
  { persoon, profiel }: Vastgelegd,
  { afdruk, wijziging }: { readonly afdruk: Profielafdruk; readonly wijziging: Profielwijziging },
  { nr }: Envelop,
): Toestand {
  const { velden, strijdig } = wijziging;
  const nieuw = gezegdIn({ persoon, profiel });
  const { bsn, vNummer } = vulAan(toestand.persoon, persoon);
  const { koppelingOp, vergunningOp } = profiel;
  const over = STUURVELDEN.filter((veld) => velden.includes(veld) && !strijdig.includes(veld));
  const na = metStuurgegevens(
    {
      ...toestand,
      persoon: { ...toestand.persoon, bsn, vNummer },
      koppeling: toestand.koppeling ?? { op: koppelingOp, nr, vergunningOp },
    },
    kiesVelden(nieuw, over),
  );
  const nu = geldend(toestand);
  // The person with whom COA opened the journey is of this hand-over as well.
  const opening = toestand.bron === 'COA' && toestand.nr === toestand.geopend.nr;
  const vanCoa = over.filter((veld) => opening || nu[veld] !== nieuw[veld]);
  const vorig = profielStand(toestand);
  const { strijdig: open, ...stand } = vorig === null ? EERSTE : zonderStrijd(vorig, velden);
  const gevuld = PERSOONSVELDEN.filter(
    (veld) => toestand.persoon[veld] === null && na.persoon[veld] !== null,
  );
  const wacht = [...(open?.velden ?? []), ...strijdig];
  return {
    ...na,
    gehuisvestViaHvw28: true,
    coaProfiel: {
      nr,
      gezegd: { ...stand.gezegd, ...bekend(nieuw) },
      afdruk: { ...stand.afdruk, ...afdruk },
      vanCoa: [...new Set([...stand.vanCoa, ...vanCoa])],
      gevuld: [...stand.gevuld, ...gevuld],
      ...(wacht.length === 0
        ? {}
        : { strijdig: { nr: strijdig.length === 0 ? (open?.nr ?? nr) : nr, velden: wacht } }),
    },
  };
}

const EERSTE: CoaProfielStand = {
  nr: 0,
  gezegd: NIETS_GEZEGD,
  afdruk: {},
  vanCoa: [],
  gevuld: [],
};

function bekend(gegevens: Stuurgegevens): Partial<Stuurgegevens> {
  return kiesVelden(
    gegevens,
    STUURVELDEN.filter((veld) => gegevens[veld] !== null),
  );
}
