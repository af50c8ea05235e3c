/** Real: the table of the engine and the file in docs. */
import { readFileSync } from 'node:fs';
import { maakDocument } from './wettelijke-termijnen-document.js';

describe('docs/wettelijke-termijnen.md', () => {
  it('is gelijk aan wat de tabel nu geeft', () => {
    expect(readFileSync('docs/wettelijke-termijnen.md', 'utf8')).toBe(maakDocument());
  });
});
