import type { DuoAanroep } from './aanroep.js';
import type { AanroepVan, DuoOperatieNaam, DuoPort, UitkomstVan } from './duo.port.js';
import { poortVan } from './operatienamen.js';
import type { DuoUitkomst, Gelukt } from './uitkomst.js';

type AntwoordOf<N extends DuoOperatieNaam> =
  UitkomstVan<N> | ((aanroep: AanroepVan<N>) => UitkomstVan<N> | Promise<UitkomstVan<N>>);

/** One call the fake received. */
interface OpgenomenAanroep {
  readonly operatie: DuoOperatieNaam;
  readonly aanroep: DuoAanroep & { readonly bsn?: string; readonly body?: unknown };
}

/** DUO in memory, for tests of what uses the port. */
export interface DuoFake {
  readonly poort: DuoPort;
  /** Every call, in order. */
  readonly aanroepen: readonly OpgenomenAanroep[];
  /** What `operatie` answers, one after the other; the last one stays. */
  antwoordt<N extends DuoOperatieNaam>(operatie: N, ...antwoorden: readonly AntwoordOf<N>[]): void;
}

type Stap = (aanroep: never) => unknown;

/** A fake DUO. An operation without an answer fails the test by name, unless `anders` is given. */
export function maakDuoFake(anders?: DuoUitkomst<never>): DuoFake {
  const antwoorden = new Map<DuoOperatieNaam, Stap[]>();
  const aanroepen: OpgenomenAanroep[] = [];
  const poort = poortVan(async (operatie, aanroep) => {
    aanroepen.push({ operatie, aanroep });
    const rij = antwoorden.get(operatie) ?? [];
    const stap = rij.length > 1 ? rij.shift() : rij[0];
    if (stap !== undefined) return await stap(aanroep);
    if (anders !== undefined) return anders;
    throw new Error(`Geen antwoord afgesproken voor ${operatie}`);
  });
  return {
    poort,
    aanroepen,
    antwoordt(operatie, ...nieuwe) {
      antwoorden.set(
        operatie,
        nieuwe.map((antwoord) => (typeof antwoord === 'function' ? antwoord : () => antwoord)),
      );
    },
  };
}

/** The answer of a DUO that did what was asked. */
export function duoGelukt<W>(waarde: W): Gelukt<W> {
  return { soort: 'gelukt', waarde, apiVersie: '1.0.0', afwijkingen: [] };
}
