import type { Bladrij } from './blad.js';
import { leesCsv } from './csv.js';
import { leesXlsx } from './xlsx.js';

/** Kinds of file, by the content type under which they are sent. */
export const VORMEN = {
  'text/csv': 'csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
} as const;
export type Importsoort = (typeof VORMEN)[keyof typeof VORMEN];

/** The rows of a file, the headings first. @throws BestandFout */
export async function leesBlad(soort: Importsoort, bytes: Buffer): Promise<readonly Bladrij[]> {
  return soort === 'csv' ? leesCsv(bytes) : leesXlsx(bytes);
}
