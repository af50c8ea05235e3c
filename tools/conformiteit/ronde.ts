import type { Antwoord, Beller, GeenAntwoord } from './beller.js';
import type { Geval, Uitslag, Zending } from './geval.js';
import type { Inrichter } from './inrichter.js';
import { keur, operatieVan } from './keuring.js';
import type { DuoSpecificatie } from './specificatie.js';

export interface RondeOpties {
  readonly beller: Beller;
  readonly specificaties: readonly DuoSpecificatie[];
  /** What comes before the paths of the file: DUO's have the major version there. */
  readonly basis: (spec: DuoSpecificatie | undefined) => string;
  /** Version that every answer must carry, also on paths the file does not have. */
  readonly versie: string | null;
  /** The person the cases are about: one given, or one made per case. */
  readonly persoon: { readonly bsn: string } | { readonly inrichter: Inrichter };
  readonly meld: (uitslag: Uitslag) => void;
}

/** A case that cannot go on; the message names no person. */
class Gestrand extends Error {}

class Loop {
  readonly #onthouden = new Map<string, string>();

  constructor(
    private readonly opties: RondeOpties,
    private readonly bsn: string,
  ) {}

  spec({ methode, pad }: Zending): DuoSpecificatie | undefined {
    return operatieVan(this.opties.specificaties, methode, pad);
  }

  async bel(zending: Zending): Promise<Antwoord | GeenAntwoord> {
    const pad = zending.pad.replace(/\{(\w+)\}/g, (_, naam: string) => {
      if (naam === 'bsn') return zending.bsn ?? this.bsn;
      const deel = zending.delen?.[naam] ?? `{${naam}}`;
      const verwijzing = /^\{(\w+)\}$/.exec(deel)?.[1];
      const waarde = verwijzing === undefined ? deel : this.#onthouden.get(verwijzing);
      if (waarde === undefined) throw new Gestrand(`er is geen ${naam} om mee verder te gaan`);
      return encodeURIComponent(waarde);
    });
    const antwoord = await this.opties.beller.bel(
      zending,
      `${this.opties.basis(this.spec(zending))}${pad}`,
    );
    this.#onthoud(zending, antwoord);
    return antwoord;
  }

  async bereidVoor(zending: Zending): Promise<void> {
    const antwoord = await this.bel(zending);
    if (antwoord.soort === 'antwoord' && antwoord.status < 300) return;
    const wat = antwoord.soort === 'antwoord' ? `status ${antwoord.status}` : antwoord.soort;
    throw new Gestrand(`de voorbereiding ${zending.methode} ${zending.pad} gaf ${wat}`);
  }

  #onthoud({ onthoud }: Zending, antwoord: Antwoord | GeenAntwoord): void {
    if (onthoud === undefined || antwoord.soort !== 'antwoord' || antwoord.status >= 300) return;
    try {
      const waarde = onthoud.uit(JSON.parse(antwoord.tekst) as unknown);
      if (typeof waarde === 'string' || typeof waarde === 'number') {
        this.#onthouden.set(onthoud.naam, String(waarde));
      }
    } catch {
      // What cannot be read is not kept: the call that needs it says so.
    }
  }
}

async function redenenVan(geval: Geval, opties: RondeOpties): Promise<readonly string[]> {
  const ingericht = 'inrichter' in opties.persoon;
  const bsn =
    'bsn' in opties.persoon
      ? opties.persoon.bsn
      : await opties.persoon.inrichter.richtIn(geval.inrichting);
  const loop = new Loop(opties, bsn);
  try {
    for (const stap of geval.vooraf ?? []) await loop.bereidVoor(stap);
    const antwoord = await loop.bel(geval.zending);
    const spec = loop.spec(geval.zending);
    return keur(antwoord, geval.verwacht, {
      spec,
      versie: spec?.versie ?? opties.versie,
      ingericht,
    });
  } finally {
    for (const stap of geval.achteraf ?? []) await loop.bel(stap).catch(() => undefined);
  }
}

/** Carries out the cases one after the other, in order, and reports each as it is done. */
export async function draaiRonde(
  gevallen: readonly Geval[],
  opties: RondeOpties,
): Promise<readonly Uitslag[]> {
  const uitslagen: Uitslag[] = [];
  for (const geval of gevallen) {
    const begin = performance.now();
    const besluit = async (): Promise<Omit<Uitslag, 'geval' | 'duurMs'>> => {
      if (geval.inrichting?.nodig === true && 'bsn' in opties.persoon) {
        return { oordeel: 'niet uitgevoerd', redenen: ['vraagt --beheer'] };
      }
      try {
        const redenen = await redenenVan(geval, opties);
        return { oordeel: redenen.length === 0 ? 'geslaagd' : 'mislukt', redenen };
      } catch (fout) {
        const reden = fout instanceof Gestrand ? fout.message : 'het geval kon niet worden gedaan';
        return { oordeel: 'mislukt', redenen: [reden] };
      }
    };
    const uitslag = { geval, ...(await besluit()), duurMs: performance.now() - begin };
    uitslagen.push(uitslag);
    opties.meld(uitslag);
  }
  return uitslagen;
}
