// Writes docs/openapi.json from the code of the API, or checks with --controleer that it is fresh.
import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { bouwDocument } from '#apps/api/src/documentatie/bouw.js';

const BESTAND = 'docs/openapi.json';

const inhoud = await format(JSON.stringify(await bouwDocument()), {
  ...(await resolveConfig(BESTAND)),
  parser: 'json',
});
if (!process.argv.includes('--controleer')) {
  writeFileSync(BESTAND, inhoud);
} else if (!existsSync(BESTAND) || readFileSync(BESTAND, 'utf8') !== inhoud) {
  console.error('docs/openapi.json is verouderd: voer npm run genereer:openapi uit.');
  process.exitCode = 1;
}
