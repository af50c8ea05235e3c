import { randomBytes, randomUUID } from 'node:crypto';
import type { UitgaandConfiguratie } from '#adapters/uitgaand/uitgaand-configuratie.js';
import { vandaagInAmsterdam } from '#config/amsterdam.js';
import { zaaiGemeente, type Gemeente } from '#database/gemeenten.js';
import { plusDagen, type IsoDatum } from '#domain/datum/datum.js';
import type { Dossier } from '#dossier/dossier.js';
import { maakUitgever } from '#test/contract/ketensimulator/certificaten.js';
import {
  startNagebootsteServer,
  type NagebootsteServer,
} from '#test/support/nagebootste-server.js';
import { plichtMet } from '../herziening/opstelling.js';

export const LINK_BASIS = 'https://zaken.gemeente.example/trajecten/';

/** The gemeente has escalations told by webhook, from its second settings on. */
export function kiesWebhook(databaseUrl: string, gemeente: Gemeente): Promise<void> {
  const kanalen = { 'termijn-geescaleerd': ['webhook'] } as const;
  return zaaiGemeente(databaseUrl, {
    ...gemeente,
    attenderingen: { kanalen, linkBasis: LINK_BASIS },
  });
}

export interface Ontvanger {
  readonly server: NagebootsteServer;
  readonly configuratie: Pick<UitgaandConfiguratie, 'ca'> & {
    readonly url: string;
    readonly geheim: string;
  };
}

/** A receiver over HTTPS that takes everything until a test says otherwise. */
export async function startOntvanger(): Promise<Ontvanger> {
  const { ca, geef } = await maakUitgever();
  const server = await startNagebootsteServer(await geef(undefined));
  neemAan(server);
  const geheim = randomBytes(32).toString('base64');
  return { server, configuratie: { ca, url: `${server.url}/attenderingen`, geheim } };
}

export function neemAan(server: NagebootsteServer): void {
  server.antwoord = (_, antwoord) => antwoord.writeHead(204).end();
}

/** Of the calls, told apart as a receiver does. */
export function sleutels(server: NagebootsteServer): string[] {
  return server.ontvangen.map(({ koppen }) => String(koppen['idempotency-key']));
}

/** A journey whose ten weeks for the PIP ended this long ago; it escalates when time is next let pass. */
export async function openVerstreken(
  dossier: Dossier,
  gemeenteId: string,
  persoon: { bsn: string; naam: string },
): Promise<string> {
  const vandaag = vandaagInAmsterdam(new Date()) as IsoDatum;
  const uitkomst = await dossier.open({
    gemeenteId,
    opdracht: {
      soort: 'openTraject',
      trajectId: randomUUID(),
      proef: false,
      bron: 'DUO',
      persoon: { ...persoon, vNummer: null, geboortedatum: '1991-05-17' },
    },
    vervolg: [plichtMet(plusDagen(vandaag, -100))],
    beller: 'test',
    opdrachtId: randomUUID(),
    actor: { soort: 'keten', id: 'DUO' },
  });
  if (uitkomst.soort !== 'gedaan') throw new Error(JSON.stringify(uitkomst));
  return uitkomst.trajectId;
}
