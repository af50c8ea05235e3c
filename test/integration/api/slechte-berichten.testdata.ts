import { opdracht, type Geval } from './slechte-invoer.testdata.js';

const MELDING = { soort: 'legPortaalmeldingVast', melding: 'BOETE', op: '2026-07-01' };
const CONTACT = {
  soort: 'wijsContactpersoonAan',
  naam: 'Contact Voorbeeld',
  email: 'inburgering@gemeente.example',
  telefoonnummer: '030-1234567',
};
const OPNIEUW = { soort: 'stuurOpnieuw', onderwerp: 'map', reden: 'Anders bij DUO.' };
const SIGNAAL = { soort: 'bekijkSignaal', gebeurtenisId: 'SS140', uitkomst: 'geen-actie-nodig' };
const PARTICIPATIE = {
  soort: 'registreerOverigeUren',
  vorm: 'participatieactiviteiten',
  totEnMet: '2026-07-01',
  uren: 12,
};
const HANDMATIG = { soort: 'meldHandmatigGedaan', meldingId: '5-pip', gedaanOp: '2026-07-01' };

/** What is told to DUO by hand or once more. */
export const BERICHT_GEVALLEN: readonly Geval[] = [
  [
    'een portaalmelding van een vreemde soort',
    opdracht({ ...MELDING, melding: 'PIP' }),
    400,
    'melding',
  ],
  ['een portaalmelding zonder dag', opdracht({ ...MELDING, op: null }), 400, 'op'],
  ['een boete van nul euro', opdracht({ ...MELDING, bedragEuro: 0 }), 400, 'bedragEuro'],
  [
    'een boete van tienduizend euro',
    opdracht({ ...MELDING, bedragEuro: 10_000 }),
    400,
    'bedragEuro',
  ],
  ['een boete met centen', opdracht({ ...MELDING, bedragEuro: 12.5 }), 400, 'bedragEuro'],
  [
    'een te lange toelichting',
    opdracht({ ...MELDING, toelichting: 'x'.repeat(1_001) }),
    400,
    'toelichting',
  ],
  [
    'een ingetrokken portaalmelding zonder reden',
    opdracht({ soort: 'trekPortaalmeldingIn', meldingId: '5-portaal' }),
    400,
    'reden',
  ],
  [
    'een onderwerp dat niet opnieuw kan',
    opdracht({ ...OPNIEUW, onderwerp: 'aanbod' }),
    400,
    'onderwerp',
  ],
  ['opnieuw sturen zonder reden', opdracht({ ...OPNIEUW, reden: '' }), 400, 'reden'],
  [
    'een signaal dat niemand hoeft te bekijken',
    opdracht({ ...SIGNAAL, gebeurtenisId: 'SS101' }),
    400,
    'gebeurtenisId',
  ],
  [
    'participatie-uren van een vorm die niet bestaat',
    opdracht({ ...PARTICIPATIE, vorm: 'stage' }),
    400,
    'vorm',
  ],
  ['participatie-uren onder nul', opdracht({ ...PARTICIPATIE, uren: -1 }), 400, 'uren'],
  ['tienduizend participatie-uren', opdracht({ ...PARTICIPATIE, uren: 10_000 }), 400, 'uren'],
  [
    'participatie-uren zonder dag',
    opdracht({ ...PARTICIPATIE, totEnMet: undefined }),
    400,
    'totEnMet',
  ],
  ['een signaal zonder uitkomst', opdracht({ ...SIGNAAL, uitkomst: null }), 400, 'uitkomst'],
  [
    'een signaal met een te lange toelichting',
    opdracht({ ...SIGNAAL, toelichting: 'x'.repeat(1_001) }),
    400,
    'toelichting',
  ],
  ['met de hand gedaan zonder bewijs', opdracht(HANDMATIG), 400, 'bewijs'],
  [
    'met de hand gedaan met een te lang bewijs',
    opdracht({ ...HANDMATIG, bewijs: 'x'.repeat(4_001) }),
    400,
    'bewijs',
  ],
  ['een contactpersoon zonder naam', opdracht({ ...CONTACT, naam: undefined }), 400, 'naam'],
  ['een te lang e-mailadres', opdracht({ ...CONTACT, email: 'x'.repeat(242) }), 400, 'email'],
  [
    'een te lang telefoonnummer',
    opdracht({ ...CONTACT, telefoonnummer: '0'.repeat(23) }),
    400,
    'telefoonnummer',
  ],
  [
    'een contactpersoon onder nummer 100000',
    opdracht({ ...CONTACT, contactpersoonId: 100_000 }),
    400,
    'contactpersoonId',
  ],
];
