import type { DataSource } from 'typeorm';
import { nieuwsteKalender } from '#database/read/kalender.js';
import { metTransactie, type Transactie } from '#database/transactie.js';
import { DomainError } from '#domain/fout.js';
import { kalenderMet, type Voorstel } from '#domain/herziening/voorstel.js';
import type { Kalender } from '#domain/kalender/kalender.js';
import { tabelMet } from '#domain/termijnen/gewijzigde-tabel.js';
import { WETTELIJKE_TERMIJNEN } from '#domain/termijnen/wettelijke-termijnen.js';
import type { Weigering } from '#domain/traject/kern.js';
import { canoniek } from '../canoniek.js';
import { LEVEN_MS } from '../omgeving.js';
import { leesRij, rondAf } from './rijen.js';
import {
  GEEN_TELLINGEN,
  type Herziening,
  type HerzieningPlek,
  type HerzieningUitkomst,
} from './typen.js';

export interface VoorstelVraag extends HerzieningPlek {
  readonly voorstel: Voorstel;
  readonly metProef: boolean;
  /** Subject of the token of who proposes. */
  readonly door: string;
}

export interface BesluitVraag extends HerzieningPlek {
  readonly door: string;
}

/** Longer than any process keeps the versions it read. */
const KALENDER_BEKEND_SECONDEN = LEVEN_MS / 1000 + 5;

const KALENDERSLOT = 7_205_013;

function nee(code: string, melding: string): HerzieningUitkomst {
  return { soort: 'geweigerd', weigering: { code, melding } };
}

function keur(voorstel: Voorstel, kalender: Kalender): Weigering | null {
  if (voorstel.soort === 'gelijkgestelde-dagen') {
    const gemaakt = kalenderMet(kalender, voorstel);
    return gemaakt.ok ? null : gemaakt.weigering;
  }
  try {
    tabelMet(WETTELIJKE_TERMIJNEN, voorstel.rijen);
    return null;
  } catch (fout) {
    if (!(fout instanceof DomainError)) throw fout;
    return { code: fout.code, melding: `De regel past niet: ${fout.message}`, veld: 'rijen' };
  }
}

/** Records a proposal and has it tried. The same id and content again: the same proposal. */
export function stelVoor(
  dataSource: DataSource,
  vraag: VoorstelVraag,
): Promise<HerzieningUitkomst> {
  const { gemeenteId, herzieningId, voorstel, metProef, door } = vraag;
  return metTransactie(dataSource, gemeenteId, async (runner): Promise<HerzieningUitkomst> => {
    const weigering = keur(voorstel, await nieuwsteKalender(runner));
    const bestaand = await leesRij(runner, herzieningId);
    if (weigering !== null && bestaand === null) return { soort: 'geweigerd', weigering };
    await runner.query(
      `INSERT INTO termijnherziening (id, gemeente_id, soort, voorstel, met_proef, status,
              voorgesteld_door, tellingen)
       VALUES ($1, $2, $3, $4, $5, 'proef', $6, $7) ON CONFLICT DO NOTHING`,
      [
        herzieningId,
        gemeenteId,
        voorstel.soort,
        JSON.stringify(voorstel),
        metProef,
        door,
        JSON.stringify(GEEN_TELLINGEN),
      ],
    );
    const rij = await leesRij(runner, herzieningId);
    if (rij === null) return { soort: 'onbekend' };
    const gelijk =
      canoniek(rij.voorstel) === canoniek(voorstel) &&
      rij.metProef === metProef &&
      rij.voorgesteldDoor === door;
    return gelijk ? { soort: 'gedaan', herziening: rij } : { soort: 'andere-inhoud' };
  });
}

/** Changes the status as `doe` decides under the lock of the row; null: nothing to change. */
function metSlot(
  dataSource: DataSource,
  { gemeenteId, herzieningId }: HerzieningPlek,
  doe: (rij: Herziening, runner: Transactie) => Promise<HerzieningUitkomst | null>,
): Promise<HerzieningUitkomst> {
  return metTransactie(dataSource, gemeenteId, async (runner) => {
    const rij = await leesRij(runner, herzieningId, true);
    if (rij === null) return { soort: 'onbekend' };
    const anders = await doe(rij, runner);
    if (anders !== null) return anders;
    const herziening = await leesRij(runner, herzieningId);
    return herziening === null ? { soort: 'onbekend' } : { soort: 'gedaan', herziening };
  });
}

/**
 * Applies what was tried: by another person than who proposed it. Extra days become a new version of the calendar,
 * for the whole installation: they hold for the country. Asked again by the same person: nothing more.
 */
export function pasToe(
  dataSource: DataSource,
  { door, ...plek }: BesluitVraag,
  bekendSeconden = KALENDER_BEKEND_SECONDEN,
): Promise<HerzieningUitkomst> {
  return metSlot(dataSource, plek, async (rij, runner) => {
    if (rij.toegepastDoor === door) return null;
    if (rij.voorgesteldDoor === door) {
      return nee(
        'TWEEDE_PERSOON_NODIG',
        'Een ander dan wie het voorstel deed, past het toe (vier ogen).',
      );
    }
    if (rij.status === 'proef') {
      return nee('NOG_NIET_BEPROEFD', 'De proefberekening loopt nog. Wacht tot die klaar is.');
    }
    if (rij.status === 'afgebroken') {
      return nee('AFGEBROKEN', 'Dit voorstel is afgebroken. Doe een nieuw voorstel.');
    }
    if (rij.status !== 'voorgesteld') return nee('AL_TOEGEPAST', 'Dit voorstel is al toegepast.');
    if (rij.voorstel.soort === 'regel' && rij.voorstel.rijen.length > 0) {
      return nee(
        'REGEL_ALLEEN_PROEF',
        'Een gewijzigde regel is hier alleen te beproeven; hij komt als nieuwe rij in een uitgave.',
      );
    }
    const kalender = await voerKalenderIn(runner, rij.voorstel);
    if (!kalender.ok) return { soort: 'geweigerd', weigering: kalender.weigering };
    await runner.query(
      `UPDATE termijnherziening SET status = 'loopt', toegepast_door = $2, kalender_versie = $3,
              toegepast_tijdstip = clock_timestamp(), voortgang = 0, laatste_traject_id = NULL,
              niet_voor_tijdstip = clock_timestamp() + make_interval(secs => $4),
              stuurversie = stuurversie + 1, bijgewerkt_tijdstip = clock_timestamp()
        WHERE id = $1`,
      [rij.id, door, kalender.versie, kalender.nieuw ? bekendSeconden : 0],
    );
    return null;
  });
}

type Ingevoerd =
  | { readonly ok: true; readonly versie: number; readonly nieuw: boolean }
  | { readonly ok: false; readonly weigering: Weigering };

async function voerKalenderIn(runner: Transactie, voorstel: Voorstel): Promise<Ingevoerd> {
  // Two gemeenten may apply the same days at once: one of them makes the version.
  await runner.query('SELECT pg_advisory_xact_lock($1)', [KALENDERSLOT]);
  const kalender = await nieuwsteKalender(runner);
  if (voorstel.soort === 'regel') return { ok: true, versie: kalender.versie, nieuw: false };
  const gemaakt = kalenderMet(kalender, voorstel);
  if (!gemaakt.ok) return gemaakt;
  if (gemaakt.waarde === kalender) return { ok: true, versie: kalender.versie, nieuw: false };
  await runner.query(
    `INSERT INTO kalenderversie (versie, gegevens, vanaf)
     VALUES ($1, $2, (clock_timestamp() AT TIME ZONE 'Europe/Amsterdam')::date)`,
    [gemaakt.waarde.versie, JSON.stringify(gemaakt.waarde)],
  );
  return { ok: true, versie: gemaakt.waarde.versie, nieuw: true };
}

function zetStatus(
  dataSource: DataSource,
  plek: HerzieningPlek,
  van: 'loopt' | 'gepauzeerd',
  naar: 'loopt' | 'gepauzeerd',
): Promise<HerzieningUitkomst> {
  return metSlot(dataSource, plek, async (rij, runner) => {
    if (rij.status === naar) return null;
    if (rij.status !== van) {
      return nee('LOOPT_NIET', `Dit kan alleen als de herziening ${van} is; ze is ${rij.status}.`);
    }
    await runner.query(
      `UPDATE termijnherziening SET status = $2, stuurversie = stuurversie + 1,
              bijgewerkt_tijdstip = clock_timestamp() WHERE id = $1`,
      [rij.id, naar],
    );
    return null;
  });
}

/** Stops after the page under way; what is moved stays moved. */
export function pauzeer(dataSource: DataSource, plek: HerzieningPlek): Promise<HerzieningUitkomst> {
  return zetStatus(dataSource, plek, 'loopt', 'gepauzeerd');
}

export function hervat(dataSource: DataSource, plek: HerzieningPlek): Promise<HerzieningUitkomst> {
  return zetStatus(dataSource, plek, 'gepauzeerd', 'loopt');
}

/**
 * Ends it for good, at any moment before it is done: after the page under way nothing more is tried or moved. What is
 * moved stays moved, and days that were applied stay in the calendar. Asked again: nothing more.
 */
export function breekAf(dataSource: DataSource, plek: HerzieningPlek): Promise<HerzieningUitkomst> {
  return metSlot(dataSource, plek, async ({ id, status, toegepastDoor }, runner) => {
    if (status === 'afgebroken') return null;
    if (status === 'klaar') {
      return nee('LOOPT_NIET', 'De herziening is klaar; er valt niets meer af te breken.');
    }
    await runner.query(
      `UPDATE termijnherziening SET status = 'afgebroken', klaar_tijdstip = clock_timestamp(),
              stuurversie = stuurversie + 1, bijgewerkt_tijdstip = clock_timestamp() WHERE id = $1`,
      [id],
    );
    if (toegepastDoor !== null) await rondAf(runner, id);
    return null;
  });
}
