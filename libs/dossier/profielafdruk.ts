import type { Opdracht } from '#domain/traject/opdracht.js';
import { canoniek } from './canoniek.js';
import type { Trajectzegel } from './trajectzegel.js';

/** With more fields than this the free part is one: the snapshot keeps a print of each. */
const MEESTE_VELDEN = 40;

/** A profile of COA with its prints, so that the core can tell what is new in it; any other opdracht as it was. */
export function metAfdruk(zegel: Trajectzegel, opdracht: Opdracht): Opdracht {
  if (opdracht.soort !== 'legCoaProfielVast') return opdracht;
  const { profiel, medisch } = opdracht;
  const velden = Object.entries(profiel.gegevens);
  const delen: readonly (readonly [naam: string, waarde: unknown])[] =
    velden.length > MEESTE_VELDEN
      ? [['gegevens', profiel.gegevens]]
      : velden.map(([naam, waarde]) => [`gegevens.${naam}`, waarde]);
  const prints = delen.map(([naam, waarde]) => [
    naam,
    zegel.afdruk('dossier', naam, canoniek(waarde)),
  ]);
  const apart = medisch === null ? null : zegel.afdruk('medisch', 'medisch', canoniek(medisch));
  const afdruk = Object.fromEntries([
    ...prints,
    ...(apart === null ? [] : [['medisch', apart]]),
  ]) as Record<string, string>;
  return { ...opdracht, afdruk };
}
