import { randomUUID } from 'node:crypto';
import type { CoaImportRegel } from '#database/coa-importen.js';
import { IMPORT_BELLER, importOpdrachtId, type ImportPlek } from '#dossier/coa-import.js';
import type { Dossier } from '#dossier/dossier.js';
import { naarProfiel, type CoaOverdrachtDto } from '../coa-overdrachten/coa-overdracht.dto.js';
import { actorVan, type Beller } from '../common/toegang.guard.js';
import { nietBeslistFout } from '../common/uitkomst.js';
import { naarPersoon } from '../opdrachten/voorbereiden.dto.js';

type Einde = Pick<CoaImportRegel, 'rij' | 'status' | 'effect' | 'traject_id' | 'code' | 'melding'>;

/**
 * Brings one row to the door, as a hand-over by itself. Its key follows from import and row, so a row that was done and
 * not written down gives the same journey. Null: the journey is held by another, try again.
 */
export async function voerRijUit(
  dossier: Dossier,
  beller: Beller,
  plek: ImportPlek,
  { nr, overdracht }: { readonly nr: number; readonly overdracht: CoaOverdrachtDto | undefined },
): Promise<Einde | null> {
  const geweigerd = (code: string, melding: string, traject_id: string | null): Einde => ({
    rij: nr,
    status: 'geweigerd',
    effect: null,
    traject_id,
    code,
    melding,
  });
  if (overdracht === undefined) {
    return geweigerd('ONLEESBAAR', 'Deze rij is niet meer te lezen. Bied haar opnieuw aan.', null);
  }
  const persoon = naarPersoon(overdracht.persoon);
  const uitkomst = await dossier.open({
    gemeenteId: plek.gemeenteId,
    opdracht: { soort: 'openTraject', trajectId: randomUUID(), proef: false, bron: 'COA', persoon },
    vervolg: [
      {
        soort: 'legCoaProfielVast',
        persoon,
        profiel: naarProfiel(overdracht),
        medisch: overdracht.medisch ?? null,
      },
    ],
    beller: IMPORT_BELLER,
    opdrachtId: importOpdrachtId(plek, nr),
    actor: actorVan(beller),
  });
  if (uitkomst.soort === 'gedaan') {
    const { trajectId, nieuw, gebeurtenissen } = uitkomst;
    const anders = gebeurtenissen.some(({ soort }) => soort === 'coaProfielVastgelegd');
    const effect = nieuw ? 'opent' : anders ? 'vult-aan' : 'ongewijzigd';
    return { rij: nr, status: 'gedaan', effect, traject_id: trajectId, code: null, melding: null };
  }
  if (uitkomst.soort === 'geweigerd') {
    const { weigering, trajectId } = uitkomst;
    return geweigerd(weigering.code, weigering.melding, trajectId);
  }
  const { code, probleem } = nietBeslistFout(uitkomst);
  return code === 'NIET_BESCHIKBAAR' ? null : geweigerd(probleem.code, probleem.detail, null);
}
