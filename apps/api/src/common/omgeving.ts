import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Dossier } from '#dossier/dossier.js';
import type { Metrieken } from '#observability/metrieken.js';
import type { TokenControle } from '#security/toegang.js';
import type { Zoeksleutels } from '#security/zoeksleutel.js';

export const LOGGER = Symbol('logger');

export interface ApiOpties {
  /** Rehearsals may be opened and forwarded here. */
  readonly proefdraaien: boolean;
  readonly ketensimulatorUrl: string | undefined;
  /** Web pages that may call the API from a browser. */
  readonly toegestaneOrigins: readonly string[];
  /** Per caller. */
  readonly verzoekenPerMinuut: number;
  readonly zoekvragenPerMinuut: number;
}

/** What the API works with; made in main.ts, and by tests with their own database and fakes. */
export abstract class ApiOmgeving {
  /** Role of the application. May not be connected yet. */
  abstract readonly dataSource: DataSource;
  abstract readonly dossier: Dossier;
  abstract readonly toegang: Pick<TokenControle, 'controleer'>;
  abstract readonly zoeksleutels: Zoeksleutels;
  abstract readonly temporal: Client;
  /** Rejects when the key store does not answer. */
  abstract readonly testSleutels: () => Promise<unknown>;
  abstract readonly metrieken: Metrieken;
  abstract readonly logger: Logger;
  abstract readonly opties: ApiOpties;
}
