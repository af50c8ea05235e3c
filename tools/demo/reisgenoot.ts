import { setTimeout as rust } from 'node:timers/promises';
import type { Bericht, Detail, Journaalregel, Stand, Taak, Termijn } from './antwoorden.js';
import type { Verteller } from './verteller.js';
import { vraag, type Gebruiker } from './verzoek.js';
import { taakWoorden, toelichting, vertaal } from './woorden.js';

export interface Personages {
  readonly regievoerder: Gebruiker;
  readonly coordinator: Gebruiker;
  readonly beheerder: Gebruiker;
  readonly simulatorUrl: string;
  readonly verteller: Verteller;
  readonly keten: Keten;
}

/** How DUO behaves in this telling. */
export interface Keten {
  /** Events of which the notification never arrives. */
  readonly verloren: readonly string[];
  /** Whether DUO sends its attention signals, which it does not do yet. */
  readonly attentiesignalen: boolean;
}

/** As DUO does today, with nothing lost. */
export const KETEN_VAN_NU: Keten = { verloren: [], attentiesignalen: false };

const DAG_MS = 86_400_000;
const GEDULD_MS = 60_000;
/** Longer than two comparisons with DUO can lie apart. */
const WEKEN = 6;

const plusDagen = (datum: string, dagen: number): string =>
  new Date(Date.parse(datum) + dagen * DAG_MS).toISOString().slice(0, 10);

/** One person's journey, followed and steered through the public API and the simulator alone. */
export class Reisgenoot {
  #traject = '';
  #verteldTot = 0;

  constructor(
    readonly naam: string,
    private readonly spel: Personages,
    private readonly persoonId: string,
  ) {}

  get trajectId(): string {
    return this.#traject;
  }

  async volg(trajectId: string): Promise<void> {
    this.#traject = trajectId;
    await this.vertel();
  }

  /** Waits for DUO's first message to open the journey. */
  async wachtOpTraject(bsn: string): Promise<void> {
    const begin = Date.now();
    while (Date.now() - begin < GEDULD_MS) {
      const gevonden = await this.spel.regievoerder.doe<readonly { id: string }[]>(
        '/trajecten/_zoek',
        { bsn },
      );
      if (gevonden[0] !== undefined) return this.volg(gevonden[0].id);
      await rust(200);
    }
    throw new Error(`${this.naam}: DUO's melding opende geen traject`);
  }

  /** Forwards journey and chain together to the start of the working day. */
  async naar(datum: string): Promise<void> {
    const { vandaag } = await this.detail();
    const dagen = Math.round((Date.parse(datum) - Date.parse(vandaag)) / DAG_MS);
    if (dagen <= 0) return;
    const pad = `/proefdraaien/${this.#traject}`;
    await this.spel.beheerder.doe(`${pad}/vooruitspoelen`, { dagen });
    const begin = Date.now();
    for (;;) {
      const stand = await this.spel.beheerder.haal<{ status: string; melding: string | null }>(pad);
      if (stand.status === 'klaar') break;
      if (stand.status === 'mislukt' || Date.now() - begin > GEDULD_MS) {
        throw new Error(
          `${this.naam}: vooruitspoelen naar ${datum}: ${stand.melding ?? 'duurt te lang'}`,
        );
      }
      await rust(50);
    }
    await this.vertel();
  }

  /** Completes the open task of this kind; the next task is there in the next read. */
  async rondAf(soort: string, uitkomst: Record<string, unknown>): Promise<void> {
    const taak = await this.taak(soort);
    const wie = taak.rol === 'coordinator' ? this.spel.coordinator : this.spel.regievoerder;
    await wie.doe(`/taken/${taak.id}/afronding`, { uitkomst });
    await this.vertel();
  }

  async geefOpdracht(opdracht: Record<string, unknown>): Promise<void> {
    await this.spel.regievoerder.doe(`/trajecten/${this.#traject}/opdrachten`, opdracht);
    await this.vertel();
  }

  /** Something DUO does, through the control side of the simulator. */
  async duo(pad: string, body: unknown): Promise<void> {
    await vraag(`${this.spel.simulatorUrl}/personen/${this.persoonId}${pad}`, {
      methode: 'POST',
      body,
    });
  }

  async taken(): Promise<readonly Taak[]> {
    return this.spel.coordinator.haal(`/taken?trajectId=${this.#traject}&limit=100`);
  }

  async termijnen(): Promise<readonly Termijn[]> {
    return this.spel.regievoerder.haal(`/trajecten/${this.#traject}/termijnen`);
  }

  /** Everything the API shows of the journey, for who compares it with the expected story. */
  async stand(): Promise<Stand> {
    const van = (status: string): Promise<readonly Taak[]> =>
      this.spel.coordinator.haal(`/taken?trajectId=${this.#traject}&limit=100&status=${status}`);
    const [{ status }, journaal, termijnen, berichten, ...taken] = await Promise.all([
      this.detail(),
      this.journaal(),
      this.termijnen(),
      this.berichten(),
      ...['open', 'afgerond', 'vervallen'].map(van),
    ]);
    return { status, journaal, termijnen, berichten, taken: taken.flat() };
  }

  private berichten(): Promise<readonly Bericht[]> {
    return this.spel.regievoerder.haal(`/trajecten/${this.#traject}/berichten`);
  }

  /** Waits until DUO has everything that was decided for it. */
  async totBezorgd(): Promise<void> {
    const begin = Date.now();
    while (Date.now() - begin < GEDULD_MS) {
      const berichten = await this.berichten();
      if (berichten.every(({ status }) => status === 'bezorgd')) return this.vertel();
      await rust(100);
    }
    throw new Error(`${this.naam}: niet elk bericht kwam bij DUO aan`);
  }

  detail(): Promise<Detail> {
    return this.spel.regievoerder.haal(`/trajecten/${this.#traject}`);
  }

  /** Waits until the chain has done its part: an entry of this kind is in the journal. */
  async totInJournaal(soort: string, aantal = 1): Promise<void> {
    const begin = Date.now();
    while (Date.now() - begin < GEDULD_MS) {
      const regels = await this.journaal();
      if (regels.filter((regel) => regel.soort === soort).length >= aantal) return this.vertel();
      await rust(100);
    }
    throw new Error(`${this.naam}: ${soort} kwam niet in het journaal`);
  }

  /**
   * Waits until DUO's event is in the file as an entry of this kind. Where its notification is lost, the weeks go by
   * until our own comparison finds it, and the regievoerder has looked.
   */
  async totDuoMeldt(gebeurtenisId: string, soort: string): Promise<void> {
    if (!this.spel.keten.verloren.includes(gebeurtenisId)) return this.totInJournaal(soort);
    for (let week = 0; !(await this.journaal()).some((regel) => regel.soort === soort); week += 1) {
      if (week === WEKEN) {
        throw new Error(`${this.naam}: ${soort} bleef uit zonder de melding ${gebeurtenisId}`);
      }
      await this.naar(plusDagen((await this.detail()).vandaag, 7));
    }
    await this.rondAf('verschillen-behandelen', {
      soort: 'handelVerschillenAf',
      uitkomst: 'hersteld',
    });
  }

  /** Events of which DUO's notification was lost on the way. */
  async verloren(): Promise<readonly string[]> {
    const { notificaties } = await vraag<{
      notificaties: readonly { gebeurtenisId: string; status: string }[];
    }>(`${this.spel.simulatorUrl}/personen/${this.persoonId}`);
    return notificaties.flatMap(({ gebeurtenisId, status }) =>
      status === 'vervallen' ? [gebeurtenisId] : [],
    );
  }

  async journaal(): Promise<readonly Journaalregel[]> {
    const bladzijde = (nr: number): string =>
      Buffer.from(JSON.stringify([String(nr)])).toString('base64url');
    const alle: Journaalregel[] = [];
    for (let vanaf = 1; ; vanaf = alle.length + 1) {
      const deel = await this.spel.regievoerder.haal<readonly Journaalregel[]>(
        `/trajecten/${this.#traject}/journaal?limit=100&cursor=${bladzijde(vanaf)}`,
      );
      alle.push(...deel);
      if (deel.length < 100) return alle;
    }
  }

  private async taak(soort: string): Promise<Taak> {
    const taken = await this.taken();
    const taak = taken.find((een) => een.soort === soort);
    if (taak === undefined) {
      const open = taken.map((een) => een.soort).join(', ');
      throw new Error(`${this.naam}: de taak ${soort} staat niet open (wel: ${open})`);
    }
    return taak;
  }

  private async vertel(): Promise<void> {
    const nieuw = (await this.journaal()).filter(({ nr }) => nr > this.#verteldTot);
    if (nieuw.length === 0) return;
    const { schakels } = await this.detail();
    const termijnen = nieuw.some(({ soort }) => soort.startsWith('termijn'))
      ? await this.termijnen()
      : [];
    for (const regel of nieuw) {
      const tekst = vertaal(regel);
      if (tekst !== null) {
        this.spel.verteller.vertel({
          datum: regel.dag,
          persoon: this.naam,
          schakel: schakels[0] ?? '',
          tekst,
          ...toelichting(regel, termijnen),
        });
      }
      this.#verteldTot = regel.nr;
    }
    await this.vertelTaken(nieuw.at(-1)?.dag ?? '', schakels[0] ?? '');
  }

  #getoond = new Set<string>();

  private async vertelTaken(datum: string, schakel: string): Promise<void> {
    for (const taak of await this.taken()) {
      if (this.#getoond.has(taak.id)) continue;
      this.#getoond.add(taak.id);
      this.spel.verteller.vertel({
        datum,
        persoon: this.naam,
        schakel,
        tekst: `  ${taakWoorden(taak, datum)}`,
      });
    }
  }
}
