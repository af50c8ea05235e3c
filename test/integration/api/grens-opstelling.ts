import { randomUUID } from 'node:crypto';
import { plusDagen, type IsoDatum } from '#domain/datum/datum.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { kennisgevingVoor, plichtMet } from '../herziening/opstelling.js';
import { GEMEENTE_A, type Opstelling } from './opstelling.js';

/** A last day, and the instant at which the day after it begins in Amsterdam. */
export interface Grens {
  readonly wanneer: string;
  readonly dag: IsoDatum;
  readonly begin: string;
  /** The ten weeks of the PIP never end in a weekend; the six months of ontzorgen, which no free day moves, do. */
  readonly sleutel: 'PIP_VASTSTELLEN' | 'ONTZORGEN';
}

const grens = (
  wanneer: string,
  dag: string,
  uurUtc: 22 | 23,
  sleutel: Grens['sleutel'] = 'PIP_VASTSTELLEN',
): Grens => ({ wanneer, dag: dag as IsoDatum, begin: `${dag}T${uurUtc}:00:00.000Z`, sleutel });

export const GRENZEN: readonly Grens[] = [
  grens('in de winter', '2027-01-12', 23),
  grens('in de zomer', '2027-07-13', 22),
  grens('op de vrijdag voor de klok vooruit gaat', '2026-03-27', 23),
  grens('op de zaterdag voor de klok vooruit gaat', '2026-03-28', 23, 'ONTZORGEN'),
  grens('op de zondag waarop de klok vooruit gaat', '2026-03-29', 22, 'ONTZORGEN'),
  grens('op de maandag nadat de klok vooruit ging', '2026-03-30', 22),
  grens('op de vrijdag voor de klok terug gaat', '2027-10-29', 22),
  grens('op de zaterdag voor de klok terug gaat', '2026-10-24', 22, 'ONTZORGEN'),
  grens('op de zondag waarop de klok terug gaat', '2027-10-31', 23, 'ONTZORGEN'),
  grens('op de maandag nadat de klok terug ging', '2027-11-01', 23),
];

let nummer = 5_000_000_000;

async function open(o: Opstelling, vervolg: Opdracht, beginTijdstip: string): Promise<string> {
  const persoon = {
    bsn: null,
    vNummer: String((nummer += 1)),
    naam: null,
    geboortedatum: null,
  };
  const uitkomst = await o.dossier.open({
    gemeenteId: GEMEENTE_A.id,
    opdracht: { soort: 'openTraject', trajectId: randomUUID(), proef: true, bron: 'COA', persoon },
    vervolg: [vervolg],
    beller: 'test',
    opdrachtId: randomUUID(),
    actor: { soort: 'keten', id: 'COA' },
    beginTijdstip,
  });
  if (uitkomst.soort !== 'gedaan') throw new Error(JSON.stringify(uitkomst));
  return uitkomst.trajectId;
}

/**
 * A rehearsal whose clock starts at this instant, with a term that ends on the last day of the boundary. Its clock
 * runs on from there.
 */
export async function openOp(
  o: Opstelling,
  { dag, sleutel }: Grens,
  beginTijdstip: string,
): Promise<string> {
  if (sleutel === 'PIP_VASTSTELLEN') {
    return open(o, plichtMet(kennisgevingVoor(dag)), beginTijdstip);
  }
  for (let dagen = 178; dagen <= 188; dagen += 1) {
    const op = plusDagen(dag, -dagen);
    const opdracht = { soort: 'legBijstandVast', toegekend: true, op } as const;
    const trajectId = await open(o, opdracht, beginTijdstip);
    const inzage = await o.dossier.leesToestand({ gemeenteId: GEMEENTE_A.id, trajectId });
    if (inzage?.toestand.termijnen['ONTZORGEN']?.uiterlijkOp === dag) return trajectId;
  }
  throw new Error(`Geen ontzorgen die op ${dag} eindigt.`);
}

interface Termijnbeeld {
  readonly sleutel: string;
  readonly uiterlijkOp: string;
  readonly dagenOver: number | null;
  readonly teLaat: boolean;
}

interface Taakbeeld {
  readonly id: string;
  readonly trajectId: string;
  readonly termijn: string | null;
  readonly teLaat: boolean;
}

interface Trajectbeeld {
  readonly vandaag: string;
  readonly termijnenTeLaat: number;
  readonly termijnen: readonly Termijnbeeld[];
  readonly taken: readonly Taakbeeld[];
}

interface Journaalregel {
  readonly soort: string;
  readonly tijdstip: string;
  readonly gebeurtenis: { readonly sleutel?: string; readonly sport?: string };
}

/** The readings of the API that this is about, by a caller with every right to read. */
export class Lezer {
  private constructor(
    private readonly o: Opstelling,
    private readonly token: string,
  ) {}

  static async voor(o: Opstelling): Promise<Lezer> {
    return new Lezer(o, await o.token({ rollen: ['coordinator', 'regievoerder'] }));
  }

  traject(id: string): Promise<Trajectbeeld> {
    return this.haal(`/v1/trajecten/${id}`);
  }

  termijnen(id: string): Promise<Termijnbeeld[]> {
    return this.haal(`/v1/trajecten/${id}/termijnen`);
  }

  taken(query: string): Promise<Taakbeeld[]> {
    return this.haal(`/v1/taken?limit=100&${query}`);
  }

  taak(id: string): Promise<Taakbeeld> {
    return this.haal(`/v1/taken/${id}`);
  }

  trajecten(query: string): Promise<{ id: string; vandaag: string; termijnenTeLaat: number }[]> {
    return this.haal(`/v1/trajecten?limit=100&${query}`);
  }

  journaal(id: string): Promise<Journaalregel[]> {
    return this.haal(`/v1/trajecten/${id}/journaal?limit=100`);
  }

  private async haal<T>(pad: string): Promise<T> {
    const antwoord = await this.o.http().get(pad).set('Authorization', `Bearer ${this.token}`);
    if (antwoord.status !== 200) throw new Error(`${pad}: ${antwoord.status} ${antwoord.text}`);
    return antwoord.body as T;
  }
}
