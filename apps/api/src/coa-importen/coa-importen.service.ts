import { Injectable } from '@nestjs/common';
import {
  coaImportRegels,
  coaImportRij,
  houdImportBezig,
  openTrajectenMet,
  sluitImportRegel,
  type CoaImportRegel,
  type CoaImportRij,
  type NieuweRegel,
} from '#database/coa-importen.js';
import { inGemeente } from '#database/transactie.js';
import { uuidV5 } from '#dossier/uuid-v5.js';
import type { CoaOverdrachtDto } from '../coa-overdrachten/coa-overdracht.dto.js';
import { ApiOmgeving } from '../common/omgeving.js';
import { ApiFout, invoerFout, nietGevonden } from '../common/problemen.js';
import { bellerNaam, gemeenteVan, type Beller } from '../common/toegang.guard.js';
import { BestandFout } from './blad.js';
import { leesBlad, type Importsoort } from './lezen.js';
import { leesRijen, type GelezenBestand, type GelezenRij } from './rijen.js';
import { voerRijUit } from './uitvoering.js';

const WAT = 'Deze import';
const HOOGSTENS_MS = 7_000;

/** An import with its rows and what the file says in them. */
export interface Import {
  readonly rij: CoaImportRij;
  readonly regels: readonly CoaImportRegel[];
  readonly gelezen: ReadonlyMap<number, CoaOverdrachtDto>;
}

@Injectable()
export class CoaImportenService {
  constructor(private readonly omgeving: ApiOmgeving) {}

  /** Keeps the file and says per row what would happen; nothing happens yet. */
  async bied(
    beller: Beller,
    sleutel: string,
    soort: Importsoort,
    bestand: Buffer,
  ): Promise<Import> {
    const { id: gemeenteId } = gemeenteVan(beller);
    const { rijen, nietOvergenomen } = await ontleed(soort, bestand);
    const importId = uuidV5(gemeenteId, `coa-import:${bellerNaam(beller)}:${sleutel}`);
    const uitkomst = await this.omgeving.dossier.bewaarImport({
      importId,
      gemeenteId,
      soort,
      bestand,
      nietOvergenomen,
      regels: await this.vooruitzicht(gemeenteId, rijen),
      door: beller.toegang.onderwerp,
    });
    if (uitkomst === 'andere-inhoud') {
      const detail = 'Onder deze Idempotency-Key is al een ander bestand aangeboden.';
      throw new ApiFout('SLEUTEL_HERGEBRUIKT', detail);
    }
    return this.lees(beller, importId);
  }

  async lees(beller: Beller, importId: string): Promise<Import> {
    const { id: gemeenteId } = gemeenteVan(beller);
    const bestand = await this.omgeving.dossier.leesImport({ importId, gemeenteId });
    const { rij, regels } = await this.stand(gemeenteId, importId);
    const gelezen = bestand === null ? new Map() : opRij(await ontleed(rij.soort, bestand));
    return { rij, regels, gelezen: gelezen as ReadonlyMap<number, CoaOverdrachtDto> };
  }

  /** Carries out what waits, as long as a request may take. Whoever asks again goes on where it stopped. */
  async voerUit(beller: Beller, importId: string): Promise<Import> {
    const { id: gemeenteId } = gemeenteVan(beller);
    const plek = { importId, gemeenteId };
    const tot = performance.now() + HOOGSTENS_MS;
    const { dossier, dataSource } = this.omgeving;
    const { rij } = await this.stand(gemeenteId, importId);
    if (rij.status === 'wacht' && rij.te_laat) await dossier.sluitImport(plek);
    if (rij.status === 'verlopen' || (rij.status === 'wacht' && rij.te_laat)) throw verlopen();
    if (rij.status === 'ingetrokken') throw ingetrokken();
    const bezig = (): Promise<boolean> =>
      inGemeente(dataSource, gemeenteId, (manager) => houdImportBezig(manager, importId));
    if (!(await bezig())) return this.lees(beller, importId);
    await dossier.herstelImport(plek);
    const { gelezen, regels } = await this.lees(beller, importId);
    const wachtend = regels.filter(({ status }) => status === 'klaarstaand');
    let gedaan = 0;
    for (const { rij: nr } of wachtend) {
      if (performance.now() > tot) break;
      const einde = await voerRijUit(dossier, beller, plek, { nr, overdracht: gelezen.get(nr) });
      // Held by another just now: it keeps waiting, for the next time.
      if (einde !== null) {
        await inGemeente(dataSource, gemeenteId, async (manager) => {
          await sluitImportRegel(manager, importId, einde);
          await houdImportBezig(manager, importId);
        });
        gedaan += 1;
      }
    }
    if (gedaan === wachtend.length) await dossier.sluitImport(plek);
    return this.lees(beller, importId);
  }

  /** Takes an import back before it is carried out; the rows that were done stay done. */
  async trekIn(beller: Beller, importId: string): Promise<Import> {
    const { id: gemeenteId } = gemeenteVan(beller);
    switch (await this.omgeving.dossier.trekImportIn({ importId, gemeenteId })) {
      case null:
        throw nietGevonden(WAT);
      case 'klaar':
        throw weigering('IMPORT_UITGEVOERD', 'Deze import is al uitgevoerd.');
      case 'verlopen':
        throw verlopen();
      case 'wacht':
        throw weigering(
          'IMPORT_IN_UITVOERING',
          'Deze import wordt nu uitgevoerd. Probeer het over een halve minuut nog eens.',
        );
      case 'ingetrokken':
        return this.lees(beller, importId);
    }
  }

  private async stand(gemeenteId: string, importId: string): Promise<Omit<Import, 'gelezen'>> {
    return inGemeente(
      this.omgeving.dataSource,
      gemeenteId,
      async (manager) => {
        const rij = await coaImportRij(manager, importId);
        if (rij === undefined) throw nietGevonden(WAT);
        return { rij, regels: await coaImportRegels(manager, importId) };
      },
      { alleenLezen: true },
    );
  }

  /** Which rows would open a journey, and which would join one that is open. */
  private async vooruitzicht(
    gemeenteId: string,
    rijen: readonly GelezenRij[],
  ): Promise<readonly NieuweRegel[]> {
    const { zoeksleutels, dataSource } = this.omgeving;
    const hash = (soort: 'bsn' | 'vnummer', nummer: string | undefined): Buffer | undefined =>
      nummer === undefined ? undefined : zoeksleutels.van(gemeenteId, soort, nummer);
    const metHash = rijen.map((een) => {
      const { bsn, vNummer } = 'overdracht' in een ? een.overdracht.persoon : {};
      return { een, bsn: hash('bsn', bsn), vnummer: hash('vnummer', vNummer) };
    });
    const bekend = (soort: 'bsn' | 'vnummer'): Buffer[] =>
      metHash.flatMap((een) => een[soort] ?? []);
    const open = await inGemeente(
      dataSource,
      gemeenteId,
      (manager) => openTrajectenMet(manager, bekend('bsn'), bekend('vnummer')),
      { alleenLezen: true },
    );
    return metHash.map(({ een, bsn, vnummer }) => {
      const leeg = { rij: een.rij, effect: null, traject_id: null };
      if ('fouten' in een) return { ...leeg, status: 'onjuist', fouten: een.fouten };
      // As the door looks: by BSN before V-nummer.
      const gevonden =
        open.find(({ bsn_hash }) => bsn !== undefined && bsn_hash?.equals(bsn) === true) ??
        open.find((t) => vnummer !== undefined && t.vnummer_hash?.equals(vnummer) === true);
      const effect = gevonden === undefined ? 'opent' : 'vult-aan';
      const traject_id = gevonden?.id ?? null;
      return { ...leeg, status: 'klaarstaand', effect, traject_id, fouten: [] };
    });
  }
}

function weigering(regel: string, melding: string): ApiFout {
  return new ApiFout('GEWEIGERD', melding, { regel });
}

const verlopen = (): ApiFout =>
  weigering('IMPORT_VERLOPEN', 'Deze import is verlopen. Bied het bestand opnieuw aan.');
const ingetrokken = (): ApiFout =>
  weigering('IMPORT_INGETROKKEN', 'Deze import is ingetrokken. Bied het bestand opnieuw aan.');

async function ontleed(soort: Importsoort, bestand: Buffer): Promise<GelezenBestand> {
  try {
    return await leesRijen(await leesBlad(soort, bestand));
  } catch (fout) {
    if (!(fout instanceof BestandFout)) throw fout;
    throw invoerFout([{ veld: fout.veld, melding: fout.message }]);
  }
}

function opRij({ rijen }: GelezenBestand): Map<number, CoaOverdrachtDto> {
  return new Map(
    rijen.flatMap((een): [number, CoaOverdrachtDto][] =>
      'overdracht' in een ? [[een.rij, een.overdracht]] : [],
    ),
  );
}
