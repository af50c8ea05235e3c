import { metTransactie } from '#database/transactie.js';
import { doorrekening, type Doorgerekend } from '#domain/traject/doorrekening.js';
import type { Actor } from '#domain/traject/kern.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { beslis, verstrekenTijd } from './besluiten.js';
import { leesStand } from './inzage.js';
import type { Deur } from './kern.js';
import { omgevingOp } from './omgeving.js';
import { haalTrajectzegel } from './trajectzegel.js';
import type { Geweigerd, TrajectPlek } from './typen.js';

export interface DoorrekenVraag extends TrajectPlek {
  /** One after the other, as if each was given. */
  readonly opdrachten: readonly Opdracht[];
  readonly actor: Actor;
}

export interface Doorrekening {
  readonly soort: 'doorgerekend';
  /** Journal entry on which it was computed. */
  readonly versie: number;
  readonly termijnen: readonly Doorgerekend[];
}

/**
 * What these opdrachten would do to the dates of the journey now, after what fell due. Locks and writes nothing.
 * Null: not here, or no key (any more).
 */
export async function doorreken(
  deur: Deur,
  vraag: DoorrekenVraag,
): Promise<Doorrekening | Geweigerd | null> {
  const zegel = await haalTrajectzegel(deur.sleutels, vraag);
  if (zegel === null) return null;
  const gelezen = await metTransactie(
    deur.dataSource,
    vraag.gemeenteId,
    (runner) => leesStand(deur, runner, vraag, zegel),
    { alleenLezen: true },
  );
  if (gelezen === null) return null;
  const { rij, toestand, versies } = gelezen;
  const omgeving = omgevingOp(rij.nu_ms, versies, vraag.actor, deur.tabel);
  const nu = verstrekenTijd(toestand, omgeving)?.na ?? toestand;
  const beslissing = beslis(nu, vraag.opdrachten, 'doorrekening', omgeving);
  return beslissing.ok
    ? {
        soort: 'doorgerekend',
        versie: toestand.nr,
        termijnen: doorrekening(nu, beslissing.groepen.at(-1)?.na ?? nu),
      }
    : { soort: 'geweigerd', weigering: beslissing.weigering };
}
