import { haal, P } from './duo-zendingen.js';
import type { Geval, Verwachting, Zending } from './geval.js';
import { FOUT_VERZOEK, OMHULSEL, type Afwijkend } from './omhulsel.js';
import { klachten, type DuoSpecificatie, type Schema } from './specificatie.js';

const ONBEKEND: Verwachting = { statussen: [404] };
const PLICHT = haal(`${P}/inburgeringsplicht`);

/** What every operation asks of the call besides its envelope, shown on one of them. */
const AANROEP = (onbekendBsn: string): readonly Afwijkend[] => [
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
  const omhulsel = [...OMHULSEL, ...AANROEP(onbekendBsn)].map(
    ([id, titel, eis, anders, verwacht]): Geval => ({
      id: `D-${id}`,
      groep: 'omhulsel',
      titel,
      eis,
      grond: 'alle bestanden',
      zending: { ...PLICHT, ...anders },
      verwacht,
    }),
  );
  const bodies = specificaties.flatMap((spec) => {
    const voorbeeld = operaties.find(({ id }) => id === `D-${spec.operationId}`);
    return voorbeeld === undefined ? [] : bodyGevallen(spec, voorbeeld);
  });
  return [...omhulsel, ...bodies];
}
