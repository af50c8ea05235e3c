import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { maakAppDataSource } from '#database/data-source.js';
import { maakGebruikers } from '#database/gebruikers.js';
import { zaaiGemeente } from '#database/gemeenten.js';
import { migreer } from '#database/migreer.js';
import { naarDatum, plusDagen, type IsoDatum } from '#domain/datum/datum.js';
import { STANDAARD_KALENDER } from '#domain/kalender/kalender.js';
import { besluit, openen, speelAf } from '#domain/traject/besluit.js';
import { STANDAARD_INSTELLINGEN } from '#domain/traject/instellingen.js';
import type { Omgeving } from '#domain/traject/kern.js';
import { TOESTAND_VERSIE, type Toestand } from '#domain/traject/toestand.js';
import { Herzieningen } from '#dossier/herziening/herzieningen.js';
import { Trajectzegel } from '#dossier/trajectzegel.js';
import { SleutelPort } from '#security/sleutels/sleutel.port.js';
import type { GemaakteSleutel, PerCategorie, Categorie } from '#security/sleutels/sleutel.port.js';
import { Zoeksleutels } from '#security/zoeksleutel.js';
import { startPostgres } from '#tools/lokaal/postgres.js';
import type { Meter, MeterOpties } from './meter.js';
import { getal } from './reeksen.js';

const GEMEENTE = { id: randomUUID(), code: '9009', naam: 'Meetdam', oin: '00000001900900000000' };
const DAG = naarDatum('2026-11-16');
const DATUMS = 400;
const PER_INVOER = 1_000;

/** One key for all: the store of keys is not what is measured here. */
class EenSleutel extends SleutelPort {
  readonly #gevonden = {
    status: 'aanwezig',
    sleutel: { id: randomUUID(), sleutel: randomBytes(32) },
  } as const;

  get sleutel() {
    return this.#gevonden.sleutel;
  }

  haalAlle(
    _e: string,
    _g: string,
    namen: readonly Categorie[],
  ): Promise<PerCategorie<GemaakteSleutel>> {
    return Promise.resolve(new Map(namen.map((naam) => [naam, this.#gevonden])));
  }

  haalOfMaakAlle(
    e: string,
    g: string,
    namen: readonly Categorie[],
  ): Promise<PerCategorie<GemaakteSleutel>> {
    return this.haalAlle(e, g, namen);
  }

  vernietig(): Promise<void> {
    return Promise.resolve();
  }
}

/** A journey with its ten weeks running, as the core decides it. */
function eenToestand(trajectId: string, kennisgevingOp: IsoDatum): Toestand {
  const omgeving: Omgeving = {
    vandaag: kennisgevingOp,
    tijdstip: `${kennisgevingOp}T10:00:00.000Z`,
    kalender: STANDAARD_KALENDER,
    instellingen: STANDAARD_INSTELLINGEN,
    actor: { soort: 'keten', id: 'DUO' },
  };
  const persoon = { bsn: null, vNummer: '1234567890', naam: null, geboortedatum: null };
  const geopend = openen(
    { soort: 'openTraject', trajectId, proef: false, bron: 'DUO', persoon },
    omgeving,
  );
  if (!geopend.ok) throw new Error(geopend.weigering.melding);
  const begin = speelAf(null, geopend.gebeurtenissen, omgeving);
  const feiten = {
    plichtig: true,
    beginOp: kennisgevingOp,
    eindeOp: null,
    kennisgevingOp,
    redenGeenPlicht: null,
  };
  const gevraagdTijdstip = omgeving.tijdstip;
  const plicht = besluit(begin, { soort: 'verwerkPlicht', gevraagdTijdstip, feiten }, omgeving);
  if (!plicht.ok) throw new Error(plicht.weigering.melding);
  return speelAf(begin, plicht.gebeurtenissen, omgeving);
}

// Only what a dry run reads: the row with its sealed snapshot.
async function vul(url: string, aantal: number, sleutels: EenSleutel): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (let begin = 0; begin < aantal; begin += PER_INVOER) {
      const rijen = Array.from({ length: Math.min(PER_INVOER, aantal - begin) }, (_, n) => {
        const id = randomUUID();
        const toestand = eenToestand(id, plusDagen(DAG, -((begin + n) % DATUMS)));
        const zegel = new Trajectzegel(id, sleutels.sleutel, null);
        return {
          id,
          versie: toestand.nr,
          momentopname: zegel.zegelMomentopname(toestand).toString('base64'),
        };
      });
      await client.query(
        `INSERT INTO traject (id, gemeente_id, status, proef, schakels, versie, laatste_tijdstip,
                momentopname, toestand_versie, geopend_op, instellingen_versie, kalender_versie)
         SELECT r.id, $1, 'open', false, '{}', r.versie, $2, decode(r.momentopname, 'base64'), $3,
                $4, 1, 1
           FROM jsonb_to_recordset($5::jsonb) AS r(id uuid, versie integer, momentopname text)`,
        [GEMEENTE.id, `${DAG}T10:00:00.000Z`, TOESTAND_VERSIE, DAG, JSON.stringify(rijen)],
      );
    }
    await client.query('ANALYZE traject');
  } finally {
    await client.end();
  }
}

interface Uitkomst {
  readonly seconden: number;
  readonly megabytes: number;
  readonly groei: number;
}

/** Filled once: a dry run changes no journey. */
async function meet(
  url: string,
  aantal: number,
  { keren, meld }: MeterOpties,
  zet: (uitkomst: Uitkomst) => void,
): Promise<void> {
  await migreer(url);
  const urls = await maakGebruikers(url, { app: 'bench-app', systeem: 'bench-systeem' });
  await zaaiGemeente(url, GEMEENTE);
  const sleutels = new EenSleutel();
  meld(`${getal(aantal)} trajecten vullen`);
  await vul(url, aantal, sleutels);
  const dataSource = await maakAppDataSource(urls.app).initialize();
  try {
    const zoeksleutels = new Zoeksleutels(randomBytes(32));
    const herzieningen = new Herzieningen({ dataSource, sleutels, zoeksleutels });
    for (let keer = 1; keer <= keren; keer += 1) {
      meld(`wat-als, keer ${keer}`);
      zet(await doorloop(herzieningen, aantal));
    }
  } finally {
    await dataSource.destroy();
  }
}

async function doorloop(herzieningen: Herzieningen, aantal: number): Promise<Uitkomst> {
  const plek = { gemeenteId: GEMEENTE.id, herzieningId: randomUUID() };
  // The day on which the ten weeks of one in four hundred end.
  const datum = plusDagen(DAG, 1);
  const begin = performance.now();
  await herzieningen.stelVoor({
    ...plek,
    voorstel: {
      soort: 'gelijkgestelde-dagen',
      dagen: [{ datum, staatscourant: 'meting' }],
      volledigeJaren: [],
    },
    metProef: false,
    door: 'meting',
  });
  const standen: number[] = [];
  while ((await herzieningen.doeBlad(plek, () => undefined)).soort !== 'klaar') {
    standen.push(process.memoryUsage().heapUsed / 2 ** 20);
  }
  const seconden = (performance.now() - begin) / 1_000;
  const tellingen = (await herzieningen.lees(plek))?.tellingen;
  if (tellingen?.trajecten !== aantal || tellingen.mislukt > 0) {
    throw new Error(`Van ${aantal} trajecten: ${JSON.stringify(tellingen)}`);
  }
  const half = Math.ceil(standen.length / 2);
  return {
    seconden,
    megabytes: Math.max(...standen),
    groei: Math.max(...standen.slice(half)) / Math.max(...standen.slice(0, half)),
  };
}

/** A dry run of one extra day over many journeys in a real PostgreSQL: sealed snapshots, one page at a time. */
export const watals: Meter = async (reeksen, opties) => {
  const aantal = opties.vlug ? 5_000 : 100_000;
  const map = mkdtempSync(join(tmpdir(), 'inburgeringsregie-bench-'));
  const server = await startPostgres({ map, wegwerp: true });
  try {
    await meet(server.url, aantal, opties, ({ seconden, megabytes, groei }) => {
      reeksen.zet(
        `wat-als over ${getal(aantal)} trajecten`,
        's',
        seconden,
        opties.vlug ? {} : { doel: { hoogstens: 60 } },
      );
      reeksen.zet('trajecten daarbij', 'per s', aantal / seconden);
      reeksen.zet('geheugen daarbij, hoogste stand', 'MB', megabytes);
      reeksen.zet('geheugen, tweede helft ten opzichte van de eerste', 'keer', groei, {
        doel: { hoogstens: 1.25 },
      });
    });
  } finally {
    await server.stop();
    rmSync(map, { recursive: true, force: true });
  }
};
