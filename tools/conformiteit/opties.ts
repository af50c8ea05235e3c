import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BellerTls } from './beller.js';

export interface Opties {
  readonly kant: 'gemeente' | 'duo';
  /** Without a slash at the end. */
  readonly url: string;
  readonly bron: string;
  readonly doel: string;
  readonly tls: BellerTls;
  /** Folder with DUO's OpenAPI files. */
  readonly specificaties: string;
  readonly tijdMs: number;
  readonly bsnReeks: string;
  /** A person DUO knows, when there is no set-up hook. */
  readonly bsn: string | undefined;
  /** Address of the control side of our simulator, by which persons are made. */
  readonly beheer: string | undefined;
  readonly rapport: string | undefined;
}

/** The program was called in a way that cannot be meant; the message is for who called it. */
export class Gebruiksfout extends Error {}

export const GEBRUIK = `Gebruik: npm run conformiteit -- --url <adres> --sleutel <pem> --certificaat <pem> --ca <pem>
             --bron <oin> --doel <oin> [--kant gemeente|duo] [--specificaties <map>]
             [--bsn-reeks <cijfers>] [--bsn <bsn>] [--beheer <adres>] [--tijd <seconden>] [--rapport <map>]

  --kant gemeente  (standaard) toetst POST /notificaties; het adres eindigt op /notificaties
  --kant duo       toetst de elf API's van DUO; het adres is dat zonder /v1
  --bron, --doel   het OIN van wie stuurt (als in het certificaat) en van wie ontvangt
  --bsn-reeks      begin van de testnummers die worden gebruikt (4 tot 7 cijfers, standaard 9999)
  --bsn            kant duo: een persoon die DUO kent, asielstatushouder in de gemeente van bron, zonder PIP
  --beheer         kant duo: beheeradres van de ketensimulator, die dan per geval een persoon maakt
`;

const OPTIES = {
  url: { type: 'string' },
  kant: { type: 'string', default: 'gemeente' },
  sleutel: { type: 'string' },
  certificaat: { type: 'string' },
  ca: { type: 'string' },
  bron: { type: 'string' },
  doel: { type: 'string' },
  specificaties: { type: 'string' },
  'bsn-reeks': { type: 'string', default: '9999' },
  bsn: { type: 'string' },
  beheer: { type: 'string' },
  tijd: { type: 'string', default: '15' },
  rapport: { type: 'string' },
} as const;

type Ruw = Partial<Record<keyof typeof OPTIES, string>>;

function nodig(ruw: Ruw, naam: keyof typeof OPTIES, vorm: RegExp, uitleg: string): string {
  const waarde = ruw[naam];
  if (waarde === undefined) throw new Gebruiksfout(`--${naam} ontbreekt.`);
  if (!vorm.test(waarde)) throw new Gebruiksfout(`--${naam} ${uitleg}.`);
  return waarde;
}

function adres(ruw: Ruw, naam: 'url' | 'beheer', protocol: readonly string[]): string {
  const waarde = nodig(ruw, naam, /./, '');
  const url = URL.canParse(waarde) ? new URL(waarde) : undefined;
  if (url === undefined || !protocol.includes(url.protocol) || url.search !== '') {
    throw new Gebruiksfout(`--${naam} is geen adres dat met ${protocol.join(' of ')} begint.`);
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function bestand(ruw: Ruw, naam: 'sleutel' | 'certificaat' | 'ca'): string {
  const pad = nodig(ruw, naam, /./, '');
  let inhoud: string;
  try {
    inhoud = readFileSync(pad, 'utf8');
  } catch {
    throw new Gebruiksfout(`--${naam} wijst niet naar een leesbaar bestand.`);
  }
  if (!inhoud.includes('-----BEGIN ')) throw new Gebruiksfout(`--${naam} is geen PEM-bestand.`);
  return inhoud;
}

/** DUO's folder `API`, given as that folder itself or as one above it. */
function specificatiemap(ingesteld: string): string {
  const mogelijk = ['', 'API', 'duo/API'].map((deel) => resolve(ingesteld, deel));
  const gevonden = mogelijk.find((map) => existsSync(join(map, 'Notificatie', 'openapi.yml')));
  if (gevonden !== undefined) return gevonden;
  throw new Gebruiksfout(
    `De OpenAPI-bestanden van DUO staan niet in ${ingesteld}; geef --specificaties of KETEN_SPECIFICATIES.`,
  );
}

function leesRuw(args: readonly string[]): Ruw {
  try {
    return parseArgs({ args: [...args], options: OPTIES }).values;
  } catch (fout) {
    throw new Gebruiksfout(`Een optie wordt niet begrepen: ${(fout as Error).message}`);
  }
}

/** Reads the command line. Throws a Gebruiksfout for anything that is missing or not understood. */
export function leesOpties(
  args: readonly string[],
  omgeving: Readonly<Record<string, string | undefined>>,
): Opties {
  const ruw = leesRuw(args);
  const kant = nodig(ruw, 'kant', /^(gemeente|duo)$/, 'is gemeente of duo') as Opties['kant'];
  const url = adres(ruw, 'url', ['https:']);
  if (kant === 'gemeente' && !url.endsWith('/notificaties')) {
    throw new Gebruiksfout('--url eindigt niet op /notificaties.');
  }
  const bsn = ruw.bsn === undefined ? undefined : nodig(ruw, 'bsn', /^\d{9}$/, 'heeft 9 cijfers');
  const beheer = ruw.beheer === undefined ? undefined : adres(ruw, 'beheer', ['http:', 'https:']);
  if (kant === 'duo' && bsn === undefined && beheer === undefined) {
    throw new Gebruiksfout('--kant duo vraagt --bsn of --beheer.');
  }
  return {
    kant,
    url,
    bron: nodig(ruw, 'bron', /^\d{20}$/, 'is geen OIN van 20 cijfers'),
    doel: nodig(ruw, 'doel', /^\d{20}$/, 'is geen OIN van 20 cijfers'),
    tls: {
      sleutel: bestand(ruw, 'sleutel'),
      certificaat: bestand(ruw, 'certificaat'),
      ca: bestand(ruw, 'ca'),
    },
    specificaties: specificatiemap(
      ruw.specificaties ?? omgeving['KETEN_SPECIFICATIES'] ?? 'keten-specificaties',
    ),
    tijdMs: 1000 * Number(nodig(ruw, 'tijd', /^[1-9]\d{0,2}$/, 'is geen aantal seconden')),
    bsnReeks: nodig(ruw, 'bsn-reeks', /^\d{4,7}$/, 'heeft 4 tot 7 cijfers'),
    bsn,
    beheer,
    rapport: ruw.rapport,
  };
}
