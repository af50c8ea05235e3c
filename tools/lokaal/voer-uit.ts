import { execFile } from 'node:child_process';

/** Runs a short command; rejects with its last line of error output, or the reason it did not run. */
export function voerUit(
  cmd: string,
  args: readonly string[],
  termijnMs: number,
): Promise<{ uitvoer: string }> {
  return new Promise((klaar, faal) => {
    const opties = { timeout: termijnMs, encoding: 'utf8', env: process.env } as const;
    execFile(cmd, [...args], opties, (fout, stdout, stderr) => {
      if (fout === null) {
        klaar({ uitvoer: stdout });
      } else if (fout.killed === true) {
        faal(new Error(`na ${Math.round(termijnMs / 1000)} s afgebroken`));
      } else if (fout.code === 'ENOENT') {
        faal(new Error(`${cmd} is er niet`));
      } else {
        faal(new Error(stderr.trim().split('\n').at(-1) ?? fout.message));
      }
    });
  });
}
