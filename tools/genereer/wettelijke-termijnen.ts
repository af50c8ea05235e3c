import { readFile, writeFile } from 'node:fs/promises';
import { maakDocument } from './wettelijke-termijnen-document.js';

const BESTAND = 'docs/wettelijke-termijnen.md';
const document = maakDocument();

if (process.argv.includes('--controleer')) {
  const huidig = await readFile(BESTAND, 'utf8').catch(() => '');
  if (huidig !== document) {
    console.error(`${BESTAND} is verouderd: voer npm run genereer:termijnen uit.`);
    process.exitCode = 1;
  }
} else {
  await writeFile(BESTAND, document);
}
