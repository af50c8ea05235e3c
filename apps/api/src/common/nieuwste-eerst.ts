import type { Request, Response } from 'express';
import type { EntityManager } from 'typeorm';
import type { Bladzijde } from '#database/read/lijst.js';
import type { ApiOmgeving } from './omgeving.js';
import { leesCursor, limietVan, zetVolgende, type PaginaQuery } from './paginering.js';
import { leesLijst } from './per-gemeente.js';
import type { Beller } from './toegang.guard.js';
import { isDatabaseTijdstip } from './uiterlijk.js';
import { isUuid } from './velden.js';

/** A row with its moment as the database writes it: with microseconds. */
interface OpTijd {
  readonly id: string;
  readonly plek: string;
}

export interface Lijstverzoek {
  readonly beller: Beller;
  readonly query: PaginaQuery;
  readonly req: Request;
  readonly res: Response;
}

/** One page of a list by moment and id, newest first, with the link to the next; over all gemeenten of the caller. */
export async function leesNieuwsteEerst<T extends OpTijd>(
  omgeving: ApiOmgeving,
  { beller, query, req, res }: Lijstverzoek,
  tijdstipVan: (rij: T) => Date,
  lees: (manager: EntityManager, limiet: number, na: OpTijd | undefined) => Promise<Bladzijde<T>>,
): Promise<readonly T[]> {
  const limiet = limietVan(query);
  const plek = leesCursor(query.cursor, [isDatabaseTijdstip, isUuid]);
  const na = plek === undefined ? undefined : { plek: plek[0] ?? '', id: plek[1] ?? '' };
  const volgorde = (a: T, b: T): number =>
    tijdstipVan(b).getTime() - tijdstipVan(a).getTime() ||
    vergelijk(b.plek, a.plek) ||
    vergelijk(b.id, a.id);
  const { rijen, meer } = await leesLijst(
    omgeving,
    beller,
    limiet,
    (manager) => lees(manager, limiet, na),
    volgorde,
  );
  const laatste = rijen.at(-1);
  zetVolgende(req, res, meer && laatste !== undefined ? [laatste.plek, laatste.id] : undefined);
  return rijen;
}

const vergelijk = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
