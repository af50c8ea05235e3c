// Writes dist/workflow-bundle.js, which the built worker loads: no bundling at start-up.
import { writeFile } from 'node:fs/promises';
import { bundleWorkflowCode } from '@temporalio/worker';
import { bundelOpties, BUNDEL_PAD } from '#temporal/bundel.js';

const { code } = await bundleWorkflowCode(bundelOpties());
await writeFile(BUNDEL_PAD, code);
console.log(`Workflows gebundeld: ${BUNDEL_PAD} (${Math.round(code.length / 1024)} kB)`);
