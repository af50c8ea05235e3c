import type { DossierActiviteiten } from '#contracts/traject.js';
import type { DeurVoorActiviteiten } from '../deur.js';

/** Local activities at the door. Idempotent: what was done is in the toestand. */
export function maakDossierActiviteiten(deur: DeurVoorActiviteiten): DossierActiviteiten {
  return { leesStuur: (vraag) => deur.stuur(vraag) };
}
