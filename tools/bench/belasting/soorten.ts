import { randomUUID } from 'node:crypto';
import { setTimeout as rust } from 'node:timers/promises';
import { Pool } from 'undici';
import { coaOverdracht, nieuwVNummer } from '../personen.js';
import { UITKOMSTEN } from '../uitkomsten.js';
import type {
  Doelwit,
  LijstOpdracht,
  NotificatieOpdracht,
  Opdracht,
  StartOpdracht,
  TaakOpdracht,
  Uitslag,
} from './opdrachten.js';
import { belast, Verkeer } from './verkeer.js';

const REGIEVOERDER = 'regievoerder-stad';

interface Taak {
  readonly id: string;
  readonly soort: string;
}

async function met<T>(
  doelwit: Doelwit,
  client: string,
  gebruikers: number,
  doe: (verkeer: Verkeer) => Promise<T>,
): Promise<T> {
  const verkeer = new Verkeer(doelwit, client, gebruikers);
  try {
    // Token and connections are there before the clock runs.
    await Promise.all(
      Array.from({ length: gebruikers }, () => verkeer.vraag('/trajecten?limit=1')),
    );
    return await doe(verkeer);
  } finally {
    await verkeer.sluit();
  }
}

function start(doelwit: Doelwit, { gebruikers, ms }: StartOpdracht): Promise<Uitslag> {
  return met(doelwit, REGIEVOERDER, gebruikers, (verkeer) =>
    belast(gebruikers, ms, async () => {
      const begin = performance.now();
      const body = coaOverdracht(nieuwVNummer());
      const { trajectId: id } = await verkeer.vraag<{ trajectId: string }>(
        '/coa-overdrachten',
        body,
      );
      const taken = await verkeer.vraag<Taak[]>(`/taken?trajectId=${id}`);
      return { ms: performance.now() - begin, gemist: taken.length === 0, id };
    }),
  );
}

/** The outcome that suits this task, of the first open task that this story knows. */
function eersteTaak(taken: readonly Taak[]): readonly [Taak, object] | undefined {
  for (const taak of taken) {
    const uitkomst = UITKOMSTEN[taak.soort];
    if (uitkomst !== undefined) return [taak, uitkomst];
  }
  return undefined;
}

function taak(doelwit: Doelwit, opdracht: TaakOpdracht): Promise<Uitslag> {
  const voorraad = [...opdracht.trajecten];
  const bezig = new Map<number, { readonly id: string; readonly taken: readonly Taak[] }>();
  return met(doelwit, REGIEVOERDER, opdracht.gebruikers, (verkeer) =>
    belast(opdracht.gebruikers, opdracht.ms, async (nr) => {
      let plek = bezig.get(nr);
      let eerst = plek === undefined ? undefined : eersteTaak(plek.taken);
      while (plek === undefined || eerst === undefined) {
        const id = voorraad.pop();
        if (id === undefined) return null;
        plek = { id, taken: await verkeer.vraag<Taak[]>(`/taken?trajectId=${id}`) };
        eerst = eersteTaak(plek.taken);
      }
      const [deze, uitkomst] = eerst;
      if (opdracht.pauzeMs !== undefined) await rust(opdracht.pauzeMs);
      const begin = performance.now();
      const { geopendeTaken } = await verkeer.vraag<{ geopendeTaken: Taak[] }>(
        `/taken/${deze.id}/afronding`,
        { uitkomst },
      );
      const taken = await verkeer.vraag<Taak[]>(`/taken?trajectId=${plek.id}`);
      const ms = performance.now() - begin;
      bezig.set(nr, { id: plek.id, taken });
      const ids = new Set(taken.map(({ id }) => id));
      return {
        ms,
        gemist: ids.has(deze.id) || geopendeTaken.some(({ id }) => !ids.has(id)),
        id: plek.id,
      };
    }),
  );
}

function lijst(doelwit: Doelwit, opdracht: LijstOpdracht): Promise<Uitslag> {
  let volgende = 0;
  return met(doelwit, opdracht.client, opdracht.gebruikers, (verkeer) =>
    belast(opdracht.gebruikers, opdracht.ms, async () => {
      const pad = opdracht.paden[volgende % opdracht.paden.length] ?? '';
      volgende += 1;
      const begin = performance.now();
      await verkeer.vraag(pad);
      return { ms: performance.now() - begin, soort: pad };
    }),
  );
}

async function notificaties(doelwit: Doelwit, opdracht: NotificatieOpdracht): Promise<Uitslag> {
  const { ca, cert, key, oin, doel } = doelwit.duo;
  const { origin, pathname } = new URL(doelwit.notificatiesUrl);
  const { gebruikers, gebeurtenisId } = opdracht;
  const voorraad = [...opdracht.vNummers];
  const pool = new Pool(origin, { connections: gebruikers, connect: { ca, cert, key } });
  try {
    return await belast(gebruikers, Infinity, async () => {
      const vNummer = voorraad.pop();
      if (vNummer === undefined) return null;
      const begin = performance.now();
      const antwoord = await pool.request({
        method: 'POST',
        path: pathname,
        headers: { 'content-type': 'application/json', bron: oin, doel, berichtId: randomUUID() },
        body: JSON.stringify({
          registratieDatumTijd: new Date().toISOString(),
          gebeurtenisId,
          vNummer: Number(vNummer),
        }),
      });
      await antwoord.body.dump();
      if (antwoord.statusCode !== 201) throw new Error(`notificatie: ${antwoord.statusCode}`);
      return { ms: performance.now() - begin };
    });
  } finally {
    await pool.close();
  }
}

/** Carries out one load. */
export function voerUit(doelwit: Doelwit, opdracht: Opdracht): Promise<Uitslag> {
  switch (opdracht.soort) {
    case 'start':
      return start(doelwit, opdracht);
    case 'taak':
      return taak(doelwit, opdracht);
    case 'lijst':
      return lijst(doelwit, opdracht);
    case 'notificaties':
      return notificaties(doelwit, opdracht);
  }
}
