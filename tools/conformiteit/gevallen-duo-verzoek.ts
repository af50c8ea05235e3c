import { haal, P } from './duo-zendingen.js';
import type { Geval, Verwachting, Zending } from './geval.js';
import { klachten, type DuoSpecificatie, type Schema } from './specificatie.js';

const FOUT_VERZOEK: Verwachting = { statussen: [400] };
/** Not a valid call, or not known who calls. */
const GEEN_AFZENDER: Verwachting = { statussen: [400, 401] };
const ONBEKEND: Verwachting = { statussen: [404] };
const NIET_BINNEN: Verwachting = { statussen: [401, 403], verbrekenMag: true };
const NIET_DEZE_AFZENDER: Verwachting = { statussen: [401, 403] };
const ONBEKEND_OIN = '00000009999999999999';
const PLICHT = haal(`${P}/inburgeringsplicht`);

type Rij = readonly [id: string, titel: string, eis: string, Partial<Zending>, Verwachting];

const kop = (naam: string, waarde: string | null): Partial<Zending> => ({
  koppen: { [naam]: waarde },
});

/** What every operation asks of the call itself, shown on one of them. */
const OMHULSEL = (onbekendBsn: string): readonly Rij[] => [
  ['GEEN-BRON', 'zonder bron', 'is verplicht', kop('bron', null), GEEN_AFZENDER],
  ['KORTE-BRON', 'een bron van drie tekens', '20 tekens', kop('bron', '123'), GEEN_AFZENDER],
  [
    'VREEMDE-BRON',
    'andere bron dan het certificaat',
    'mag niet',
    kop('bron', ONBEKEND_OIN),
    NIET_DEZE_AFZENDER,
  ],
  ['GEEN-DOEL', 'zonder doel', 'is verplicht', kop('doel', null), FOUT_VERZOEK],
  ['KORT-DOEL', 'een doel van drie tekens', '20 tekens', kop('doel', '123'), FOUT_VERZOEK],
  [
    'VREEMD-DOEL',
    'voor een ander dan DUO',
    'mag niet',
    kop('doel', ONBEKEND_OIN),
    { statussen: [403] },
  ],
  ['GEEN-BERICHTID', 'zonder berichtId', 'is verplicht', kop('berichtId', null), FOUT_VERZOEK],
  ['BERICHTID-VORM', 'geen uuid', 'is een uuid', kop('berichtId', 'bericht-1'), FOUT_VERZOEK],
  [
    'BERICHTID-TERUG',
    'een gewone vraag',
    'het berichtId komt terug',
    {},
    { statussen: [200], zelfdeBerichtId: true },
  ],
  ['ONBEKEND-BSN', 'iemand die DUO niet kent', 'is onbekend', { bsn: onbekendBsn }, ONBEKEND],
  ['KORT-BSN', 'een bsn van acht cijfers', 'negen cijfers', { bsn: '99999001' }, FOUT_VERZOEK],
  ['BSN-LETTERS', 'een bsn met letters', 'negen cijfers', { bsn: 'ABCDEFGHI' }, FOUT_VERZOEK],
  ['SCHRIJFWIJZE', 'het pad in kleine letters', 'bestaat niet', { pad: `${P}/pip` }, ONBEKEND],
  [
    'CONTACT-NUL',
    'contactpersoon 0',
    'begint bij 1',
    { methode: 'DELETE', pad: '/contactpersonen/{id}', delen: { id: '0' } },
    FOUT_VERZOEK,
  ],
  [
    'CONTACT-ONBEKEND',
    'een contactpersoon die er niet is',
    'is onbekend',
    { methode: 'DELETE', pad: '/contactpersonen/{id}', delen: { id: '99998' } },
    ONBEKEND,
  ],
  [
    'GEEN-CERTIFICAAT',
    'zonder clientcertificaat',
    'komt niet binnen',
    { certificaat: 'geen' },
    NIET_BINNEN,
  ],
  [
    'VREEMD-CERTIFICAAT',
    'certificaat van een onbekende uitgever',
    'komt niet binnen',
    { certificaat: 'vreemd' },
    NIET_BINNEN,
  ],
];

/** A value that DUO's file does not allow at this place. */
function verkeerd(schema: Schema): unknown {
  const mogelijk = ['x'.repeat(500), {}, -1, '31-02-2026'];
  return mogelijk.find((waarde) => klachten(schema, waarde).length > 0);
}

function bodyGevallen(spec: DuoSpecificatie, voorbeeld: Geval): readonly Geval[] {
  const schema = spec.verzoekSchema;
  if (schema === undefined) return [];
  const goed = (voorbeeld.zending.body ?? {}) as Readonly<Record<string, unknown>>;
  const geval = (naam: string, titel: string, anders: Partial<Zending>): Geval => ({
    id: `D-FOUT-${spec.operationId}-${naam}`,
    groep: 'verzoeken die niet passen',
    titel: `${spec.methode} ${spec.pad}: ${titel}`,
    eis: 'past niet in het bestand: 400',
    grond: spec.bestand,
    ...(voorbeeld.vooraf === undefined ? {} : { vooraf: voorbeeld.vooraf }),
    ...(voorbeeld.achteraf === undefined ? {} : { achteraf: voorbeeld.achteraf }),
    zending: { ...voorbeeld.zending, ...anders },
    verwacht: FOUT_VERZOEK,
  });
  return [
    ...(schema.required ?? []).map((veld) =>
      geval(`zonder-${veld}`, `zonder ${veld}`, { body: { ...goed, [veld]: undefined } }),
    ),
    ...Object.entries(schema.properties ?? {}).map(([veld, deel]) =>
      geval(veld, `${veld} met een waarde die niet past`, {
        body: { ...goed, [veld]: verkeerd(deel) },
      }),
    ),
    geval('lijst', 'een lijst', { body: [] }),
    geval('kapot', 'JSON die halverwege stopt', {
      ruw: '{"a": "S',
      koppen: { 'content-type': 'application/json' },
    }),
  ];
}

/** Calls that DUO's files do not allow: the envelope on one operation, the body on each that has one. */
export function duoVerzoekGevallen(
  specificaties: readonly DuoSpecificatie[],
  operaties: readonly Geval[],
  onbekendBsn: string,
): readonly Geval[] {
  const omhulsel = OMHULSEL(onbekendBsn).map(([id, titel, eis, anders, verwacht]): Geval => ({
    id: `D-${id}`,
    groep: 'omhulsel',
    titel,
    eis,
    grond: 'alle bestanden',
    zending: { ...PLICHT, ...anders },
    verwacht,
  }));
  const bodies = specificaties.flatMap((spec) => {
    const voorbeeld = operaties.find(({ id }) => id === `D-${spec.operationId}`);
    return voorbeeld === undefined ? [] : bodyGevallen(spec, voorbeeld);
  });
  return [...omhulsel, ...bodies];
}
