import type { Verhaal } from '../controle.js';

/** Ten weeks that end on Pinkster and are missed. */
export const GEMIST_VERWACHT: Verhaal = {
  status: 'open',
  journaal: [
    '2026-03-14 trajectGeopend',
    '2026-03-14 doelgroepGeregistreerd',
    '2026-03-14 plichtGeregistreerd',
    '2026-03-14 termijnGestart PIP_VASTSTELLEN 2026-05-26',
    '2026-03-20 intakeUitgenodigd',
    '2026-04-28 termijnSignaal PIP_VASTSTELLEN herinnering-1 2026-05-26',
    '2026-05-12 termijnSignaal PIP_VASTSTELLEN herinnering-2 2026-05-26',
    '2026-05-19 termijnSignaal PIP_VASTSTELLEN herinnering-3 2026-05-26',
    '2026-05-27 termijnSignaal PIP_VASTSTELLEN verstreken 2026-05-26',
    '2026-05-27 termijnSignaal PIP_VASTSTELLEN escalatie 2026-05-26',
    '2026-05-27 escalatieAfgehandeld',
  ],
  taken: [
    '2026-03-14 intake-uitnodigen (regievoerder) afgerond 2026-03-20, uiterlijk 2026-05-26',
    '2026-03-14 lbt-aanmelden (regievoerder) open, uiterlijk 2026-05-26',
    '2026-03-20 intake-afnemen (regievoerder) open, uiterlijk 2026-05-26',
    '2026-05-27 escalatie-behandelen (coordinator) afgerond 2026-05-27, uiterlijk 2026-05-26',
  ],
  termijnen: [
    'PIP_VASTSTELLEN uiterlijk 2026-05-26, loopt, te laat',
    '  De dag van de kennisgeving telt: geen huisvesting op grond van artikel 28 Huisvestingswet 2014.',
    '  Uitgangspunt is zaterdag 14 maart 2026: de kennisgeving van DUO, of de inschrijving in de huisvestingsgemeente.',
    '  10 weken na zaterdag 14 maart 2026 is zaterdag 23 mei 2026.',
    '  Zaterdag 23 mei 2026 telt niet als laatste dag (zaterdag).',
    '  Zondag 24 mei 2026 telt niet als laatste dag (Eerste Pinksterdag).',
    '  Maandag 25 mei 2026 telt niet als laatste dag (Tweede Pinksterdag).',
    '  De termijn loopt door tot en met dinsdag 26 mei 2026.',
  ],
  berichten: [],
};
