import { Injectable } from '@nestjs/common';
import { gemeenteOpCode, type Gemeente } from '#database/gemeenten.js';
import { ApiOmgeving } from './omgeving.js';

const LEVEN_MS = 30_000;

/** Gemeenten by the code in a token (GM0001); kept for half a minute. */
@Injectable()
export class Gemeenten {
  readonly #bekend = new Map<string, { readonly tot: number; readonly gemeente: Gemeente }>();

  constructor(private readonly omgeving: ApiOmgeving) {}

  /** Those that this installation serves, by code. */
  async vanCodes(codes: readonly string[]): Promise<readonly Gemeente[]> {
    const gevonden: Gemeente[] = [];
    for (const code of codes) {
      const gemeente = await this.#zoek(code);
      if (gemeente !== undefined) gevonden.push(gemeente);
    }
    return gevonden.sort((a, b) => a.code.localeCompare(b.code));
  }

  async #zoek(code: string): Promise<Gemeente | undefined> {
    const bekend = this.#bekend.get(code);
    if (bekend !== undefined && bekend.tot > performance.now()) return bekend.gemeente;
    const cijfers = /^GM(\d{4})$/.exec(code)?.[1];
    if (cijfers === undefined) return undefined;
    const gemeente = await gemeenteOpCode(this.omgeving.dataSource, cijfers);
    if (gemeente !== undefined) {
      this.#bekend.set(code, { tot: performance.now() + LEVEN_MS, gemeente });
    }
    return gemeente;
  }
}
