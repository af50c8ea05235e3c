import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import {
  bundleWorkflowCode,
  type BundleOptions,
  type WorkflowBundleOption,
} from '@temporalio/worker';
import { FAILURE_CONVERTER_PAD } from './data-converter.js';

const UITGANG = extname(import.meta.filename);
const WORTEL = join(import.meta.dirname, '..', '..');

/** The only entry of the bundle. */
export const WORKFLOWS_PAD = join(WORTEL, 'workflows', `index${UITGANG}`);

/** Where the built worker finds its bundle: dist/workflow-bundle.js. */
export const BUNDEL_PAD = join(WORTEL, UITGANG === '.ts' ? 'dist' : '', 'workflow-bundle.js');

/**
 * Options to bundle the workflows, with the failure converter that seals. From source, the
 * subpath imports (`#domain/…`) must lead to .ts; when built, to dist.
 */
export function bundelOpties(workflowsPath: string = WORKFLOWS_PAD): BundleOptions {
  return {
    workflowsPath,
    failureConverterPath: FAILURE_CONVERTER_PAD,
    webpackConfigHook: (config) => ({
      ...config,
      resolve: {
        ...config.resolve,
        extensionAlias: { '.js': ['.ts', '.js'] },
        conditionNames: UITGANG === '.ts' ? ['source', '...'] : ['...'],
      },
    }),
  };
}

/** What a worker runs: the file that the build made, or a bundle made now from source. */
export async function werkerBundel(): Promise<WorkflowBundleOption> {
  return UITGANG === '.js' && existsSync(BUNDEL_PAD)
    ? { codePath: BUNDEL_PAD }
    : bundleWorkflowCode(bundelOpties());
}
