import { vandaagInAmsterdam } from '#config/amsterdam.js';
import { Beller } from './beller.js';
import { duoGevallen, NIET_TE_TOETSEN } from './gevallen-duo.js';
import { bsnMaker, type Geval, type Uitslag } from './geval.js';
import { notificatieGevallen } from './gevallen-notificaties.js';
import { simulatorInrichter } from './inrichter.js';
import { GEBRUIK, Gebruiksfout, leesOpties, type Opties } from './opties.js';
import { regelVan, samenvatting, schrijfRapport } from './rapport.js';
import { draaiRonde, type RondeOpties } from './ronde.js';
import { leesDuoSpecificaties, leesNotificatieSpecificatie } from './specificatie.js';

const DAG_MS = 86_400_000;
const PAD = '/notificaties';

export interface Uitvoer {
  readonly schrijf: (regel: string) => void;
  readonly fout: (regel: string) => void;
}

type Plan = Omit<RondeOpties, 'beller' | 'meld'> & { readonly gevallen: readonly Geval[] };

function planGemeente(opties: Opties, nieuwBsn: () => string): Plan {
  const specificaties = leesNotificatieSpecificatie(opties.specificaties);
  return {
    gevallen: notificatieGevallen(nieuwBsn, new Date().toISOString()),
    specificaties,
    basis: () => '',
    versie: specificaties[0]?.versie ?? null,
    persoon: { bsn: '' },
  };
}

async function planDuo(opties: Opties, nieuwBsn: () => string): Promise<Plan> {
  const { beheer, bron, bsn = '', tijdMs } = opties;
  const specificaties = leesDuoSpecificaties(opties.specificaties, 'laat-toe');
  const dag = (verschil: number): string =>
    vandaagInAmsterdam(new Date(Date.now() + verschil * DAG_MS));
  const inrichter =
    beheer === undefined
      ? undefined
      : simulatorInrichter({ beheer, gemeenteOin: bron, begindatum: dag(-60), nieuwBsn, tijdMs });
  const onbekendBsn = (await inrichter?.onbekendBsn()) ?? nieuwBsn();
  return {
    gevallen: duoGevallen({ specificaties, dag, bron, onbekendBsn }),
    specificaties,
    basis: (spec) => `/v${spec?.versie.split('.')[0] ?? '1'}`,
    versie: null,
    persoon: inrichter === undefined ? { bsn } : { inrichter },
  };
}

async function toets(opties: Opties, uit: Uitvoer): Promise<readonly Uitslag[]> {
  const { kant, bsnReeks } = opties;
  const nieuwBsn = bsnMaker(bsnReeks);
  const { gevallen, ...plan } =
    kant === 'gemeente' ? planGemeente(opties, nieuwBsn) : await planDuo(opties, nieuwBsn);
  const url = kant === 'gemeente' ? opties.url.slice(0, -PAD.length) : opties.url;
  const beller = await Beller.maak({ ...opties, url });
  const naam = kant === 'gemeente' ? 'POST /notificaties' : 'de elf API’s van DUO';
  const niet = kant === 'duo' ? `\n${NIET_TE_TOETSEN}` : '';
  const kop = `Conformiteit van ${naam} op ${opties.url}: ${gevallen.length} gevallen${niet}`;
  const breedte = Math.max(...gevallen.map(({ id }) => id.length));
  uit.schrijf(`${kop}\n`);
  try {
    const meld = (uitslag: Uitslag): void => {
      uit.schrijf(regelVan(uitslag, breedte));
    };
    const uitslagen = await draaiRonde(gevallen, { ...plan, beller, meld });
    uit.schrijf(`\n${samenvatting(uitslagen)}`);
    if (opties.rapport !== undefined) schrijfRapport(opties.rapport, kop, naam, uitslagen);
    return uitslagen;
  } finally {
    await beller.sluit();
  }
}

/** Runs the whole kit; 0 when all cases passed, 1 when one did not, 2 when it was called wrongly. */
export async function conformiteit(
  args: readonly string[],
  omgeving: Readonly<Record<string, string | undefined>>,
  uit: Uitvoer,
): Promise<0 | 1 | 2> {
  try {
    const uitslagen = await toets(leesOpties(args, omgeving), uit);
    const conform =
      uitslagen.some(({ oordeel }) => oordeel === 'geslaagd') &&
      uitslagen.every(({ oordeel }) => oordeel !== 'mislukt');
    return conform ? 0 : 1;
  } catch (fout) {
    if (!(fout instanceof Gebruiksfout)) throw fout;
    uit.fout(`${fout.message}\n\n${GEBRUIK}`);
    return 2;
  }
}
