import { extname, join } from 'node:path';
import type { DataConverter } from '@temporalio/common';
import type { SleutelPort } from '#security/sleutels/sleutel.port.js';
import { VerzegelendeCodec } from './payload-codec.js';

/** By path, since the workflow bundle loads it too; .ts from source, .js when built. */
export const FAILURE_CONVERTER_PAD = join(
  import.meta.dirname,
  `failure-converter${extname(import.meta.filename)}`,
);

/** For client and worker alike: payloads and failures leave this process sealed. */
export function maakDataConverter(sleutels: SleutelPort): DataConverter {
  return {
    failureConverterPath: FAILURE_CONVERTER_PAD,
    payloadCodecs: [new VerzegelendeCodec(sleutels)],
  };
}
