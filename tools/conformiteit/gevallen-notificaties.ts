import { randomUUID } from 'node:crypto';
import { DUO_GEBEURTENISSEN } from '#domain/keten/gebeurtenissen.js';
import type { Geval, Verwachting, Zending } from './geval.js';
import { FOUT_VERZOEK, kop, OMHULSEL, type Afwijkend } from './omhulsel.js';

const AANGENOMEN: Verwachting = { statussen: [201] };
const GEEN_METHODE: Verwachting = { statussen: [], buitenBestand: [404, 405] };
const JSON_KOP = { 'content-type': 'application/json' };

type Deel<T> = readonly [id: string, titel: string, eis: string, wat: T];

/** Fields that differ from an ordinary message, and that DUO's file allows. */
const passend = (nu: string): readonly Deel<object>[] => [
  ['ONBEKENDE-GEBEURTENIS', 'een id dat nog niet bestaat', 'past', { gebeurtenisId: 'ZZ999' }],
  ['ALLEEN-VNUMMER', 'alleen een V-nummer', 'past', { bsn: undefined, vNummer: 34_567_890 }],
  ['BEIDE-NUMMERS', 'bsn en V-nummer', 'past', { vNummer: 9_999_999_999 }],
  ['GEEN-NUMMER', 'geen van beide nummers', 'geen van beide is verplicht', { bsn: undefined }],
  ['EXTRA-VELD', 'een veld dat het bestand niet noemt', 'is niet verboden', { toelichting: 'x' }],
  [
    'TIJDZONE',
    'een tijdstip in een andere tijdzone',
    'is een datum-tijd',
    { registratieDatumTijd: nu.replace(/(\.\d+)?Z$/, '+02:00') },
  ],
];

/** Fields that differ from an ordinary message, and that DUO's file does not allow. */
const onpassend = (nu: string): readonly Deel<object>[] => [
  ['GEEN-GEBEURTENIS', 'zonder gebeurtenisId', 'is verplicht', { gebeurtenisId: undefined }],
  ['GEEN-TIJDSTIP', 'zonder tijdstip', 'is verplicht', { registratieDatumTijd: undefined }],
  ['GEBEURTENIS-KLEIN', 'een id in kleine letters', 'hoofdletters', { gebeurtenisId: 'ss139' }],
  ['GEBEURTENIS-LANG', 'een id van zeven tekens', 'hoogstens zes', { gebeurtenisId: 'SS13999' }],
  ['GEBEURTENIS-LEEG', 'een leeg gebeurtenisId', 'minstens één teken', { gebeurtenisId: '' }],
  ['GEBEURTENIS-GETAL', 'een gebeurtenisId als getal', 'is tekst', { gebeurtenisId: 139 }],
  [
    'TIJDSTIP-DATUM',
    'een datum zonder tijd',
    'is een datum-tijd',
    { registratieDatumTijd: nu.slice(0, 10) },
  ],
  [
    'TIJDSTIP-ONZIN',
    'een tijdstip dat niet bestaat',
    'is een datum-tijd',
    { registratieDatumTijd: '2026-13-45T25:61:00Z' },
  ],
  ['BSN-GETAL', 'een bsn als getal', 'is tekst', { bsn: 999_990_019 }],
  ['BSN-KORT', 'een bsn van acht cijfers', 'negen cijfers', { bsn: '99999001' }],
  ['BSN-LETTERS', 'een bsn met letters', 'negen cijfers', { bsn: 'ABCDEFGHI' }],
  ['VNUMMER-TEKST', 'een V-nummer als tekst', 'is een geheel getal', { vNummer: '1234567890' }],
  ['VNUMMER-MIN', 'een negatief V-nummer', 'niet onder nul', { vNummer: -1 }],
  ['VNUMMER-GROOT', 'een V-nummer van elf cijfers', 'hoogstens tien', { vNummer: 1e10 }],
  ['VNUMMER-DEEL', 'een V-nummer met een breuk', 'is een geheel getal', { vNummer: 1.5 }],
];

const INHOUDSVORM: readonly Afwijkend[] = [
  [
    'INHOUDSVORM',
    'JSON als text/plain',
    'alleen application/json',
    kop('content-type', 'text/plain'),
    FOUT_VERZOEK,
  ],
  [
    'TEKENSET',
    'JSON met de tekenset erbij',
    'is ook application/json',
    kop('content-type', 'application/json; charset=utf-8'),
    AANGENOMEN,
  ],
];

const RUW: readonly Afwijkend[] = [
  ['KAPOTTE-JSON', 'JSON die halverwege stopt', 'geen bericht', { ruw: '{"a": "S' }, FOUT_VERZOEK],
  ['LIJST', 'een lijst', 'is een object', { ruw: '[]' }, FOUT_VERZOEK],
  ['NULL', 'null', 'is een object', { ruw: 'null' }, FOUT_VERZOEK],
  ['LEEG', 'helemaal geen inhoud', 'is verplicht', { ruw: '' }, FOUT_VERZOEK],
  [
    'TE-GROOT',
    'een bericht van 2 MB',
    'wordt niet verwerkt',
    { ruw: JSON.stringify({ x: 'x'.repeat(2_000_000) }) },
    { statussen: [400], buitenBestand: [413], verbrekenMag: true },
  ],
];

const METHODE: readonly Afwijkend[] = [
  ['GET', 'GET in plaats van POST', 'kent alleen POST', { methode: 'GET' }, GEEN_METHODE],
  ['PUT', 'PUT in plaats van POST', 'kent alleen POST', { methode: 'PUT' }, GEEN_METHODE],
  ['DELETE', 'DELETE in plaats van POST', 'kent alleen POST', { methode: 'DELETE' }, GEEN_METHODE],
];

/**
 * The list for the gemeente's side. `nieuwBsn` gives another test BSN at each call; `nu` is a moment
 * in UTC.
 */
export function notificatieGevallen(nieuwBsn: () => string, nu: string): readonly Geval[] {
  const inhoud = (anders: object = {}): object => ({
    registratieDatumTijd: nu,
    gebeurtenisId: 'SS199',
    bsn: nieuwBsn(),
    ...anders,
  });
  const post = (zending: Partial<Zending> = {}): Zending => ({
    methode: 'POST',
    pad: '/notificaties',
    ...(zending.ruw === undefined && zending.methode !== 'GET' ? { body: inhoud() } : {}),
    ...zending,
  });
  const afwijkend = (groep: string, rijen: readonly Afwijkend[]): Geval[] =>
    rijen.map(([id, titel, eis, zending, verwacht]) => ({
      id: `N-${id}`,
      groep,
      titel,
      eis,
      grond: 'Notificatie',
      zending: post({ ...zending, ...(zending.ruw === undefined ? {} : { koppen: JSON_KOP }) }),
      verwacht,
    }));
  const velden = (groep: string, rijen: readonly Deel<object>[], verwacht: Verwachting): Geval[] =>
    afwijkend(
      groep,
      rijen.map(([id, titel, eis, anders]) => [id, titel, eis, { body: inhoud(anders) }, verwacht]),
    );
  const gebeurtenissen = DUO_GEBEURTENISSEN.map(({ id, live }): Deel<object> => [
    id,
    `${live ? 'gebeurtenis' : 'attentiesignaal'} ${id}`,
    'wordt aangenomen, zonder inhoud terug',
    { gebeurtenisId: id },
  ]);
  return [
    ...velden('gebeurtenissen', gebeurtenissen, AANGENOMEN),
    ...velden('inhoud die past', passend(nu), AANGENOMEN),
    ...dubbelen(inhoud, post),
    ...afwijkend('omhulsel', OMHULSEL),
    ...afwijkend('inhoudsvorm', INHOUDSVORM),
    ...velden('inhoud die niet past', onpassend(nu), FOUT_VERZOEK),
    ...afwijkend('inhoud die niet past', RUW),
    ...afwijkend('methode', METHODE),
  ];
}

function dubbelen(
  inhoud: (anders?: object) => object,
  post: (zending: Partial<Zending>) => Zending,
): Geval[] {
  const maak = (): Zending => post({ koppen: { berichtId: randomUUID() }, body: inhoud() });
  const [zelfde, eerste] = [maak(), maak()];
  const ander = { ...eerste, body: { ...(eerste.body as object), gebeurtenisId: 'SS111' } };
  const basis = { groep: 'dubbele berichten', grond: 'Notificatie' };
  return [
    {
      ...basis,
      id: 'N-DUBBEL',
      titel: 'hetzelfde bericht nog een keer',
      eis: 'wordt weer bevestigd: wie geen antwoord kreeg stuurt opnieuw',
      vooraf: [zelfde],
      zending: zelfde,
      verwacht: AANGENOMEN,
    },
    {
      ...basis,
      id: 'N-DUBBEL-ANDERS',
      titel: 'een ander bericht onder hetzelfde berichtId',
      eis: 'wordt aangenomen of geweigerd, en geeft geen storing',
      vooraf: [eerste],
      zending: ander,
      verwacht: { statussen: [201, 400] },
    },
  ];
}
