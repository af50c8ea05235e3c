import type { DuoApi } from './duo-apis.js';
import type { DuoOperatieNaam, DuoPort, UitkomstVan } from './duo.port.js';
import { objectMet, Onleesbaar, type Lezer, type Veld } from './lezer.js';
import type { Gelukt } from './uitkomst.js';

export type Methode = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One operation of DUO: where it is, what we send and what comes back. */
export interface Operatie<W = unknown> {
  readonly api: DuoApi;
  readonly methode: Methode;
  /** Path with DUO's own irregular casing; `{…}` are filled from the call. */
  readonly pad: string;
  readonly status: 200 | 201 | 204;
  /** Makes DUO's body of ours, or throws `Onleesbaar`; `null`: we send none. */
  readonly schrijf: ((body: unknown) => unknown) | null;
  /** Reads DUO's body; `null`: DUO answers without one. */
  readonly lees: Lezer<W> | null;
}

type WaardeVan<N extends DuoOperatieNaam> =
  Extract<UitkomstVan<N>, Gelukt<unknown>> extends Gelukt<infer W> ? W : never;

/** The operations of one part of the port; the compiler asks for each, with the right answer. */
export type OperatiesVan<P> = {
  readonly [N in keyof P & DuoOperatieNaam]: Operatie<WaardeVan<N>>;
};
export type DuoOperaties = OperatiesVan<DuoPort>;

export function vraag<W>(api: DuoApi, pad: string, lees: Lezer<W>): Operatie<W> {
  return { api, methode: 'GET', pad, status: 200, schrijf: null, lees };
}

export function verwijder(api: DuoApi, pad: string, status: 200 | 204 = 200): Operatie<null> {
  return { api, methode: 'DELETE', pad, status, schrijf: null, lees: null };
}

export function melding(
  api: DuoApi,
  methode: 'POST' | 'PUT',
  pad: string,
  schrijf: Operatie['schrijf'],
): Operatie<null> {
  return { api, methode, pad, status: methode === 'POST' ? 201 : 200, schrijf, lees: null };
}

/** Turns our body `B` into DUO's. Stricter than reading: what we send is exactly what was agreed. */
export function uitgaand<B>(
  velden: Readonly<Record<keyof B & string, Veld<unknown>>>,
): (body: unknown) => unknown {
  const lees = objectMet(velden);
  return (body) => {
    const afwijkingen: string[] = [];
    const gelezen = lees(body, 'body', afwijkingen);
    if (afwijkingen.length > 0) throw new Onleesbaar(afwijkingen.join('; '));
    return gelezen;
  };
}
