import { createHash } from 'node:crypto';

/** A uuid that follows from `ruimte` (a uuid) and `naam` (RFC 9562, version 5): asked again, the same id. */
export function uuidV5(ruimte: string, naam: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(ruimte.replaceAll('-', ''), 'hex'))
    .update(naam, 'utf8')
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Id of a task: survives a rebuild, so claims and notes keep their task. */
export function taakId(trajectId: string, sleutel: string): string {
  return uuidV5(trajectId, `taak:${sleutel}`);
}

/** Id of the hand-over that the journal entry with this number holds. */
export function coaOverdrachtId(trajectId: string, nr: number): string {
  return uuidV5(trajectId, `coa:${nr}`);
}
