import type { IsoDatum } from '../datum/datum.js';
import type { Verzendsoort } from '../uitgaand/attendering.js';
import type { SportSoort, TrajectTermijnCode } from './instellingen.js';
import { MIJLPALEN, type Mijlpaal } from './mijlpalen.js';
import { ONDERWERPEN } from './onderwerpen.js';
import type { OpdrachtSoort } from './opdracht.js';
import { heeftOntzorgen, isAsiel } from './regels.js';
import type { TaakSoortNaam } from './taaksoorten.js';
import type { TermijnStand, Toestand } from './toestand.js';

export interface OpenTaak {
  /** Stable identity: kind, opening entry, and which one of several. */
  readonly sleutel: string;
  readonly soort: TaakSoortNaam;
  readonly titel: string;
  readonly rol: 'regievoerder' | 'coordinator';
  readonly uitkomsten: readonly OpdrachtSoort[];
  readonly openerNr: number;
  readonly termijn: string | null;
  readonly onderwerp: string | null;
  /** Last day, inclusive. */
  readonly uiterlijkOp: IsoDatum | null;
  readonly reden: string;
}

const TAKEN = ONDERWERPEN.flatMap(({ taken }) => taken);

/** The human steps a journey waits for. None on a closed journey. */
export function takenVan(toestand: Toestand): readonly OpenTaak[] {
  if (toestand.status === 'gesloten') return [];
  return TAKEN.flatMap(({ open, soort, titel, rol, uitkomsten }) => {
    const opening = open(toestand);
    const openingen = opening === null ? [] : 'openerNr' in opening ? [opening] : opening;
    return openingen.map(({ openerNr, termijn, uiterlijkOp, reden, onderwerp }) => ({
      sleutel: [soort, openerNr, ...(onderwerp === undefined ? [] : [onderwerp])].join('/'),
      soort,
      titel,
      rol,
      uitkomsten,
      openerNr,
      termijn: termijn ?? null,
      onderwerp: onderwerp ?? null,
      uiterlijkOp:
        uiterlijkOp ??
        (termijn === undefined ? null : (toestand.termijnen[termijn]?.uiterlijkOp ?? null)),
      reden,
    }));
  });
}

/** A kind of task with the opdrachten that complete it, whether open or not. */
export function taakUitkomsten(soort: TaakSoortNaam): {
  titel: string;
  uitkomsten: readonly OpdrachtSoort[];
} {
  const definitie = TAKEN.find((taak) => taak.soort === soort);
  return { titel: definitie?.titel ?? soort, uitkomsten: definitie?.uitkomsten ?? [] };
}

export interface TrajectTermijn {
  readonly sleutel: string;
  readonly code: TrajectTermijnCode;
  readonly uiterlijkOp: IsoDatum;
  readonly status: TermijnStand['status'];
  readonly startNr: number;
  readonly gehaaldOp: IsoDatum | null;
  readonly volgendeSport: { readonly sport: SportSoort; readonly op: IsoDatum } | null;
  readonly geescaleerd: boolean;
}

export function termijnenVan(toestand: Toestand): readonly TrajectTermijn[] {
  return Object.entries(toestand.termijnen).map(([sleutel, stand]) => ({
    sleutel,
    code: stand.code,
    uiterlijkOp: stand.uiterlijkOp,
    status: stand.status,
    startNr: stand.startNr,
    gehaaldOp: stand.gehaaldOp,
    volgendeSport:
      stand.status !== 'loopt' || toestand.status === 'gesloten' || stand.ladder.length === 0
        ? null
        : stand.ladder.reduce((eerst, trede) => (trede.op < eerst.op ? trede : eerst)),
    geescaleerd: toestand.escalaties[sleutel]?.afgehandeldNr === null,
  }));
}

/** Reached milestones with the entry that reached them. */
export function mijlpalenVan(toestand: Toestand): Partial<Record<Mijlpaal, number>> {
  const bereikt: Partial<Record<Mijlpaal, number>> = {};
  for (const naam of MIJLPALEN) {
    for (const { mijlpalen } of ONDERWERPEN) {
      const nr = mijlpalen[naam]?.(toestand) ?? null;
      if (nr !== null) bereikt[naam] = nr;
    }
  }
  return bereikt;
}

/** The first undelivered message of each lane: a lane delivers one at a time, oldest first. */
export function teBezorgen(
  toestand: Toestand,
): readonly { readonly meldingId: string; readonly soort: Verzendsoort; readonly baan: string }[] {
  const banen = new Map<
    string,
    { meldingId: string; soort: Verzendsoort; baan: string; nr: number }
  >();
  for (const [meldingId, { soort, baan, nr, status }] of Object.entries(toestand.berichten)) {
    const eerste = banen.get(baan);
    if (status === 'open' && (eerste === undefined || nr < eerste.nr)) {
      banen.set(baan, { meldingId, soort, baan, nr });
    }
  }
  return [...banen.values()].map(({ meldingId, soort, baan }) => ({ meldingId, soort, baan }));
}

export type Schakel = 'voorbereiden' | 'intake-en-pip' | 'inburgeren' | 'afronden' | 'gesloten';

/** Open schakels of the chain; several at once, for schakels overlap. */
export function schakelsVan(toestand: Toestand): readonly Schakel[] {
  if (toestand.status === 'gesloten') return ['gesloten'];
  const schakels: Schakel[] = [];
  if (toestand.koppeling !== null && toestand.brpInschrijving === null)
    schakels.push('voorbereiden');
  if (toestand.plicht !== null && toestand.pip.vastgesteld === null) schakels.push('intake-en-pip');
  if (toestand.pip.vastgesteld !== null && toestand.plichtEinde === null)
    schakels.push('inburgeren');
  if (toestand.plichtEinde !== null) schakels.push('afronden');
  return schakels.length === 0 ? ['voorbereiden'] : schakels;
}

/** Which parts of the story this person has. */
export function kenmerkenVan(toestand: Toestand): readonly ('asiel' | 'ontzorgen' | 'map')[] {
  return [
    ...(isAsiel(toestand) ? (['asiel'] as const) : []),
    ...(heeftOntzorgen(toestand) ? (['ontzorgen'] as const) : []),
    ...(toestand.leerroute?.route === 'O' ? [] : (['map'] as const)),
  ];
}
