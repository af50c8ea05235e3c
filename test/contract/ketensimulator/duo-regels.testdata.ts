import type { DuoRegelCode, DuoResultaat } from '#domain/keten/regels/tabel.js';

/** What is true at DUO before the call; dates as we keep them: every last day inclusive. */
export interface Situatie {
  vandaag?: string;
  asiel?: boolean;
  gevestigdOp?: string;
  /** PIPs that were brought before, oldest first, of this gemeente or of another. */
  pips?: { dagtekening: string; leerroute: 'B' | 'O' | 'Z'; vanAnderen?: true }[];
  termijn?: { startOp: string; eindeOp: string };
  cursusuren?: number;
  zrouteAfgerondOp?: string;
  /** Reported by another gemeente. */
  vanAnderen?: DuoResultaat;
  voldaan?: boolean;
}

export type Verzoek =
  | {
      wat: 'pip';
      dagtekening: string;
      leerroute: 'B' | 'O' | 'Z';
      niveau?: 'A2' | 'B1';
      intensiteitUren?: number;
    }
  | { wat: 'pip-intrekken' }
  | { wat: 'aanbod'; instelling: Instelling; aanbodOp: string; startOp: string; eindeOp: string }
  | { wat: DuoResultaat; op: string | null; verwijtbaar?: 'Ja' | 'Nee' }
  | { wat: 'uren'; uren: number }
  | { wat: 'contactpersoon'; naam: string; email: string; telefoonnummer: string };

interface Instelling {
  nummer: string;
  bow: boolean;
  tst: boolean;
}

export interface Geval {
  situatie?: Situatie;
  verzoek: Verzoek;
}

/** One rule: a call that both accept, and one that both refuse for this rule alone. */
export interface Rij {
  code: DuoRegelCode;
  mag: Geval;
  magNiet: Geval;
}

/** The plicht begins on Monday 4 May 2026 in every case. */
export const PLICHT_BEGIN = '2026-05-04';

const PIP = { dagtekening: '2026-05-11', leerroute: 'B' } as const;
const PIP_ELDERS = { ...PIP, vanAnderen: true } as const;
const TERMIJN = { startOp: '2026-05-12', eindeOp: '2029-05-11' };

const pip = (anders: Partial<Extract<Verzoek, { wat: 'pip' }>> = {}): Verzoek => ({
  wat: 'pip',
  ...PIP,
  ...anders,
});

// As the list of schools of the simulator says.
const TAALSCHAKEL: Instelling = { nummer: '0000000002', bow: false, tst: true };
// Not on that list.
const ONBEKEND: Instelling = { nummer: '0000000099', bow: false, tst: false };
const CURSUS: Instelling = { nummer: '0000000001', bow: true, tst: false };
const BEIDE: Instelling = { nummer: '0000000003', bow: true, tst: true };

const aanbod = (anders: Partial<Extract<Verzoek, { wat: 'aanbod' }>> = {}): Verzoek => ({
  wat: 'aanbod',
  instelling: BEIDE,
  aanbodOp: '2026-05-20',
  startOp: '2026-06-01',
  eindeOp: '2027-06-01',
  ...anders,
});

const PIP_RIJEN: Rij[] = [
  {
    code: 'PIP_VOOR_BEGIN_PLICHT',
    mag: { verzoek: pip({ dagtekening: PLICHT_BEGIN }), situatie: { gevestigdOp: '2026-01-01' } },
    magNiet: {
      verzoek: pip({ dagtekening: '2026-05-03' }),
      situatie: { gevestigdOp: '2026-01-01' },
    },
  },
  {
    code: 'PIP_VOOR_VESTIGING',
    mag: { verzoek: pip(), situatie: { gevestigdOp: '2026-05-11' } },
    magNiet: { verzoek: pip(), situatie: { gevestigdOp: '2026-05-12' } },
  },
  {
    code: 'PIP_VOOR_EERDER_PIP',
    mag: { verzoek: pip(), situatie: { pips: [PIP] } },
    magNiet: { verzoek: pip({ dagtekening: '2026-05-10' }), situatie: { pips: [PIP] } },
  },
  {
    code: 'PIP_A2_BIJ_ONDERWIJSROUTE',
    mag: { verzoek: pip({ leerroute: 'O', niveau: 'B1' }) },
    magNiet: { verzoek: pip({ leerroute: 'O', niveau: 'A2' }) },
  },
  {
    code: 'PIP_B1_BIJ_ZROUTE',
    mag: { verzoek: pip({ leerroute: 'Z', niveau: 'A2' }) },
    magNiet: { verzoek: pip({ leerroute: 'Z', niveau: 'B1' }) },
  },
  {
    code: 'PIP_A2_IN_EERSTE_PIP',
    mag: { verzoek: pip({ niveau: 'A2' }), situatie: { pips: [PIP] } },
    magNiet: { verzoek: pip({ niveau: 'A2' }) },
  },
  {
    // Whose the earlier PIP is does not matter.
    code: 'PIP_A2_IN_EERSTE_PIP',
    mag: { verzoek: pip({ niveau: 'A2' }), situatie: { pips: [PIP_ELDERS] } },
    magNiet: { verzoek: pip({ niveau: 'A2' }) },
  },
  {
    code: 'PIP_VOOR_EERDER_PIP',
    mag: { verzoek: pip(), situatie: { pips: [PIP_ELDERS] } },
    magNiet: { verzoek: pip({ dagtekening: '2026-05-10' }), situatie: { pips: [PIP_ELDERS] } },
  },
  {
    code: 'PIP_INTENSITEIT_BUITEN_B1',
    mag: { verzoek: pip({ intensiteitUren: 600 }) },
    magNiet: { verzoek: pip({ leerroute: 'O', intensiteitUren: 600 }) },
  },
  {
    code: 'PIP_INTENSITEIT_ZONDER_ASIEL',
    mag: { verzoek: pip({ intensiteitUren: 600 }) },
    magNiet: { verzoek: pip({ intensiteitUren: 600 }), situatie: { asiel: false } },
  },
  {
    code: 'PIP_INTREKKEN_NA_TERMIJNSTART',
    mag: { verzoek: { wat: 'pip-intrekken' }, situatie: { pips: [PIP] } },
    magNiet: { verzoek: { wat: 'pip-intrekken' }, situatie: { pips: [PIP], termijn: TERMIJN } },
  },
  {
    code: 'PIP_INTREKKEN_MET_UREN',
    mag: { verzoek: { wat: 'pip-intrekken' }, situatie: { pips: [PIP], cursusuren: 0 } },
    magNiet: { verzoek: { wat: 'pip-intrekken' }, situatie: { pips: [PIP], cursusuren: 3 } },
  },
];

const metPip = { pips: [PIP] };
const metTermijn = { pips: [PIP], termijn: TERMIJN };

const AANBOD_RIJEN: Rij[] = [
  {
    code: 'AANBOD_ALLEEN_ASIEL',
    mag: { verzoek: aanbod(), situatie: metPip },
    magNiet: { verzoek: aanbod(), situatie: { ...metPip, asiel: false } },
  },
  {
    code: 'AANBOD_ZONDER_PIP',
    mag: { verzoek: aanbod(), situatie: metPip },
    magNiet: { verzoek: aanbod() },
  },
  {
    code: 'AANBOD_INSTELLING_NIET_ERKEND',
    mag: { verzoek: aanbod({ instelling: CURSUS }), situatie: metPip },
    magNiet: {
      verzoek: aanbod({ instelling: CURSUS }),
      situatie: { pips: [{ ...PIP, leerroute: 'O' }] },
    },
  },
  {
    code: 'AANBOD_INSTELLING_NIET_ERKEND',
    mag: {
      verzoek: aanbod({ instelling: TAALSCHAKEL }),
      situatie: { pips: [{ ...PIP, leerroute: 'O' }] },
    },
    magNiet: { verzoek: aanbod({ instelling: ONBEKEND }), situatie: metPip },
  },
  {
    code: 'AANBOD_VOOR_PIP',
    mag: { verzoek: aanbod({ aanbodOp: '2026-05-11' }), situatie: metPip },
    magNiet: { verzoek: aanbod({ aanbodOp: '2026-05-10' }), situatie: metPip },
  },
  {
    code: 'AANBOD_START_VOOR_AANBOD',
    mag: { verzoek: aanbod({ startOp: '2026-05-20' }), situatie: metPip },
    magNiet: { verzoek: aanbod({ startOp: '2026-05-19' }), situatie: metPip },
  },
  {
    code: 'AANBOD_EINDE_VOOR_START',
    mag: { verzoek: aanbod({ eindeOp: '2026-06-01' }), situatie: metPip },
    magNiet: { verzoek: aanbod({ eindeOp: '2026-05-31' }), situatie: metPip },
  },
  {
    code: 'AANBOD_START_BUITEN_TERMIJN',
    mag: {
      verzoek: aanbod({ aanbodOp: '2026-05-11', startOp: '2026-05-12' }),
      situatie: metTermijn,
    },
    magNiet: {
      verzoek: aanbod({ aanbodOp: '2026-05-11', startOp: '2026-05-11' }),
      situatie: metTermijn,
    },
  },
  {
    code: 'AANBOD_EINDE_BUITEN_TERMIJN',
    mag: { verzoek: aanbod({ eindeOp: '2029-05-11' }), situatie: metTermijn },
    magNiet: { verzoek: aanbod({ eindeOp: '2029-05-12' }), situatie: metTermijn },
  },
];

const resultaatRijen = (wat: DuoResultaat): Rij[] => {
  const meld = (op: string | null, verwijtbaar?: 'Ja' | 'Nee'): Verzoek => ({
    wat,
    op,
    ...(verwijtbaar ? { verwijtbaar } : {}),
  });
  const zomer = { ...metTermijn, vandaag: '2026-07-01' };
  const voorbij = { ...metTermijn, vandaag: '2029-06-01' };
  const optijd = meld('2026-06-01');
  return [
    {
      code: `${wat}_VAN_ANDERE_GEMEENTE`,
      mag: { verzoek: optijd, situatie: zomer },
      magNiet: { verzoek: optijd, situatie: { ...zomer, vanAnderen: wat } },
    },
    {
      code: `${wat}_ZONDER_PIP`,
      mag: { verzoek: optijd, situatie: zomer },
      magNiet: { verzoek: optijd, situatie: { ...zomer, pips: [] } },
    },
    {
      code: `${wat}_ZONDER_PIP`,
      mag: { verzoek: optijd, situatie: { ...zomer, pips: [PIP_ELDERS, PIP] } },
      magNiet: { verzoek: optijd, situatie: { ...zomer, pips: [PIP, PIP_ELDERS] } },
    },
    {
      code: `${wat}_PLICHT_VOLDAAN_ZROUTE`,
      mag: {
        verzoek: optijd,
        situatie: { ...zomer, pips: [{ ...PIP, leerroute: 'Z' }], voldaan: false },
      },
      magNiet: {
        verzoek: optijd,
        situatie: { ...zomer, pips: [{ ...PIP, leerroute: 'Z' }], voldaan: true },
      },
    },
    {
      code: `${wat}_VOOR_TERMIJN`,
      mag: { verzoek: meld('2026-05-12'), situatie: zomer },
      magNiet: { verzoek: meld('2026-05-11'), situatie: zomer },
    },
    {
      code: `${wat}_NA_ZROUTE`,
      mag: {
        verzoek: meld('2026-06-10'),
        situatie: { ...zomer, zrouteAfgerondOp: '2026-06-10' },
      },
      magNiet: {
        verzoek: meld('2026-06-11'),
        situatie: { ...zomer, zrouteAfgerondOp: '2026-06-10' },
      },
    },
    {
      code: `${wat}_IN_TOEKOMST`,
      mag: { verzoek: meld('2026-07-01'), situatie: zomer },
      magNiet: { verzoek: meld('2026-07-02'), situatie: zomer },
    },
    {
      code: `${wat}_INTREKKEN_NA_ZROUTE`,
      mag: { verzoek: meld(null), situatie: zomer },
      magNiet: { verzoek: meld(null), situatie: { ...zomer, zrouteAfgerondOp: '2026-06-10' } },
    },
    {
      code: `${wat}_VERWIJTBAAR_ONTBREEKT`,
      mag: { verzoek: meld('2029-05-11'), situatie: voorbij },
      magNiet: { verzoek: meld('2029-05-12'), situatie: voorbij },
    },
    {
      code: `${wat}_VERWIJTBAAR_BINNEN_TERMIJN`,
      mag: { verzoek: meld('2029-05-12', 'Nee'), situatie: voorbij },
      magNiet: { verzoek: meld('2029-05-11', 'Nee'), situatie: voorbij },
    },
    {
      code: `${wat}_NEE_TE_VROEG`,
      mag: { verzoek: meld(null, 'Nee'), situatie: { ...metTermijn, vandaag: '2029-03-12' } },
      magNiet: { verzoek: meld(null, 'Nee'), situatie: { ...metTermijn, vandaag: '2029-03-11' } },
    },
    {
      code: `${wat}_JA_BINNEN_TERMIJN`,
      mag: { verzoek: meld(null, 'Ja'), situatie: { ...metTermijn, vandaag: '2029-05-12' } },
      magNiet: { verzoek: meld(null, 'Ja'), situatie: { ...metTermijn, vandaag: '2029-05-11' } },
    },
  ];
};

const contact = (anders: Partial<Extract<Verzoek, { wat: 'contactpersoon' }>> = {}): Verzoek => ({
  wat: 'contactpersoon',
  naam: 'Testpersoon Regie',
  email: 'regie@gemeente.example',
  telefoonnummer: '030-1234567',
  ...anders,
});

const VORM_RIJEN: Rij[] = [
  {
    code: 'UREN_BUITEN_BEREIK',
    mag: { verzoek: { wat: 'uren', uren: 9_999 } },
    magNiet: { verzoek: { wat: 'uren', uren: 10_000 } },
  },
  {
    code: 'CONTACTPERSOON_NAAM',
    mag: { verzoek: contact({ naam: 'Zoë van ‘t Veld-Één' }) },
    magNiet: { verzoek: contact({ naam: 'Regisseur 7' }) },
  },
  {
    code: 'CONTACTPERSOON_EMAIL',
    mag: { verzoek: contact({ email: 'a@b.nl' }) },
    magNiet: { verzoek: contact({ email: 'a@b nl' }) },
  },
  {
    code: 'CONTACTPERSOON_TELEFOON',
    mag: { verzoek: contact({ telefoonnummer: '+31 30 1234567' }) },
    magNiet: { verzoek: contact({ telefoonnummer: '030/1234567' }) },
  },
];

export const RIJEN: readonly Rij[] = [
  ...PIP_RIJEN,
  ...AANBOD_RIJEN,
  ...resultaatRijen('MAP'),
  ...resultaatRijen('PVT'),
  ...VORM_RIJEN,
];
