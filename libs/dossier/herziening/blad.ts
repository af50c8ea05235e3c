import type { DataSource } from 'typeorm';
import { metTransactie } from '#database/transactie.js';
import { DomainError } from '#domain/fout.js';
import type { Omgeving } from '#domain/traject/kern.js';
import { TOESTAND_VERSIE, type Toestand } from '#domain/traject/toestand.js';
import { VerzegelingFout } from '#security/verzegeling.js';
import { leesToestand } from '../inzage.js';
import type { Deur } from '../kern.js';
import { leesVerder } from '../lezen.js';
import { omgevingOp, type Versies } from '../omgeving.js';
import { haalTrajectzegel } from '../trajectzegel.js';
import type { Herziening, HerzieningPlek } from './typen.js';

/** Journeys per page: one short reading, and one activity. */
export const BLADGROOTTE = 100;

const TEGELIJK = 4;

export const BELLER = 'bulkactie';

/** One opdracht per journey and herziening, however often a page is done again (E20). */
export function opdrachtIdVoor(herzieningId: string, trajectId: string): string {
  return `herziening:${herzieningId}:${trajectId}`;
}

interface BladRij {
  readonly id: string;
  readonly versie: number;
  readonly toestand_versie: number;
  readonly momentopname: Buffer | null;
  readonly nu_ms: number;
  readonly gegeven: boolean;
}

export interface BladTraject {
  readonly trajectId: string;
  readonly versie: number;
  /** Null: no key (any more), or a journal that this code cannot read. */
  readonly toestand: Toestand | null;
  readonly omgeving: Omgeving;
  /** The opdracht of this herziening was decided here before. */
  readonly gegeven: boolean;
}

// On the journey's own clock, as the door has it.
const LEES_BLAD = `
SELECT t.id, t.versie, t.toestand_versie, t.momentopname,
       floor(extract(epoch FROM greatest(t.laatste_tijdstip,
         clock_timestamp() + t.klokverzet_ms * interval '1 millisecond')) * 1000)::float8 AS nu_ms,
       EXISTS (SELECT 1 FROM opdracht o WHERE o.gemeente_id = t.gemeente_id AND o.beller = $4
         AND o.opdracht_id = 'herziening:' || $5 || ':' || t.id) AS gegeven
  FROM traject t
 WHERE t.gemeente_id = $1 AND t.status = 'open' AND (NOT t.proef OR $3)
   AND ($2::uuid IS NULL OR t.id > $2::uuid)
 ORDER BY t.id LIMIT ${BLADGROOTTE}`;

async function leesVersies(dataSource: DataSource, gemeenteId: string): Promise<Versies> {
  const verder = await metTransactie(
    dataSource,
    gemeenteId,
    (runner) =>
      leesVerder(runner, {
        trajectId: gemeenteId,
        gemeenteId,
        beller: null,
        opdrachtId: null,
        metVersies: true,
        metJournaal: false,
      }),
    { alleenLezen: true },
  );
  return verder.versies ?? { instellingen: [], kalenders: [] };
}

/** The next page of journeys in order of id. Only reads and locks nothing. */
export async function leesBlad(
  deur: Deur,
  { gemeenteId, herzieningId }: HerzieningPlek,
  { laatsteTrajectId, metProef, toegepastDoor, voorgesteldDoor }: Herziening,
): Promise<readonly BladTraject[]> {
  const versies = await leesVersies(deur.dataSource, gemeenteId);
  const rijen = await metTransactie(
    deur.dataSource,
    gemeenteId,
    (runner) =>
      runner.query(LEES_BLAD, [
        gemeenteId,
        laatsteTrajectId,
        metProef,
        BELLER,
        herzieningId,
      ]) as Promise<BladRij[]>,
    { alleenLezen: true },
  );
  const actor = { soort: 'beheer', id: toegepastDoor ?? voorgesteldDoor } as const;
  const trajecten: BladTraject[] = [];
  // A few at a time: a reading that must fold the journal takes a connection.
  for (let begin = 0; begin < rijen.length; begin += TEGELIJK) {
    const deel = rijen.slice(begin, begin + TEGELIJK).map(async (rij) => ({
      trajectId: rij.id,
      versie: rij.versie,
      toestand: await openToestand(deur, gemeenteId, rij),
      omgeving: omgevingOp(rij.nu_ms, versies, actor, deur.tabel),
      gegeven: rij.gegeven,
    }));
    trajecten.push(...(await Promise.all(deel)));
  }
  return trajecten;
}

async function openToestand(
  deur: Deur,
  gemeenteId: string,
  { id, toestand_versie, momentopname }: BladRij,
): Promise<Toestand | null> {
  const plek = { gemeenteId, trajectId: id };
  try {
    if (momentopname === null || toestand_versie !== TOESTAND_VERSIE) {
      return (await leesToestand(deur, plek))?.toestand ?? null;
    }
    const zegel = await haalTrajectzegel(deur.sleutels, plek);
    return zegel?.leesMomentopname(momentopname) ?? null;
  } catch (fout) {
    // One journey that cannot be read must not hold up ten thousand others; it is counted.
    if (fout instanceof DomainError || fout instanceof VerzegelingFout) return null;
    throw fout;
  }
}
