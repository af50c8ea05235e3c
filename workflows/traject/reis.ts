import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  isCancellation,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import {
  gewijzigd,
  stand,
  type Gewijzigd,
  type Kenmerk,
  type Stand,
  type StuurTermijn,
  type Stuurinformatie,
  type TrajectInvoer,
} from '#contracts/traject.js';
import type { TrajectTermijnCode } from '#domain/traject/instellingen.js';
import type { Mijlpaal } from '#domain/traject/mijlpalen.js';
import { workflowTijd } from '../shared/klok.js';
import { meldOnverteld, spoorStap } from '../shared/spoor.js';
import { Deur } from './deur.js';
import { Onderweg } from './onderweg.js';
import { stopTeLangeProef } from './proef.js';
import { Wachters } from './wachters.js';

/** A timer never rings sooner: the clock of the database may be a little behind that of Temporal. */
const KORTSTE_WEKKER_MS = 1_000;

const HISTORIE_GRENS = 500;

export type Afloop = 'gesloten' | 'afgelost' | 'gewist';

/**
 * The verbs in which a journey is told: `tot` (await a milestone), `metTermijn` (keep a term with its own timer
 * while something is awaited), `als` (only for whom it concerns). Holds no facts of its own: what it knows is the
 * last reading at the door, so a fresh start at any point tells the same story (E12).
 */
export class Reis {
  private stuur: Stuurinformatie | null = null;
  private lezingNodig = true;
  private lezingen = 0;
  private verhaal: CancellationScope | null = null;
  private gepasseerd = new Map<Mijlpaal, number>();
  private readonly wachtOp = new Map<Mijlpaal, number>();
  private readonly wekkers = new Map<string, { readonly tijdstip: string }>();
  private readonly bewaakt = new Map<TrajectTermijnCode, number>();
  private besloten: { readonly kenmerk: Kenmerk; readonly uitkomst: boolean }[] = [];
  /** Of the story as it is told now: one that was broken off is let through no more, it only ends. */
  private wachters = new Wachters();
  /** Looks only when the story stands still: what it then does not keep, nobody keeps. */
  private readonly vangnet = new Wachters();
  private readonly deur: Deur;
  private readonly onderweg: Onderweg;

  constructor(private readonly invoer: TrajectInvoer) {
    this.deur = new Deur(invoer);
    this.onderweg = new Onderweg(invoer, () => {
      this.lezingNodig = true;
    });
    // Sent by hand it may come without its content: then only a reading can tell.
    setHandler(gewijzigd, (sein?: Partial<Gewijzigd> | null) => {
      if ((sein?.versie ?? Infinity) > (this.stuur?.versie ?? -1)) this.lezingNodig = true;
    });
    setHandler(stand, () => this.leesStand());
  }

  /** Resolves when the milestone is reached; at once when it already is. */
  async tot(mijlpaal: Mijlpaal): Promise<void> {
    spoorStap(`tot:${mijlpaal}`);
    tel(this.wachtOp, mijlpaal, 1);
    try {
      await this.wachters.tot(() => this.stuur?.mijlpalen[mijlpaal] !== undefined);
    } finally {
      tel(this.wachtOp, mijlpaal, -1);
    }
    this.gepasseerd.set(mijlpaal, this.stuur?.mijlpalen[mijlpaal] ?? 0);
    spoorStap(`bereikt:${mijlpaal}`);
  }

  /** Keeps the term by its own timer while `werk` goes on; its ringing only asks the door to look (E10). */
  async metTermijn(code: TrajectTermijnCode, werk: () => Promise<void>): Promise<void> {
    spoorStap(`termijn:${code}`);
    tel(this.bewaakt, code, 1);
    const wekker = new CancellationScope();
    const bewaking = wekker.run(() => this.bewaak(code, (termijn) => termijn.code === code));
    bewaking.catch(() => undefined);
    try {
      await Promise.race([werk(), bewaking]);
    } finally {
      wekker.cancel();
      tel(this.bewaakt, code, -1);
    }
  }

  /** Tells the part only when it concerns this person, now or once it turns out so before `anders`. */
  async als(kenmerk: Kenmerk, anders: Mijlpaal, werk: () => Promise<void>): Promise<void> {
    spoorStap(`als:${kenmerk}`);
    await this.wachters.tot(
      () => this.heeft(kenmerk) || this.stuur?.mijlpalen[anders] !== undefined,
    );
    const uitkomst = this.heeft(kenmerk);
    this.besloten.push({ kenmerk, uitkomst });
    if (uitkomst) await werk();
  }

  /** Tells the story until the journey is closed, again from the top whenever a passed milestone is withdrawn (E9). */
  async vertel(verhaal: () => Promise<void>): Promise<Afloop> {
    this.bewaak('vangnet', (termijn) => !this.bewaakt.get(termijn.code), this.vangnet).catch(
      (fout: unknown) => {
        if (!isCancellation(fout)) throw fout;
      },
    );
    for (;;) {
      await condition(() => this.lezingNodig);
      this.lezingNodig = false;
      this.stuur = await this.deur.lees(() => this.lezingNodig);
      this.lezingen += 1;
      if (this.stuur.status === 'afgelost' || this.stuur.status === 'gewist')
        return this.stuur.status;
      this.herbeginAlsNodig(verhaal);
      this.onderweg.start(this.stuur);
      await this.wachters.herzie();
      await this.vangnet.herzie();
      meldOnverteld(this.telOnverteld());
      if (this.isTenEinde()) return 'gesloten';
      stopTeLangeProef(this.invoer);
      await this.vernieuwAlsNodig();
    }
  }

  private heeft(kenmerk: Kenmerk): boolean {
    return this.stuur?.kenmerken.includes(kenmerk) ?? false;
  }

  private herbeginAlsNodig(verhaal: () => Promise<void>): void {
    const anders =
      [...this.gepasseerd].some(([mijlpaal, nr]) => this.stuur?.mijlpalen[mijlpaal] !== nr) ||
      this.besloten.some(({ kenmerk, uitkomst }) => this.heeft(kenmerk) !== uitkomst);
    if (this.verhaal !== null && !anders) return;
    if (this.verhaal !== null) spoorStap('opnieuw');
    this.verhaal?.cancel();
    this.wachters = new Wachters();
    this.gepasseerd = new Map();
    this.besloten = [];
    this.verhaal = new CancellationScope();
    this.verhaal.run(verhaal).catch((fout: unknown) => {
      if (!isCancellation(fout)) throw fout;
    });
  }

  private async bewaak(
    naam: string,
    hoort: (termijn: StuurTermijn) => boolean,
    wachters = this.wachters,
  ): Promise<never> {
    for (;;) {
      await wachters.tot(() => this.eersteWekker(hoort) !== null);
      const tijdstip = this.eersteWekker(hoort);
      if (tijdstip === null) continue;
      const gezet = { tijdstip };
      this.wekkers.set(naam, gezet);
      const wekker = new CancellationScope();
      try {
        const gegaan = await wekker.run(() =>
          Promise.race([
            sleep(Math.max(KORTSTE_WEKKER_MS, Date.parse(tijdstip) - workflowTijd()), {
              summary: naam,
            }).then(() => true),
            wachters.tot(() => this.eersteWekker(hoort) !== tijdstip).then(() => false),
          ]),
        );
        if (gegaan) await this.naLezing(naam, wachters);
      } finally {
        wekker.cancel();
        // Told again, the story may have set its own already.
        if (this.wekkers.get(naam) === gezet) this.wekkers.delete(naam);
      }
    }
  }

  /** Asks for a reading and waits until one that began after this moment has come. */
  private async naLezing(naam: string, wachters: Wachters): Promise<void> {
    spoorStap(`wekker:${naam}`);
    const oud = this.stuur;
    this.lezingNodig = true;
    await wachters.tot(() => this.stuur !== oud);
  }

  private eersteWekker(hoort: (termijn: StuurTermijn) => boolean): string | null {
    return (this.stuur?.termijnen ?? [])
      .filter(hoort)
      .reduce<string | null>(
        (eerste, { wekkerTijdstip }) =>
          eerste === null || wekkerTijdstip < eerste ? wekkerTijdstip : eerste,
        null,
      );
  }

  private isTenEinde(): boolean {
    return (
      this.stuur?.status === 'gesloten' &&
      this.onderweg.namen().length === 0 &&
      this.stuur.ophalen.length === 0 &&
      !this.lezingNodig &&
      allHandlersFinished()
    );
  }

  private async vernieuwAlsNodig(): Promise<void> {
    const grens = this.invoer.historieGrens ?? HISTORIE_GRENS;
    if (this.invoer.proef || workflowInfo().historyLength < grens) return;
    // A run that did nothing but begin would only be followed by its like, for ever.
    if (this.lezingen < 2) return;
    if (this.onderweg.namen().length > 0 || this.lezingNodig || !allHandlersFinished()) return;
    spoorStap('vernieuwd');
    await continueAsNew<(invoer: TrajectInvoer) => Promise<Afloop>>(this.invoer);
  }

  private leesStand(): Stand {
    return {
      versie: this.stuur?.versie ?? 0,
      wachtOp: [...this.wachtOp]
        .filter(([, aantal]) => aantal > 0)
        .map(([naam]) => naam)
        .sort(),
      wekkers: [...this.wekkers]
        .map(([sleutel, { tijdstip }]) => ({ sleutel, tijdstip }))
        .sort((a, b) => a.sleutel.localeCompare(b.sleutel)),
      onderweg: this.onderweg.namen(),
      deurDichtSinds: this.deur.dichtSinds,
      onverteld: this.telOnverteld(),
    };
  }

  private telOnverteld(): number {
    return (this.stuur?.termijnen ?? []).filter(({ code }) => !this.bewaakt.get(code)).length;
  }
}

function tel<K>(teller: Map<K, number>, sleutel: K, stap: number): void {
  teller.set(sleutel, (teller.get(sleutel) ?? 0) + stap);
}
