import { setTimeout as rust } from 'node:timers/promises';
import type { Verteller } from './verteller.js';
import { vraag, type Gebruiker } from './verzoek.js';
import { signaalWoorden, termijnNaam, WOORDEN } from './woorden.js';

export interface Taak {
  readonly id: string;
  readonly soort: string;
  readonly titel: string;
  readonly rol: string;
  readonly uiterlijkOp: string | null;
  readonly onderwerp: string | null;
}

export interface Termijn {
  readonly sleutel: string;
  readonly code: string;
  readonly status: string;
  readonly uiterlijkOp: string;
  readonly gehaaldOp: string | null;
  readonly teLaat: boolean;
  readonly uitleg: readonly { readonly tekst: string }[];
  readonly bron: { readonly wet: string; readonly artikel: string } | null;
}

interface Journaalregel {
  readonly nr: number;
  readonly soort: string;
  readonly dag: string;
  readonly gebeurtenis: Record<string, unknown>;
}

interface Detail {
  readonly status: string;
  readonly schakels: readonly string[];
  readonly vandaag: string;
}

export interface Personages {
  readonly regievoerder: Gebruiker;
  readonly coordinator: Gebruiker;
  readonly beheerder: Gebruiker;
  readonly simulatorUrl: string;
  readonly verteller: Verteller;
}

const DAG_MS = 86_400_000;
const GEDULD_MS = 60_000;

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
      const voor = taak.uiterlijkOp === null ? '' : `, uiterlijk ${taak.uiterlijkOp}`;
      this.spel.verteller.vertel({
        datum,
        persoon: this.naam,
        schakel,
        tekst: `  taak voor de ${taak.rol}: ${taak.titel}${voor}`,
      });
    }
  }
}

function vertaal({ soort, gebeurtenis }: Journaalregel): string | null {
  const tekst = (naam: string): string => String(gebeurtenis[naam]);
  switch (soort) {
    case 'termijnSignaal':
      return signaalWoorden(tekst('code'), tekst('sport'), tekst('uiterlijkOp'));
    case 'termijnGestart':
      return `Termijn ${termijnNaam(tekst('code'))}: uiterlijk ${tekst('uiterlijkOp')}.`;
    case 'termijnVerplaatst':
      return gebeurtenis['oudUiterlijkOp'] === gebeurtenis['uiterlijkOp']
        ? null
        : `Termijn ${termijnNaam(tekst('code'))} verplaatst: ${tekst('oudUiterlijkOp')} wordt ${tekst('uiterlijkOp')}.`;
    default:
      return WOORDEN[soort] ?? null;
  }
}

function toelichting(
  { soort, gebeurtenis }: Journaalregel,
  termijnen: readonly Termijn[],
): { toelichting?: readonly string[] } {
  if (soort !== 'termijnGestart') return {};
  const termijn = termijnen.find(({ sleutel }) => sleutel === gebeurtenis['sleutel']);
  if (termijn === undefined) return {};
  const bron =
    termijn.bron === null ? [] : [`(${termijn.bron.wet}, artikel ${termijn.bron.artikel})`];
  return { toelichting: [...termijn.uitleg.map(({ tekst }) => tekst), ...bron] };
}
