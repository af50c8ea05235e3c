import { examenBesluiten } from '../examens/besluit.js';
import { geslaagdeOnderdelen } from '../examens/pas-toe.js';
import { ketenBesluiten } from '../keten/besluit.js';
import { pipBesluiten } from '../pip/besluit.js';
import { plichtBesluiten } from '../plicht/besluit.js';
import type { Gebeurtenis } from '../traject/gebeurtenis.js';
import type { Omgeving, Uitkomst } from '../traject/kern.js';
import type { Toestand } from '../traject/toestand.js';
import type { DuoAntwoord } from './opdrachten.js';
import type { Verschil } from './verschil.js';

/** What taking in this answer would do: the same decision as when DUO had notified it. */
export function neemOver(
  toestand: Toestand,
  { opdracht }: DuoAntwoord,
  omgeving: Omgeving,
): Uitkomst<Gebeurtenis> {
  switch (opdracht.soort) {
    case 'verwerkPlicht':
      return plichtBesluiten.verwerkPlicht(toestand, opdracht, omgeving);
    case 'verwerkDoelgroep':
      return plichtBesluiten.verwerkDoelgroep(toestand, opdracht, omgeving);
    case 'verwerkTermijn':
      return pipBesluiten.verwerkTermijn(toestand, opdracht, omgeving);
    case 'verwerkExamens':
      return examenBesluiten.verwerkExamens(toestand, opdracht, omgeving);
    case 'verwerkKetenfeit':
      return ketenBesluiten.verwerkKetenfeit(toestand, opdracht, omgeving);
  }
}

const rij = (onderdelen: readonly string[]): string | null =>
  onderdelen.length === 0 ? null : onderdelen.join(' ');

/** What DUO has no verdict on yet reads the same as never asked. */
const LEEG: readonly (string | undefined)[] = [undefined, 'null', '[]'];

type Regel = readonly [veld: string, ons: string | null, duo: string | null];

function regels(toestand: Toestand, { opdracht, bron }: DuoAntwoord): readonly Regel[] {
  const { plicht, plichtEinde, duoTermijn, examens } = toestand;
  switch (opdracht.soort) {
    case 'verwerkPlicht': {
      const { feiten } = opdracht;
      const reden = feiten.plichtig ? null : (feiten.redenGeenPlicht ?? 'Overig');
      return [
        ['begin', plicht?.beginOp ?? null, feiten.plichtig ? feiten.beginOp : null],
        [
          'kennisgeving',
          plicht?.kennisgevingOp ?? null,
          feiten.plichtig ? feiten.kennisgevingOp : null,
        ],
        ['reden van het einde', plichtEinde?.reden ?? null, reden],
        ['einde', plichtEinde?.op ?? null, feiten.plichtig ? null : feiten.eindeOp],
      ];
    }
    case 'verwerkDoelgroep':
      return [
        ['indeling', toestand.indeling, opdracht.feiten.indeling],
        ['gedetailleerd', toestand.gedetailleerd, opdracht.feiten.gedetailleerd],
      ];
    case 'verwerkTermijn':
      return [
        ['start', duoTermijn?.startOp ?? null, opdracht.termijn?.startOp ?? null],
        ['einde', duoTermijn?.eindeOp ?? null, opdracht.termijn?.eindeOp ?? null],
      ];
    case 'verwerkExamens':
      return [
        ['geslaagd', rij(examens?.geslaagd ?? []), rij(geslaagdeOnderdelen(opdracht.resultaten))],
        ['aantal uitslagen', String(examens?.aantal ?? 0), String(opdracht.resultaten.length)],
      ];
    case 'verwerkKetenfeit': {
      const ons = toestand.ketenfeiten[bron];
      return [
        [
          'oordelen',
          LEEG.includes(ons) ? null : (ons ?? null),
          LEEG.includes(opdracht.feiten) ? null : opdracht.feiten,
        ],
      ];
    }
  }
}

/** Facts DUO decides on: what it says otherwise than our file, which then takes it over. */
export function duoVerschillen(
  toestand: Toestand,
  antwoord: DuoAntwoord,
  overneming: readonly Gebeurtenis[],
): readonly Verschil[] {
  if (overneming.length === 0) return [];
  const eindigde = overneming.some(({ soort }) => soort === 'plichtGeeindigd');
  return regels(toestand, antwoord)
    .filter(([veld, ons, duo]) => ons !== duo && !(eindigde && /^(begin|kennisgeving)$/.test(veld)))
    .map(([veld, ons, duo]) => ({
      bron: antwoord.bron,
      veld,
      ons,
      duo,
      actie: 'overgenomen-van-duo',
    }));
}
