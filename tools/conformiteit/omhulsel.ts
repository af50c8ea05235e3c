import type { Verwachting, Zending } from './geval.js';

export const FOUT_VERZOEK: Verwachting = { statussen: [400] };
/** Not a valid call, or not known who calls. */
const GEEN_AFZENDER: Verwachting = { statussen: [400, 401] };
/** TLS itself may refuse, or the server after it. */
const NIET_BINNEN: Verwachting = { statussen: [401, 403], verbrekenMag: true };

/** An OIN that nobody has. */
const ONBEKEND_OIN = '00000009999999999999';

/** A call that departs in one thing from an ordinary one, and the answer to it. */
export type Afwijkend = readonly [
  id: string,
  titel: string,
  eis: string,
  wat: Partial<Zending>,
  verwacht: Verwachting,
];

/** A call with one other header; null leaves it out. */
export const kop = (naam: string, waarde: string | null): Partial<Zending> => ({
  koppen: { [naam]: waarde },
});

/** What both sides ask of the envelope of every call: who, for whom, which message, what certificate. */
export const OMHULSEL: readonly Afwijkend[] = [
  ['GEEN-BRON', 'zonder bron', 'is verplicht', kop('bron', null), GEEN_AFZENDER],
  ['KORTE-BRON', 'een bron van drie tekens', '20 tekens', kop('bron', '123'), GEEN_AFZENDER],
  [
    'VREEMDE-BRON',
    'een andere bron dan het certificaat',
    'de afzender is niet wie hij zegt',
    kop('bron', ONBEKEND_OIN),
    { statussen: [401, 403] },
  ],
  ['GEEN-DOEL', 'zonder doel', 'is verplicht', kop('doel', null), FOUT_VERZOEK],
  ['KORT-DOEL', 'een doel van drie tekens', '20 tekens', kop('doel', '123'), FOUT_VERZOEK],
  [
    'VREEMD-DOEL',
    'voor een organisatie die hier niet is',
    'is niet voor deze ontvanger',
    kop('doel', ONBEKEND_OIN),
    { statussen: [403] },
  ],
  ['GEEN-BERICHTID', 'zonder berichtId', 'is verplicht', kop('berichtId', null), FOUT_VERZOEK],
  ['BERICHTID-VORM', 'geen uuid', 'is een uuid', kop('berichtId', 'bericht-1'), FOUT_VERZOEK],
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
