import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { maakAppDataSource, maakSysteemDataSource } from '#database/data-source.js';
import { maakGebruikers } from '#database/gebruikers.js';
import { zaaiGemeente, type Gemeente } from '#database/gemeenten.js';
import type { IsoDatum } from '#domain/datum/datum.js';
import type { Actor } from '#domain/traject/kern.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { Dossier } from '#dossier/dossier.js';
import type { OpenVraag, VerwerkVraag } from '#dossier/typen.js';
import { SleutelsInGeheugen } from '#security/sleutels/sleutels-in-geheugen.js';
import { Zoeksleutels } from '#security/zoeksleutel.js';
import { maakTestDatabase } from '#test/support/database.js';

export const MEDEWERKER: Actor = { soort: 'medewerker', id: 'medewerker-1' };
export const GEMEENTE: Gemeente = {
  id: randomUUID(),
  code: '9003',
  naam: 'Driedam',
  oin: '00000001900300000000',
};

/** A test BSN that passes the elfproef, from its first eight digits. */
function testBsn(nummer: number): string {
  for (let poging = nummer; ; poging += 1) {
    const acht = `9999${String(poging % 10_000).padStart(4, '0')}`;
    const som = Array.from(acht).reduce((tot, cijfer, i) => tot + (9 - i) * Number(cijfer), 0);
    if (som % 11 < 10) return `${acht}${som % 11}`;
  }
}

export interface Opstelling {
  readonly dossier: Dossier;
  readonly app: DataSource;
  readonly systeem: DataSource;
  readonly sleutels: SleutelsInGeheugen;
  readonly zoeksleutels: Zoeksleutels;
  /** The url of the owner of the database. */
  readonly databaseUrl: string;
  /** As the owner of the database, who sees every row. */
  vraag<T>(sql: string, parameters?: unknown[]): Promise<T[]>;
  stop(): Promise<void>;
}

export async function maakOpstelling(): Promise<Opstelling> {
  const database = await maakTestDatabase();
  const urls = await maakGebruikers(database.url, { app: 'app-test', systeem: 'systeem-test' });
  await zaaiGemeente(database.url, GEMEENTE);
  const app = await maakAppDataSource(urls.app, { pool: 12 }).initialize();
  const systeem = await maakSysteemDataSource(urls.systeem).initialize();
  const sleutels = new SleutelsInGeheugen();
  const zoeksleutels = new Zoeksleutels(randomBytes(32));
  const eigenaar = new pg.Pool({ connectionString: database.url, max: 2 });
  eigenaar.on('error', () => undefined);
  return {
    dossier: new Dossier({ dataSource: app, sleutels, zoeksleutels }),
    app,
    systeem,
    sleutels,
    zoeksleutels,
    databaseUrl: database.url,
    vraag: async <T>(sql: string, parameters: unknown[] = []) =>
      (await eigenaar.query(sql, parameters)).rows as T[],
    stop: async () => {
      await eigenaar.end();
      await app.destroy();
      await systeem.destroy();
      await database.stop();
    },
  };
}

let volgnummer = 0;

/** A person of a COA handover; every call another one. */
export function eenPersoon() {
  volgnummer += 1;
  return {
    bsn: testBsn(volgnummer * 7),
    vNummer: String(2_000_000_000 + volgnummer),
    naam: `Testpersoon Zonnebloem${volgnummer}`,
    geboortedatum: '1990-03-14',
  };
}

function coaProfiel(persoon: ReturnType<typeof eenPersoon>): Opdracht {
  return {
    soort: 'legCoaProfielVast',
    persoon,
    profiel: {
      schemaVersie: 1,
      koppelingOp: '2026-01-05' as IsoDatum,
      vergunningOp: '2025-12-01' as IsoDatum,
      herkomst: { bron: 'TVS', geraadpleegdOp: '2026-01-05' as IsoDatum },
      gegevens: { talen: ['Tigrinya'] },
    },
    medisch: { beperking: 'rolstoelgebruik' },
  };
}

export function openVraag(meer: Partial<OpenVraag> & { proef?: boolean } = {}): OpenVraag {
  const persoon = eenPersoon();
  const { proef = false, ...rest } = meer;
  return {
    gemeenteId: GEMEENTE.id,
    opdracht: { soort: 'openTraject', trajectId: randomUUID(), proef, bron: 'COA', persoon },
    vervolg: [coaProfiel(persoon)],
    beller: 'api:coa',
    opdrachtId: randomUUID(),
    actor: { soort: 'keten', id: 'COA' },
    ...rest,
  };
}

export async function open(opstelling: Opstelling, meer: { proef?: boolean } = {}) {
  const vraag = openVraag(meer);
  const uitkomst = await opstelling.dossier.open(vraag);
  if (uitkomst.soort !== 'gedaan') throw new Error(`Niet geopend: ${JSON.stringify(uitkomst)}`);
  return {
    gemeenteId: GEMEENTE.id,
    trajectId: uitkomst.trajectId,
    persoon: vraag.opdracht.persoon,
  };
}

export function verwerkVraag(
  trajectId: string,
  opdracht: Opdracht,
  meer: Partial<VerwerkVraag> = {},
): VerwerkVraag {
  return {
    gemeenteId: GEMEENTE.id,
    trajectId,
    opdracht,
    opdrachtId: randomUUID(),
    beller: 'api:medewerker-1',
    actor: MEDEWERKER,
    ...meer,
  };
}
