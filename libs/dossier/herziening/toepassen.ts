import { metTransactie } from '#database/transactie.js';
import type { HerzieningOpdracht } from '#domain/herziening/opdrachten.js';
import { DomainError } from '#domain/fout.js';
import type { TermijnVerplaatst } from '#domain/traject/termijnbewaking.js';
import { DossierFout } from '../fout.js';
import { leesJournaal } from '../inzage.js';
import type { Deur } from '../kern.js';
import type { Gedaan } from '../typen.js';
import { verwerk } from '../verwerk.js';
import { redenVan, verplaatsingen } from './beproeven.js';
import { BELLER, BLADGROOTTE, leesBlad, opdrachtIdVoor, type BladTraject } from './blad.js';
import { leesRegelsVan, leesRij, rondAf, schrijfRegels } from './rijen.js';
import type { BladUitkomst, Herziening, HerzieningPlek, Herzieningsregel } from './typen.js';

// Each waits at most 5 seconds for the journey; together shorter than the silence that ends an attempt.
const POGINGEN = 2;

const REDENEN = {
  'gelijkgestelde-dagen': 'Er zijn dagen gelijkgesteld met een feestdag.',
  regel: 'De regels van deze uitgave gelden ook voor lopende termijnen.',
} as const;

/** Something got done; for the heartbeat of who runs this. */
export type Hartslag = () => void;

/**
 * Gives the opdracht to every journey of the next page that it concerns, one transaction each and no lock in
 * between (E20). A page done again finds the opdrachten done and changes nothing.
 */
export async function pasBladToe(
  deur: Deur,
  plek: HerzieningPlek,
  herziening: Herziening,
  hartslag: Hartslag,
): Promise<BladUitkomst> {
  const { gemeenteId, herzieningId } = plek;
  // This process may still keep the versions of before.
  deur.versies.vergeet(gemeenteId);
  const blad = await leesBlad(deur, plek, herziening);
  const ids = blad.map(({ trajectId }) => trajectId);
  const voorziene = await metTransactie(deur.dataSource, gemeenteId, (runner) =>
    leesRegelsVan(runner, herzieningId, ids),
  );
  const regels: Herzieningsregel[] = [];
  for (const traject of blad) {
    const eigen = voorziene.filter(({ trajectId }) => trajectId === traject.trajectId);
    regels.push(...(await herzieTraject(deur, plek, herziening, traject, eigen)));
    hartslag();
  }
  return metTransactie(deur.dataSource, gemeenteId, async (runner) => {
    const nu = await leesRij(runner, herzieningId, true);
    // Broken off during this page: what it moved is still told.
    const afgebroken = nu?.status === 'afgebroken';
    const onderweg = afgebroken || nu?.status === 'loopt' || nu?.status === 'gepauzeerd';
    if (!onderweg || nu.laatsteTrajectId !== herziening.laatsteTrajectId) {
      return { soort: 'verder', gedaan: nu?.voortgang ?? 0 };
    }
    await schrijfRegels(runner, plek, regels);
    const gedaan = nu.voortgang + blad.length;
    const klaar = afgebroken || blad.length < BLADGROOTTE;
    await runner.query(
      `UPDATE termijnherziening SET voortgang = $2, laatste_traject_id = $3,
              status = CASE WHEN $4::boolean THEN 'klaar' ELSE status END,
              klaar_tijdstip = CASE WHEN $4::boolean THEN clock_timestamp() ELSE klaar_tijdstip END,
              bijgewerkt_tijdstip = clock_timestamp() WHERE id = $1`,
      [herzieningId, gedaan, ids.at(-1) ?? nu.laatsteTrajectId, klaar && !afgebroken],
    );
    if (klaar) await rondAf(runner, herzieningId);
    return { soort: klaar ? 'klaar' : 'verder', gedaan };
  });
}

async function herzieTraject(
  deur: Deur,
  { gemeenteId, herzieningId }: HerzieningPlek,
  herziening: Herziening,
  traject: BladTraject,
  voorziene: readonly Herzieningsregel[],
): Promise<readonly Herzieningsregel[]> {
  const reden = REDENEN[herziening.voorstel.soort];
  const { trajectId } = traject;
  const verwacht = verplaatsingen(traject, {}, reden);
  const raakt = traject.gegeven || voorziene.length > 0 || (verwacht?.length ?? 0) > 0;
  if (!raakt) return [];
  const opdracht: HerzieningOpdracht = {
    soort: 'herberekenTermijnen',
    kalenderVersie: herziening.kalenderVersie ?? 0,
    reden,
  };
  const gedaan = await geefOpdracht(deur, {
    gemeenteId,
    trajectId,
    opdracht,
    opdrachtId: opdrachtIdVoor(herzieningId, trajectId),
    door: herziening.toegepastDoor ?? '',
  });
  if (gedaan === null) return voorziene.map((regel) => ({ ...regel, uitkomst: 'mislukt' }));
  const verplaatst = await watVerplaatste(deur, gemeenteId, trajectId, gedaan);
  return vergelijk(trajectId, gedaan, voorziene, verplaatst);
}

interface Gegeven {
  readonly gemeenteId: string;
  readonly trajectId: string;
  readonly opdracht: HerzieningOpdracht;
  readonly opdrachtId: string;
  readonly door: string;
}

/** Null: refused, or no journey that can be decided on. Throws when it is held too long: later again. */
async function geefOpdracht(deur: Deur, { door, ...vraag }: Gegeven): Promise<Gedaan | null> {
  const actor = { soort: 'beheer', id: door } as const;
  for (let poging = 1; poging <= POGINGEN; poging += 1) {
    try {
      const uitkomst = await verwerk(deur, { ...vraag, beller: BELLER, actor, laag: true });
      if (uitkomst.soort === 'gedaan') return uitkomst;
      if (uitkomst.soort !== 'bezet') return null;
    } catch (fout) {
      if (fout instanceof DomainError) return null;
      throw fout;
    }
  }
  throw new DossierFout('TRAJECT_BEZET', 'Een traject is bezet; de herziening gaat straks verder.');
}

async function watVerplaatste(
  deur: Deur,
  gemeenteId: string,
  trajectId: string,
  { gebeurtenissen }: Gedaan,
): Promise<readonly TermijnVerplaatst[]> {
  const nummers = gebeurtenissen
    .filter(({ soort }) => soort === 'termijnVerplaatst')
    .map(({ nr }) => nr);
  const [eerste] = nummers;
  if (eerste === undefined) return [];
  const posten = await leesJournaal(deur, {
    gemeenteId,
    trajectId,
    vanafNr: eerste,
    limiet: (nummers.at(-1) ?? eerste) - eerste + 1,
    metMedisch: false,
  });
  return (posten ?? []).flatMap(({ nr, gebeurtenis }) =>
    gebeurtenis.soort === 'termijnVerplaatst' && nummers.includes(nr) ? [gebeurtenis] : [],
  );
}

/** How it turned out beside what the dry run foresaw; a journey that went on since then is `anders`. */
function vergelijk(
  trajectId: string,
  { versie, gebeurtenissen }: Gedaan,
  voorziene: readonly Herzieningsregel[],
  verplaatst: readonly TermijnVerplaatst[],
): readonly Herzieningsregel[] {
  const voor = versie - gebeurtenissen.length;
  const nieuwe = verplaatst.map((een): Herzieningsregel => {
    const regel = voorziene.find(({ sleutel }) => sleutel === een.sleutel);
    const zoals = regel?.trajectVersie === voor && regel.nieuw === een.uiterlijkOp;
    return {
      trajectId,
      sleutel: een.sleutel,
      code: een.code,
      oud: een.oudUiterlijkOp,
      nieuw: regel?.nieuw ?? null,
      werkelijk: een.uiterlijkOp,
      reden: regel?.reden ?? redenVan(een),
      trajectVersie: regel?.trajectVersie ?? null,
      uitkomst: zoals ? 'toegepast' : 'anders',
    };
  });
  const niet = voorziene.filter(
    ({ sleutel }) => !verplaatst.some((een) => een.sleutel === sleutel),
  );
  return [...nieuwe, ...niet.map((regel) => ({ ...regel, uitkomst: 'vervallen' as const }))];
}
