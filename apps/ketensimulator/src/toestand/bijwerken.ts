import { plusDagen } from '../datum.js';
import type { Afspraak, Bijwerking, Persoon } from './persoon.js';

const isObject = (waarde: unknown): waarde is Record<string, unknown> =>
  typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);

const voegSamen = (oud: unknown, nieuw: unknown): unknown => {
  if (!isObject(nieuw) || !isObject(oud)) return nieuw;
  const uit: Record<string, unknown> = { ...oud };
  for (const [naam, waarde] of Object.entries(nieuw)) {
    if (waarde === null) Reflect.deleteProperty(uit, naam);
    else uit[naam] = voegSamen(uit[naam], waarde);
  }
  return uit;
};

/** Two changes as one; where both name a field, the second wins. */
export const stapel = (eerst: Bijwerking, dan: Bijwerking = {}): Bijwerking => {
  const uit: Bijwerking = { ...eerst };
  for (const [naam, waarde] of Object.entries(dan) as [keyof Bijwerking, unknown][]) {
    uit[naam] = isObject(uit[naam]) && isObject(waarde) ? { ...uit[naam], ...waarde } : waarde;
  }
  return uit;
};

/** Applies a change and keeps what it replaces in the histories that DUO can be asked for. */
export const werkBij = (persoon: Persoon, bijwerking: Bijwerking, vandaag: string): void => {
  const { plicht, doelgroep, termijn } = structuredClone(persoon);
  for (const [naam, waarde] of Object.entries(bijwerking)) {
    Object.assign(persoon, { [naam]: voegSamen(persoon[naam as keyof Bijwerking], waarde) });
  }
  if (bijwerking.plicht !== undefined) {
    persoon.plichtHistorie.push(plicht);
    persoon.plicht.wijzigingsdatum = vandaag;
  }
  if (bijwerking.doelgroep !== undefined) {
    const { indeling, begindatum } = doelgroep;
    const einddatum = plusDagen(persoon.doelgroep.begindatum ?? vandaag, -1);
    persoon.doelgroepHistorie.push({ indeling, begindatum, einddatum });
  }
  if (bijwerking.termijn !== undefined && termijn !== null) {
    persoon.termijnHistorie.push(termijn);
  }
  if (bijwerking.termijn !== undefined && persoon.termijn !== null) {
    persoon.termijn.wijzigingsdatum = vandaag;
  }
};

/** Adds results to the lists that only grow, and takes a free attempt for each exam that was sat. */
export const voegToe = (persoon: Persoon, toe: Afspraak['toevoegen']): void => {
  persoon.lbt.resultaten.push(...(toe?.lbtResultaten ?? []));
  for (const examen of toe?.examens ?? []) {
    persoon.examens.push(examen);
    const over = persoon.gratisPogingen[examen.onderdeel] ?? 0;
    if (examen.resultaat !== 'Geen') {
      persoon.gratisPogingen[examen.onderdeel] = Math.max(0, over - 1);
    }
  }
};
