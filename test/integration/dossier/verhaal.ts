import { randomUUID } from 'node:crypto';
import type { Opdracht } from '#domain/traject/opdracht.js';
import type { VerwerkUitkomst } from '#dossier/typen.js';
import { verhaalAsiel } from '#test/support/verhalen.js';
import { eenPersoon, GEMEENTE, MEDEWERKER, type Opstelling } from './opstelling.js';

export interface Gespeeld {
  readonly gemeenteId: string;
  readonly trajectId: string;
}

function gelukt(opdracht: Opdracht, uitkomst: VerwerkUitkomst): void {
  if (uitkomst.soort === 'gedaan') return;
  throw new Error(`${opdracht.soort}: ${JSON.stringify(uitkomst)}`);
}

/**
 * Plays the journey of an asielstatushouder at the door, as a rehearsal whose clock follows the
 * story, and delivers every message at once. Stops before the step that `tot` names.
 */
export async function speelVerhaal(
  { dossier }: Opstelling,
  tot?: Opdracht['soort'],
): Promise<Gespeeld> {
  const trajectId = randomUUID();
  const plek = { gemeenteId: GEMEENTE.id, trajectId };
  const persoon = eenPersoon();
  for (const { op, opdracht: verteld } of verhaalAsiel(trajectId)) {
    if (verteld.soort === tot) break;
    const opdracht: Opdracht = 'persoon' in verteld ? { ...verteld, persoon } : verteld;
    if (opdracht.soort === 'openTraject') {
      const vraag = { opdracht: { ...opdracht, proef: true }, vervolg: [], actor: MEDEWERKER };
      const uitkomst = await dossier.open({
        ...vraag,
        gemeenteId: GEMEENTE.id,
        beller: 'test',
        opdrachtId: randomUUID(),
      });
      if (uitkomst.soort !== 'gedaan') throw new Error(JSON.stringify(uitkomst));
      continue;
    }
    const drijver = { ...plek, epoche: 1, workflowTijdstip: `${op}T11:00:00.000Z` };
    const doe = async (taak: Opdracht, opdrachtId: string): Promise<void> => {
      const vraag = {
        ...drijver,
        opdracht: taak,
        opdrachtId,
        beller: 'drijver',
        actor: MEDEWERKER,
      };
      gelukt(taak, await dossier.verwerk(vraag));
    };
    await doe(opdracht, randomUUID());
    for (const { meldingId } of (await dossier.stuur(drijver)).berichten) {
      const claim = await dossier.claimBericht({ ...drijver, meldingId, huurSeconden: 60 });
      if (claim.soort !== 'geclaimd') throw new Error(`claim: ${claim.soort}`);
      const { berichtId } = claim;
      await doe(
        { soort: 'meldBezorgd', meldingId, berichtId },
        `bezorgd:${trajectId}:${meldingId}`,
      );
    }
  }
  return plek;
}
