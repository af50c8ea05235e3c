import {
  BestandFout,
  GRENZEN,
  kolomletter,
  teVeelKolommen,
  teVeelRijen,
  type Bladrij,
} from './blad.js';
import { onleesbareXlsx } from './uitpakken.js';
import type { Xmllezer } from './xml.js';

const PLEK = /^([A-Z]{1,3})\d{1,7}$/;

/** Index of the column of a place such as AB12, from 0. */
function kolomIndex(plek: string, nr: number): number {
  const letters = PLEK.exec(plek)?.[1];
  if (letters === undefined) throw teVeelKolommen(nr);
  return Array.from(letters).reduce((som, l) => som * 26 + l.charCodeAt(0) - 64, 0) - 1;
}

/**
 * Reads the cells of a sheet into `rijen`, as text. Rows and columns are counted by the numbers that the file gives
 * them, and what lies beyond the limits stops the reading at once.
 */
export function leesWerkblad(gedeeld: readonly string[], rijen: Bladrij[]): Xmllezer {
  let nr = 0;
  let cellen: string[] = [];
  let kolom = -1;
  let soort = '';
  let inhoud = '';
  let leest = false;

  const formule = (): BestandFout =>
    new BestandFout(
      `rij ${nr}, kolom ${kolomletter(kolom)}`,
      'In deze cel staat een formule of een fout. Sla het bestand op met alleen waarden.',
    );

  const waarde = (): string => {
    if (soort === 's') return gedeeld[Number(inhoud)] ?? '';
    const getal = Number(inhoud);
    // 9.99993653E8 is how a file may write 999993653.
    return soort === 'n' && inhoud !== '' && Number.isFinite(getal) ? String(getal) : inhoud;
  };

  const opent = (naam: string, { r, t }: Readonly<Record<string, string>>): void => {
    switch (naam) {
      case 'row': {
        const vorige = nr;
        nr = r === undefined ? vorige + 1 : Number(r);
        if (!Number.isSafeInteger(nr) || nr <= vorige) throw onleesbareXlsx();
        cellen = [];
        kolom = -1;
        return;
      }
      case 'c':
        kolom = r === undefined ? kolom + 1 : kolomIndex(r, nr);
        soort = t ?? 'n';
        inhoud = '';
        if (soort === 'e') throw formule();
        return;
      case 'f':
        throw formule();
      case 'v':
      case 't':
        leest = true;
    }
  };

  return {
    open: opent,
    tekst: (deel) => {
      if (leest && inhoud.length <= GRENZEN.tekensPerCel) inhoud += deel;
    },
    sluit: (naam) => {
      if (naam === 'v' || naam === 't') leest = false;
      if (naam === 'c') {
        const cel = waarde().trim();
        if (cel === '') return;
        // Styled but empty cells may lie anywhere; a filled one may not.
        if (kolom >= GRENZEN.kolommen) throw teVeelKolommen(nr);
        while (cellen.length < kolom) cellen.push('');
        cellen[kolom] = cel;
      }
      if (naam !== 'row' || cellen.length === 0) return;
      if (rijen.length > GRENZEN.rijen) throw teVeelRijen();
      rijen.push({ nr, cellen });
    },
  };
}
