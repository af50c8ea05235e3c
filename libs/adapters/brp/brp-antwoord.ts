import { isIsoDatum } from '#domain/datum/datum.js';
import {
  geheelGetal,
  lijst,
  object,
  Onleesbaar,
  optioneel,
  tekst,
  verplicht,
  type Lezer,
} from '../duo/lezer.js';
import type { BrpDatum, BrpPersoon } from './brp.port.js';

// What we ask, and no more: the BRP logs and judges every field. The number comes back so that we can see of whom it is.
const VELDEN = [
  'burgerservicenummer',
  'datumInschrijvingInGemeente',
  'gemeenteVanInschrijving',
  'overlijden.datum',
] as const;

/** The question about one person, as its body. */
export function brpVraag(bsn: string): string {
  return JSON.stringify({
    type: 'RaadpleegMetBurgerservicenummer',
    burgerservicenummer: [bsn],
    fields: VELDEN,
  });
}

const maakNiets: Lezer<true> = () => true;

const datum: Lezer<BrpDatum> = (waarde, plek, afwijkingen) => {
  if (typeof waarde !== 'object' || waarde === null) throw new Onleesbaar(`${plek}: geen object`);
  const delen = waarde as Readonly<Record<string, unknown>>;
  const jaar = (): number => geheelGetal(1, 9999)(delen['jaar'], `${plek}.jaar`, afwijkingen);
  switch (delen['type']) {
    case 'Datum':
      if (!isIsoDatum(delen['datum'])) throw new Onleesbaar(`${plek}.datum: geen bestaande dag`);
      return { soort: 'volledig', op: delen['datum'] };
    case 'JaarMaandDatum': {
      const maand = geheelGetal(1, 12)(delen['maand'], `${plek}.maand`, afwijkingen);
      return { soort: 'jaar-maand', jaar: jaar(), maand };
    }
    case 'JaarDatum':
      return { soort: 'jaar', jaar: jaar() };
    case 'DatumOnbekend':
      return { soort: 'onbekend' };
    default:
      throw new Onleesbaar(`${plek}.type: onbekende waarde`);
  }
};

interface Waarde {
  readonly code: string;
  readonly omschrijving?: string;
}
const waarde = (vorm: RegExp): Lezer<Waarde> =>
  object<Waarde>({ code: verplicht(tekst({ vorm })), omschrijving: optioneel(tekst()) });

interface Overlijden {
  readonly datum?: BrpDatum;
  readonly inOnderzoek?: true;
}
interface Opschorting {
  readonly reden: Waarde;
  readonly datum?: BrpDatum;
}

interface Gelezen {
  readonly burgerservicenummer: string;
  readonly datumInschrijvingInGemeente?: BrpDatum;
  readonly gemeenteVanInschrijving?: Waarde;
  readonly overlijden?: Overlijden;
  readonly opschortingBijhouding?: Opschorting;
  readonly inOnderzoek?: true;
  readonly geheimhoudingPersoonsgegevens?: true;
  readonly rni?: true;
  readonly verificatie?: true;
}

// The last five come with every answer, asked or not; of most we only see that they are there.
const persoon = object<Gelezen>({
  burgerservicenummer: verplicht(tekst({ vorm: /^\d{9}$/ })),
  datumInschrijvingInGemeente: optioneel(datum),
  gemeenteVanInschrijving: optioneel(waarde(/^\d{4}$/)),
  overlijden: optioneel(
    object<Overlijden>({ datum: optioneel(datum), inOnderzoek: optioneel(maakNiets) }),
  ),
  opschortingBijhouding: optioneel(
    object<Opschorting>({ reden: verplicht(waarde(/^[A-Z.]$/)), datum: optioneel(datum) }),
  ),
  inOnderzoek: optioneel(maakNiets),
  geheimhoudingPersoonsgegevens: optioneel(maakNiets),
  rni: optioneel(maakNiets),
  verificatie: optioneel(maakNiets),
});

interface Antwoord {
  readonly type: string;
  readonly personen: readonly Gelezen[];
}

const antwoord = object<Antwoord>({
  type: verplicht(tekst({ vorm: /^RaadpleegMetBurgerservicenummer$/ })),
  personen: verplicht(lijst(persoon)),
});

/**
 * Reads the answer to a question about one person; null when the BRP knows nobody. @throws Onleesbaar, with the place
 * and never the value.
 */
export function leesBrpAntwoord(
  json: unknown,
  bsn: string,
  afwijkingen: string[],
): BrpPersoon | null {
  const { personen } = antwoord(json, 'antwoord', afwijkingen);
  const [gevonden] = personen;
  if (gevonden === undefined) return null;
  if (personen.length > 1) throw new Onleesbaar('antwoord.personen: meer dan een');
  if (gevonden.burgerservicenummer !== bsn) throw new Onleesbaar('antwoord: een andere persoon');
  const { overlijden, opschortingBijhouding } = gevonden;
  const opschorting = opschortingBijhouding?.reden.code ?? null;
  const overleden = overlijden !== undefined || opschorting === 'O';
  return {
    gemeenteVanInschrijving: gevonden.gemeenteVanInschrijving?.code ?? null,
    ingeschrevenOp: gevonden.datumInschrijvingInGemeente ?? null,
    overleden: overleden ? (overlijden?.datum ?? { soort: 'onbekend' }) : null,
    opschorting,
    inOnderzoek: gevonden.inOnderzoek === true || overlijden?.inOnderzoek === true,
  };
}
