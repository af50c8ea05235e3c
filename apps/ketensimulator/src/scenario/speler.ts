import { BeheerFout } from '../beheer/invoer.js';
import { registreerPersoon } from '../beheer/registratie.js';
import { alsIso } from '../datum.js';
import type { Kern } from '../kern.js';
import { leesScenario, momentVan, ScenarioFout } from './lees.js';
import { HANDELINGEN, type Spel, type Stap, type Stapverslag } from './spel.js';
import { doeStap } from './stappen.js';

/** What `GET /scenario` answers: how far it is, and what did not come. */
export interface Stand extends Omit<Spel, 'scenario' | 'berichtenErvoor'> {
  titel: string;
  gedaan: number;
  nietVoldaan: number;
}

/** The steps of a file in the order of their moments; at one moment in the order of the file. */
const verslagVan = (stappen: readonly Stap[], begin: number): Stapverslag[] =>
  stappen
    .map((stap, i) => ({ stap, nr: i + 1, moment: momentVan(stap, begin) }))
    .sort((a, b) => a.moment - b.moment || a.nr - b.nr)
    .map(({ stap, nr, moment }) => ({
      nr,
      tijdstip: alsIso(moment),
      wat: HANDELINGEN.find((handeling) => stap[handeling] !== undefined) ?? 'stuur',
      status: 'wacht',
    }));

/**
 * Plays one scenario at a time. It moves the clocks of the scenario's persons along itself, from
 * step to step, and waits in real time for what it expects. What was done is kept with the state,
 * so a simulator that is started again goes on where it was.
 */
export class Speler {
  private bezig: Promise<void> | null = null;
  private einde = new AbortController();

  constructor(private readonly kern: Kern) {}

  /**
   * Checks a scenario as a whole and makes its persons; nothing is made when anything is wrong. The
   * one that was loaded last stays as it is, to go on with after a restart.
   */
  async laad(waarde: unknown): Promise<Stand> {
    const { staat, klok } = this.kern;
    const { scenario, begin } = leesScenario(waarde, klok.echt());
    const vorig = staat.gegevens.spel;
    if (this.bezig !== null) throw new BeheerFout(409, 'Er wordt al een scenario gespeeld.');
    if (vorig !== undefined && JSON.stringify(vorig.scenario) === JSON.stringify(scenario)) {
      if (vorig.status === 'gestopt') vorig.status = 'speelt';
      return this.toon(vorig);
    }
    const bekend = scenario.personen.flatMap(({ bsn }, i) =>
      typeof bsn === 'string' && staat.persoonMetBsn(bsn) !== undefined
        ? [{ pad: `/personen/${i}/bsn`, fout: 'is in de simulator al van iemand' }]
        : [],
    );
    if (bekend.length > 0) throw new ScenarioFout(bekend);
    const personen: Record<string, string> = {};
    for (const { sleutel, ...gegevens } of scenario.personen) {
      personen[sleutel] = registreerPersoon(this.kern, { ...gegevens, klok: alsIso(begin) }).id;
    }
    staat.gegevens.spel = {
      scenario,
      status: 'speelt',
      personen,
      stappen: verslagVan(scenario.stappen, begin),
      berichtenErvoor: staat.gegevens.berichten.length,
    };
    await staat.bewaar();
    return this.toon(staat.gegevens.spel);
  }

  /** Plays what is loaded; resolves when it is over, with what became of it. */
  async speel(): Promise<Stand | undefined> {
    const { spel } = this.kern.staat.gegevens;
    if (spel === undefined) return undefined;
    if (spel.status === 'speelt') {
      this.bezig ??= this.loop(spel).finally(() => {
        this.bezig = null;
      });
    }
    await this.bezig;
    return this.toon(spel);
  }

  stand(): Stand | undefined {
    const { spel } = this.kern.staat.gegevens;
    return spel === undefined ? undefined : this.toon(spel);
  }

  /** Breaks off; `status` 'gestopt' for somebody's wish, none for a simulator that goes down. */
  async stop(status?: 'gestopt'): Promise<void> {
    const { spel } = this.kern.staat.gegevens;
    if (spel?.status === 'speelt' && status !== undefined) spel.status = status;
    this.einde.abort();
    await this.bezig;
    this.einde = new AbortController();
    await this.kern.staat.bewaar();
  }

  private toon({ scenario, berichtenErvoor: _, ...spel }: Spel): Stand {
    const telt = (status: Stapverslag['status']): number =>
      spel.stappen.filter((stap) => stap.status === status).length;
    return {
      titel: scenario.titel,
      gedaan: telt('gedaan'),
      nietVoldaan: telt('niet-voldaan'),
      ...structuredClone(spel),
    };
  }

  private async loop(spel: Spel): Promise<void> {
    const { staat } = this.kern;
    const { signal } = this.einde;
    for (const verslag of spel.stappen) {
      if (verslag.status !== 'wacht') continue;
      try {
        await this.brengTot(spel, Date.parse(verslag.tijdstip), signal);
        if (!signal.aborted) await doeStap(this.kern, spel, verslag, signal);
      } catch {
        if (signal.aborted) return;
        // What a file puts in a person's state may be beyond DUO's rules; the rest can still be played.
        verslag.status = 'niet-voldaan';
        verslag.uitleg = 'de stap kon niet worden gedaan';
      }
      if (signal.aborted) return;
      await staat.bewaar();
    }
    spel.status = 'klaar';
    await staat.bewaar();
  }

  /** Lets time pass for all persons of the scenario, one after the other. */
  private async brengTot(spel: Spel, moment: number, einde: AbortSignal): Promise<void> {
    const { staat, agenda } = this.kern;
    for (const id of Object.values(spel.personen)) {
      const persoon = staat.persoon(id);
      if (persoon !== undefined && !einde.aborted) await agenda.verwerkTot(persoon, moment);
    }
  }
}
