import { randomUUID } from 'node:crypto';
import type { IsoDatum } from '#domain/datum/datum.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import type { Dossier } from '#dossier/dossier.js';
import { LOKALE_GEMEENTEN } from '#tools/lokaal/gemeenten.js';
import { coaOverdracht, nieuwVNummer } from './personen.js';

export interface Opening {
  readonly vNummer?: string;
  /** Without one DUO can be asked nothing about this person. */
  readonly bsn?: string;
  readonly proef?: boolean;
  readonly bron?: 'COA' | 'DUO';
  readonly vervolg?: readonly Opdracht[];
  readonly beginTijdstip?: string;
}

const GEMEENTE_ID = LOKALE_GEMEENTEN[0].id;

/** What COA says, as the door wants it. */
function coaProfiel(vNummer: string): Opdracht {
  const { persoon, gegevens, medisch, koppelingOp, vergunningOp, herkomst } =
    coaOverdracht(vNummer);
  return {
    soort: 'legCoaProfielVast',
    persoon: { ...persoon, bsn: null },
    profiel: {
      schemaVersie: 1,
      koppelingOp: koppelingOp as IsoDatum,
      vergunningOp: vergunningOp as IsoDatum,
      herkomst: { bron: herkomst.bron, geraadpleegdOp: herkomst.geraadpleegdOp as IsoDatum },
      gegevens,
    },
    medisch,
  };
}

/** Opens a journey at the door, without the API; its id. */
export async function open(dossier: Dossier, opening: Opening = {}): Promise<string> {
  const { vNummer = nieuwVNummer(), proef = false, bron = 'COA', beginTijdstip } = opening;
  const { naam, geboortedatum } = coaOverdracht(vNummer).persoon;
  const persoon = { bsn: opening.bsn ?? null, vNummer, naam, geboortedatum };
  const uitkomst = await dossier.open({
    gemeenteId: GEMEENTE_ID,
    opdracht: { soort: 'openTraject', trajectId: randomUUID(), proef, bron, persoon },
    vervolg: opening.vervolg ?? [coaProfiel(vNummer)],
    beller: 'meting',
    opdrachtId: randomUUID(),
    actor: { soort: 'keten', id: bron },
    ...(beginTijdstip === undefined ? {} : { beginTijdstip }),
  });
  if (uitkomst.soort !== 'gedaan') throw new Error(`Niet geopend: ${JSON.stringify(uitkomst)}`);
  return uitkomst.trajectId;
}

/** Runs `doe` so many times, eight at the same time; the results in order. */
export async function herhaal<T>(
  aantal: number,
  doe: (nr: number) => Promise<T>,
  tegelijk = 8,
): Promise<T[]> {
  const uit: T[] = [];
  let volgende = 0;
  const loop = async (): Promise<void> => {
    while (volgende < aantal) {
      const nr = volgende;
      volgende += 1;
      uit[nr] = await doe(nr);
    }
  };
  await Promise.all(Array.from({ length: tegelijk }, loop));
  return uit;
}
