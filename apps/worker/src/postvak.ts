import type { Dossier } from '#dossier/dossier.js';
import type { DossierSysteem } from '#dossier/systeem.js';

const PER_RONDE = 50;

/** Finds or opens the journey of each waiting notification, oldest first. True when there may be more. */
export async function koppelRonde(systeem: DossierSysteem, dossier: Dossier): Promise<boolean> {
  const post = await systeem.nieuwePost(PER_RONDE);
  for (const bericht of post) await dossier.koppelPost(bericht);
  return post.length === PER_RONDE;
}
