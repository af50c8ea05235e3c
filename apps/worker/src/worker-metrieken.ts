import type { DuoOperatieNaam } from '#adapters/duo/duo.port.js';
import { DUO_OPERATIENAMEN } from '#adapters/duo/operatienamen.js';
import { DUO_UITKOMSTEN } from '#adapters/duo/uitkomst.js';
import { UITGAAND_UITKOMSTEN } from '#adapters/uitgaand/uitgaand.port.js';
import { VERSCHILSOORTEN, type Verschilsoort } from '#dossier/controle.js';
import { KANALEN } from '#domain/uitgaand/attendering.js';
import type { Metrieken, Meter, Teller } from '#observability/metrieken.js';

type Niets = Record<string, never>;

/** What an operator watches of a worker. */
export interface WorkerMetrieken {
  /** Open journeys with news that no driver has read for over a minute; 0 is healthy. */
  readonly ongezien: Meter<Niets>;
  /** Entries the sweep added because a wake-up was missed. */
  readonly ingehaald: Teller<Niets>;
  /** Readings after which only the safety net kept a term (E10); stays 0. */
  readonly onverteld: Teller<Niets>;
  /** Nudges that arrived. */
  readonly gewekt: Teller<Niets>;
  /** What the last nightly comparison found, by kind; all 0 is healthy. */
  readonly controle: Meter<{ readonly soort: readonly (Verschilsoort | 'onbekend')[] }>;
  /** When the last nightly comparison was done, in seconds since 1970. */
  readonly gecontroleerd: Meter<Niets>;
  /** Journeys whose read model older code built; falls to 0 after a deploy. */
  readonly achter: Meter<Niets>;
  /** Calls to DUO by how they ended. */
  readonly duo: Teller<{
    readonly operatie: readonly DuoOperatieNaam[];
    readonly uitkomst: typeof DUO_UITKOMSTEN;
  }>;
  /** Answers of DUO that differ from what was agreed, though usable; stays 0. */
  readonly duoAfwijkingen: Teller<{ readonly operatie: readonly DuoOperatieNaam[] }>;
  /** Attempts to tell a gemeente something, by how they ended. */
  readonly uitgaand: Teller<{
    readonly kanaal: typeof KANALEN;
    readonly uitkomst: typeof UITGAAND_UITKOMSTEN;
  }>;
}

export function maakWorkerMetrieken(metrieken: Metrieken): WorkerMetrieken {
  return {
    ongezien: metrieken.meter({
      naam: 'trajecten_ongezien',
      uitleg: 'Open trajecten waarvan een minuut lang geen drijver het nieuws las.',
      labels: {},
    }),
    ingehaald: metrieken.teller({
      naam: 'veegronde_ingehaald_totaal',
      uitleg: 'Journaalregels die de veegronde toevoegde omdat een wekker was gemist.',
      labels: {},
    }),
    onverteld: metrieken.teller({
      naam: 'onvertelde_termijnen',
      uitleg: 'Termijnen die na een lezing alleen het vangnet bewaakte.',
      labels: {},
    }),
    gewekt: metrieken.teller({
      naam: 'drijvers_gewekt_totaal',
      uitleg: 'Seinen die bij een drijver aankwamen.',
      labels: {},
    }),
    controle: metrieken.meter({
      naam: 'controle_verschillen',
      uitleg: 'Verschillen tussen trajecten en workflows in de laatste nachtcontrole.',
      labels: { soort: [...VERSCHILSOORTEN, 'onbekend'] },
    }),
    gecontroleerd: metrieken.meter({
      naam: 'controle_klaar_seconden',
      uitleg: 'Wanneer de laatste nachtcontrole klaar was (seconden sinds 1970).',
      labels: {},
    }),
    achter: metrieken.meter({
      naam: 'trajecten_bij_te_werken',
      uitleg: 'Trajecten waarvan het leesmodel nog van een eerdere versie is.',
      labels: {},
    }),
    duo: metrieken.teller({
      naam: 'duo_aanroepen_totaal',
      uitleg: 'Aanroepen van DUO, per uitkomst.',
      labels: { operatie: DUO_OPERATIENAMEN, uitkomst: DUO_UITKOMSTEN },
    }),
    duoAfwijkingen: metrieken.teller({
      naam: 'duo_afwijkingen_totaal',
      uitleg: 'Antwoorden van DUO die anders zijn dan afgesproken.',
      labels: { operatie: DUO_OPERATIENAMEN },
    }),
    uitgaand: metrieken.teller({
      naam: 'attenderingen_totaal',
      uitleg: 'Pogingen om een gemeente te attenderen, per uitkomst.',
      labels: { kanaal: KANALEN, uitkomst: UITGAAND_UITKOMSTEN },
    }),
  };
}
