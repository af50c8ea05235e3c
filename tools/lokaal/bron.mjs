// Lets Node run the TypeScript sources without a build: `node --import ./tools/lokaal/bron.mjs x.ts`.
import { register } from 'node:module';

register('./bron-hooks.mjs', import.meta.url);
