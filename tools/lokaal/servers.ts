import { join } from 'node:path';
import { LokaalFout } from './fout.js';
import { startPostgres, type LokalePostgres } from './postgres.js';
import { startTemporal, type LokaleTemporal } from './temporal.js';

export type Server = 'postgres' | 'temporal';

export interface ServerOpties {
  readonly map: string;
  readonly wegwerp?: boolean;
  readonly ui?: boolean;
  readonly meld: (regel: string) => void;
  readonly voegToe: (naam: string, stop: () => Promise<void>) => void;
}

export interface Servers {
  /** Those that run now. */
  readonly postgres: LokalePostgres;
  readonly temporal: LokaleTemporal;
  /** On the same port and the same data. */
  herstart(server: Server): Promise<void>;
}

/** PostgreSQL and Temporal; who knows their address finds them there again after a restart. */
export async function startServers(opties: ServerOpties): Promise<Servers> {
  const { map, meld, voegToe, wegwerp = false, ui = false } = opties;
  const metPostgres = (poort?: number): Promise<LokalePostgres> =>
    startPostgres({
      map: join(map, 'postgres'),
      meld,
      ...(wegwerp ? { wegwerp } : {}),
      ...(poort === undefined ? {} : { poort }),
    });
  const metTemporal = (poort?: number): Promise<LokaleTemporal> =>
    startTemporal({
      ...(wegwerp ? {} : { map: join(map, 'temporal') }),
      tijdSpringen: true,
      ui,
      meld,
      ...(poort === undefined ? {} : { poort }),
    });
  const volg = <S extends { stop(): Promise<void> }>(naam: string, server: S): { nu: S } => {
    const plek = { nu: server };
    voegToe(naam, () => plek.nu.stop());
    return plek;
  };
  const [postgres, temporal] = await Promise.all([
    metPostgres().then((server) => volg('PostgreSQL', server)),
    metTemporal().then((server) => volg('Temporal', server)),
  ]);
  const { poort } = postgres.nu;
  const { address } = temporal.nu;
  return {
    get postgres() {
      return postgres.nu;
    },
    get temporal() {
      return temporal.nu;
    },
    herstart: async (server) => {
      if (server === 'postgres') {
        await postgres.nu.stop();
        postgres.nu = await metPostgres(poort);
        eisZelfde('PostgreSQL', poort, postgres.nu.poort);
      } else {
        await temporal.nu.stop();
        temporal.nu = await metTemporal(Number(new URL(`tcp://${address}`).port));
        eisZelfde('Temporal', address, temporal.nu.address);
      }
    },
  };
}

function eisZelfde(naam: string, eerst: number | string, nu: number | string): void {
  if (eerst !== nu) throw new LokaalFout(`${naam} kwam op een andere poort terug.`);
}
