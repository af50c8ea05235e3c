import type { ControleActiviteiten, ControleTelling } from '#contracts/controle.js';
import type { Stand } from '#contracts/traject.js';
import type {
  ControleSysteem,
  TeVergelijken,
  Vastgelegd,
  Verschilsoort,
} from '#dossier/controle.js';
import type { DossierSysteem } from '#dossier/systeem.js';
import type { TrajectWorkflows } from '#temporal/trajectworkflows.js';

const TRAJECTEN_PER_BLAD = 100;
const WORKFLOWS_PER_BLAD = 200;
/** Drivers asked per page: a query of one that sleeps makes it replay. */
const STEEKPROEF = 2;
/** Visibility takes some ten calls a second in all. */
const RUST_MS = 500;

export interface ControleUitslag extends Vastgelegd {
  readonly openTrajecten: number;
  readonly bevraagd: number;
  readonly lopendeWorkflows: number;
  readonly onbekend: number;
}

export interface ControleBenodigdheden {
  readonly controle: ControleSysteem;
  readonly systeem: Pick<DossierSysteem, 'nieuweDrijver' | 'wekOpnieuw' | 'drijverVerloren'>;
  readonly workflows: TrajectWorkflows;
  /** How the driver of a journey says it stands. */
  readonly vraagStand: (trajectId: string) => Promise<Stand>;
  /** For log and metrics. */
  readonly meld: (uitslag: ControleUitslag) => void;
  /** Tells Temporal that the page goes on. */
  readonly hartslag: () => void;
}

/** Pages of the nightly comparison, which also heal what they find. */
export function maakControleActiviteiten(nodig: ControleBenodigdheden): ControleActiviteiten {
  const { controle, workflows, meld, hartslag } = nodig;
  return {
    vergelijkTrajecten: async ({ controleId, vanaf }) => {
      const blad = await controle.openTrajecten(vanaf, TRAJECTEN_PER_BLAD);
      const bekeken = blad.filter(({ overslaan }) => !overslaan);
      const lopend = await workflows.waarvanLopen(bekeken.map(({ trajectId }) => trajectId));
      const steekproef = new Set(kies(bekeken, STEEKPROEF));
      const tellingen: Record<string, ControleTelling> = {};
      for (const { gemeenteId } of blad) tel(tellingen, gemeenteId, 1, 0);
      for (const traject of bekeken) {
        hartslag();
        const { trajectId, gemeenteId } = traject;
        // What the list does not have yet may run all the same.
        const loopt = lopend.has(trajectId) || (await workflows.loopt(trajectId));
        const vraag = loopt && !traject.ongezien && steekproef.has(traject);
        if (vraag) tel(tellingen, gemeenteId, 0, 1);
        const soort = await verschilVan(nodig, traject, loopt, vraag);
        if (soort === null) continue;
        // First told, then healed: after that nothing shows it any more.
        await controle.meldVerschil(controleId, { trajectId, gemeenteId, soort });
        await herstel(nodig, trajectId, soort);
      }
      const volgende = blad.length < TRAJECTEN_PER_BLAD ? null : (blad.at(-1)?.trajectId ?? null);
      return { volgende, tellingen, wachtMs: RUST_MS };
    },
    vergelijkWorkflows: async ({ controleId, vanaf }) => {
      const { trajectIds, volgende } = await workflows.bladzijde(vanaf, WORKFLOWS_PER_BLAD);
      const bekend = await controle.bekend(trajectIds);
      for (const { trajectId, gemeenteId, open } of bekend) {
        hartslag();
        if (open || !(await workflows.loopt(trajectId))) continue;
        const soort = 'zonder-traject';
        await controle.meldVerschil(controleId, { trajectId, gemeenteId, soort });
        await herstel(nodig, trajectId, soort);
      }
      const lopend = trajectIds.length;
      return { volgende, lopend, onbekend: lopend - bekend.length, wachtMs: RUST_MS };
    },
    legControleVast: async (uitslag) => {
      const { controleId, begonnenTijdstip, tellingen, lopendeWorkflows, onbekend } = uitslag;
      const regels = Object.entries(tellingen).map(([gemeenteId, { open, bevraagd }]) => ({
        gemeenteId,
        openTrajecten: open,
        bevraagd,
      }));
      const vastgelegd = await controle.legVast(controleId, begonnenTijdstip, regels);
      meld({
        openTrajecten: regels.reduce((som, { openTrajecten }) => som + openTrajecten, 0),
        bevraagd: regels.reduce((som, { bevraagd }) => som + bevraagd, 0),
        lopendeWorkflows,
        onbekend,
        ...vastgelegd,
      });
    },
  };
}

async function verschilVan(
  { vraagStand }: ControleBenodigdheden,
  { trajectId, proef, ongezien, stuurversie }: TeVergelijken,
  loopt: boolean,
  vraag: boolean,
): Promise<Verschilsoort | null> {
  if (!loopt) return proef ? 'proef-beeindigd' : 'zonder-workflow';
  if (ongezien) return 'ongezien';
  if (!vraag) return null;
  try {
    const { versie } = await vraagStand(trajectId);
    return versie < stuurversie ? 'achter' : null;
  } catch {
    return 'geen-antwoord';
  }
}

/** Nothing here floods: nudges of the comparison wait for those of people and chain. */
async function herstel(
  { systeem, workflows }: ControleBenodigdheden,
  trajectId: string,
  soort: Verschilsoort,
): Promise<void> {
  switch (soort) {
    case 'zonder-workflow':
      await systeem.nieuweDrijver(trajectId, true);
      return;
    case 'proef-beeindigd':
      await systeem.drijverVerloren(trajectId);
      return;
    case 'ongezien':
    case 'geen-antwoord':
    case 'achter':
      await systeem.wekOpnieuw(trajectId);
      return;
    case 'zonder-traject':
      // It reads that there is nothing to drive, and ends.
      await workflows.stootAan(trajectId);
  }
}

/** So many of the list, spread over it, others every night. */
function kies<T>(lijst: readonly T[], aantal: number): readonly T[] {
  const stap = Math.max(1, Math.floor(lijst.length / aantal));
  const begin = Math.floor(Math.random() * stap);
  return lijst.filter((_een, plek) => plek % stap === begin).slice(0, aantal);
}

function tel(
  tellingen: Record<string, ControleTelling>,
  gemeenteId: string,
  open: number,
  bevraagd: number,
): void {
  const nu = tellingen[gemeenteId] ?? { open: 0, bevraagd: 0 };
  tellingen[gemeenteId] = { open: nu.open + open, bevraagd: nu.bevraagd + bevraagd };
}
