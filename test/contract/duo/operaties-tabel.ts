import type { DuoApi } from '#adapters/duo/duo-apis.js';
import type { DuoOperatieNaam, DuoPort } from '#adapters/duo/duo.port.js';
import { naarDatum, plusDagen } from '#domain/datum/datum.js';
import { AANROEP } from '#test/support/duo-client.js';

type Los = Record<string, unknown>;

/** One operation of DUO beside ours: how we call it, and what we make of DUO's answer. */
export interface Rij {
  readonly operationId: string;
  readonly naam: DuoOperatieNaam;
  /** Calls with the least and the most a body can hold. */
  readonly roep: readonly ((duo: DuoPort) => Promise<{ readonly soort: string }>)[];
  /** Our value for DUO's body, where it is not the same. */
  readonly verwacht?: (duo: unknown) => unknown;
}

export const API_VAN_BESTAND: Readonly<Record<string, DuoApi>> = {
  Contactpersoon: 'contactpersoon',
  Examen: 'examen',
  GevolgdeUren: 'gevolgde-uren',
  Inburgeringsaanbod: 'inburgeringsaanbod',
  Inburgeringsplicht: 'inburgeringsplicht',
  Inburgeringstermijn: 'inburgeringstermijn',
  Leerbaarheidstoets: 'leerbaarheidstoets',
  'MAP,PVT,Zroute': 'map-pvt-zroute',
  Ontheffing: 'ontheffing',
  PIP: 'pip',
  Vrijstelling: 'vrijstelling',
};

const dagEerder = (datum: unknown): string => plusDagen(naarDatum(datum as string), -1);
const perStuk =
  (maak: (stuk: Los) => Los) =>
  (duo: unknown): unknown =>
    (duo as Los[]).map(maak);
const einddatumEerder = (duo: Los): Los =>
  duo.einddatum === undefined ? duo : { ...duo, einddatum: dagEerder(duo.einddatum) };
const getal = (tekst: unknown): number => Number((tekst as string).replace(',', '.'));
const kleineBeginletters = (duo: Los): Los =>
  Object.fromEntries(
    Object.entries(duo).map(([naam, deel]) => [naam.charAt(0).toLowerCase() + naam.slice(1), deel]),
  );

const dag = naarDatum('2026-02-27');
const contact = { contactpersoonId: 421 };
const gegevens = {
  naam: 'Noor van Dijk-Çelik',
  email: 'regie@gemeente.example',
  telefoonnummer: '+31 70-1234567',
};
const school = { instellingsnummer: '0000123456' };
const met = <B>(body: B): typeof AANROEP & { body: B } => ({ ...AANROEP, body });

function vraag(
  operationId: string,
  naam: DuoOperatieNaam,
  verwacht?: (duo: unknown) => unknown,
): Rij {
  const roep = (duo: DuoPort): Promise<{ readonly soort: string }> =>
    (duo[naam] as (aanroep: typeof AANROEP) => Promise<{ readonly soort: string }>)(AANROEP);
  return { operationId, naam, roep: [roep], ...(verwacht === undefined ? {} : { verwacht }) };
}

function rij(operationId: string, naam: DuoOperatieNaam, ...roep: Rij['roep']): Rij {
  return { operationId, naam, roep };
}

export const RIJEN: readonly Rij[] = [
  vraag('getInburgeringsplichtByBsn', 'haalInburgeringsplicht'),
  vraag('getInburgeringsplichthistorieByBsn', 'haalInburgeringsplichtHistorie'),
  vraag('getDoelgroepByBsn', 'haalDoelgroep'),
  vraag('getDoelgroephistorieByBsn', 'haalDoelgroepHistorie'),

  vraag('getExamennummerByBsn', 'haalExamennummer'),
  vraag('deleteExamennummerByBsn', 'verwijderExamennummer'),
  vraag(
    'getLbtResultatenByBsn',
    'haalLbtResultaten',
    perStuk((duo) => ({
      ...duo,
      behaaldeScore: getal(duo.behaaldeScore),
      benodigdeScore: getal(duo.benodigdeScore),
    })),
  ),

  vraag('getInburgeringstermijnByBsn', 'haalTermijn', (duo) => einddatumEerder(duo as Los)),
  vraag('getInburgeringstermijnhistorieByBsn', 'haalTermijnHistorie', perStuk(einddatumEerder)),
  vraag('getVerlengingsgronden', 'haalVerlengingsgronden'),

  vraag('getVrijstellingenByBsn', 'haalVrijstellingen', perStuk(kleineBeginletters)),
  vraag('getOntheffingenByBsn', 'haalOntheffingen', perStuk(kleineBeginletters)),

  vraag('getPipByBsn', 'haalPip'),
  rij(
    'postPipByBsn',
    'leverPip',
    (duo) => duo.leverPip(met({ dagtekeningPip: dag, leerroute: 'Z' })),
    (duo) =>
      duo.leverPip(
        met({
          dagtekeningPip: dag,
          leerroute: 'B',
          niveau: 'B1',
          geschatteIntensiteitB1Route: 650,
          indicatorMagOpleidingAfmaken: false,
          indicatorAlfabetiseringsonderwijs: 'AA',
        }),
      ),
  ),
  vraag('deletePipByBsn', 'verwijderPip'),

  rij('createContactpersoon', 'maakContactpersoon', (duo) => duo.maakContactpersoon(met(gegevens))),
  rij('updateContactpersoonById', 'wijzigContactpersoon', (duo) =>
    duo.wijzigContactpersoon({ ...met(gegevens), ...contact }),
  ),
  rij('deleteContactpersoonById', 'verwijderContactpersoon', (duo) =>
    duo.verwijderContactpersoon({ ...AANROEP, ...contact }),
  ),
  rij('postContactpersoonByBsn', 'koppelContactpersoon', (duo) =>
    duo.koppelContactpersoon({ ...AANROEP, ...contact }),
  ),
  rij('deleteContactpersoonByBsn', 'ontkoppelContactpersoon', (duo) =>
    duo.ontkoppelContactpersoon({ ...AANROEP, ...contact }),
  ),

  vraag('getInstellingen', 'haalInstellingen'),
  rij(
    'postInburgeringsaanbodByBsnAndInstellingsnummer',
    'leverAanbod',
    (duo) => duo.leverAanbod({ ...met({ indicatorAlfabetiseringsonderwijs: 'NVT' }), ...school }),
    (duo) =>
      duo.leverAanbod({
        ...met({
          datumInburgeringsaanbod: dag,
          verwachteStartdatumOpleiding: dag,
          verwachteEinddatumOpleiding: dag,
          indicatorAlfabetiseringsonderwijs: 'A',
        }),
        ...school,
      }),
  ),
  rij('deleteInburgeringsaanbodByBsnAndInstellingsnumer', 'verwijderAanbod', (duo) =>
    duo.verwijderAanbod({ ...AANROEP, ...school }),
  ),

  vraag('getMapByBsn', 'haalMap'),
  rij(
    'updateMapByBsn',
    'zetMap',
    (duo) => duo.zetMap(met({ datumEindgesprekMap: null, verwijtbaar: null })),
    (duo) => duo.zetMap(met({ datumEindgesprekMap: dag, verwijtbaar: 'Nee' })),
  ),
  vraag('getPvtByBsn', 'haalPvt'),
  rij(
    'updatePvtByBsn',
    'zetPvt',
    (duo) => duo.zetPvt(met({ datumOndertekeningPvt: null, verwijtbaar: null })),
    (duo) => duo.zetPvt(met({ datumOndertekeningPvt: dag, verwijtbaar: 'Ja' })),
  ),
  rij(
    'updateZrouteByBsn',
    'zetZroute',
    (duo) => duo.zetZroute(met({ datumAfrondingZroute: null })),
    (duo) => duo.zetZroute(met({ datumAfrondingZroute: dag })),
  ),

  vraag(
    'getGevolgdeUrenByBsn',
    'haalUren',
    perStuk(({ bekendTot, ...rest }) => ({
      ...kleineBeginletters(rest),
      ...(bekendTot === undefined ? {} : { bekendTotEnMet: dagEerder(bekendTot) }),
    })),
  ),
  rij('updateUrenTaallesEnKnmByBSN', 'zetUrenTaallesKnmBredeIntake', (duo) =>
    duo.zetUrenTaallesKnmBredeIntake(met({ uren: 0 })),
  ),
  rij('updateUrenParticipatieactiviteiten', 'zetUrenParticipatieactiviteiten', (duo) =>
    duo.zetUrenParticipatieactiviteiten(met({ uren: 9999 })),
  ),
  rij('updateUrenParticipatieAlsTaallesByBsn', 'zetUrenParticipatieAlsTaalles', (duo) =>
    duo.zetUrenParticipatieAlsTaalles(met({ uren: 812 })),
  ),

  vraag('getGratisPogingenTegoedByBsn', 'haalGratispogingen'),
  vraag('getExamenresultatenByBsn', 'haalExamenresultaten'),
];
