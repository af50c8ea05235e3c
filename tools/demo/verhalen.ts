import { ASIEL, bijDuo, GEMIST, GEZIN } from './personen.js';
import type { Personages, Reisgenoot } from './reisgenoot.js';
import { diplomaTotSluiten, inburgeren, intakeTotPip, voortgangsgesprek } from './stappen.js';

/** From COA's profile to the diploma: the ten weeks start with the registration in the BRP. */
export async function verhaalAsiel(spel: Personages): Promise<Reisgenoot> {
  const reis = await bijDuo(spel, ASIEL, {
    klok: '2026-06-15T07:00:00Z',
    doelgroep: 'Asielstatushouder',
    begindatum: '2026-06-01',
    datumKennisgeving: '2026-06-20',
    coaLocatie: true,
  });
  const { bsn, vNummer, naam, geboortedatum } = ASIEL;
  const { trajectId } = await spel.beheerder.doe<{ trajectId: string }>('/coa-overdrachten', {
    schemaVersie: 1,
    proef: true,
    proefVanafOp: '2026-06-15',
    koppelingOp: '2026-06-15',
    vergunningOp: '2026-06-01',
    persoon: { bsn, vNummer, naam, geboortedatum },
    gegevens: { taal: 'Tigrinya', opleiding: { niveau: 'Middelbaar', jaren: 11 } },
    medisch: { bijzonderheden: 'Slechtziend aan het linkeroog', woonbeperkingen: 'Geen trappen' },
    herkomst: { bron: 'TVS klantprofiel', geraadpleegdOp: '2026-06-15' },
  });
  await reis.volg(trajectId);
  await reis.naar('2026-06-16');
  await reis.rondAf('scenario-kiezen', { soort: 'kiesScenario', scenario: 'na-verhuizing' });
  await reis.duo('/gebeurtenissen', { gebeurtenisId: 'SS101', tijdstip: '2026-06-22T09:00:00Z' });
  await reis.naar('2026-07-01');
  await reis.rondAf('driegesprek-voeren', {
    soort: 'rondDriegesprekAf',
    vorm: 'telefonisch',
    gevoerdOp: '2026-07-01',
  });
  await reis.naar('2026-08-20');
  await reis.rondAf('woning-vastleggen', { soort: 'legWoningVast', beschikbaarOp: '2026-09-07' });
  await reis.naar('2026-09-07');
  await reis.rondAf('verhuizing-vastleggen', {
    soort: 'legVerhuizingVast',
    verhuisdOp: '2026-09-07',
  });
  await reis.naar('2026-09-14');
  await reis.rondAf('brp-inschrijving-vastleggen', {
    soort: 'legBrpInschrijvingVast',
    ingeschrevenOp: '2026-09-14',
  });
  await reis.rondAf('begeleiding-starten', {
    soort: 'startBegeleiding',
    gestartOp: '2026-09-14',
    uitvoerder: 'Team vestiging',
  });
  await reis.rondAf('bijstand-vastleggen', {
    soort: 'legBijstandVast',
    toegekend: true,
    op: '2026-09-14',
  });
  await reis.duo('/gebeurtenissen', { gebeurtenisId: 'SS139', tijdstip: '2026-09-15T09:00:00Z' });
  await reis.naar('2026-09-17');
  await reis.rondAf('ontzorgen-inrichten', {
    soort: 'richtOntzorgenIn',
    ingerichtOp: '2026-09-17',
    betalingen: ['huur', 'gas', 'water', 'stroom', 'zorgverzekering'],
  });
  await reis.rondAf('regelingen-afronden', {
    soort: 'rondRegelingenAf',
    afgerondOp: '2026-09-17',
    geregeld: ['zorgtoeslag', 'bankrekening'],
  });
  await intakeTotPip(reis, {
    oproep: '2026-09-18',
    intake: '2026-10-05',
    toets: '2026-10-12',
    keuze: '2026-10-20',
    dagtekening: '2026-11-16',
    bevestigd: '2026-11-19',
    intensiteitUren: 900,
  });
  await reis.naar('2026-12-07');
  await reis.rondAf('aanbod-doen', {
    soort: 'doeAanbod',
    instellingsnummer: '0000000001',
    aanbodOp: '2026-12-07',
    startOp: '2027-01-11',
    eindeOp: '2028-06-30',
  });
  await reis.totBezorgd();
  await reis.naar('2027-03-12');
  await reis.rondAf('ontzorgen-afronden', {
    soort: 'rondOntzorgenAf',
    afgerondOp: '2027-03-12',
    conclusie: 'Betaalt de vaste lasten zelf.',
  });
  await voortgangsgesprek(reis, '2027-05-10');
  await inburgeren(reis, { pvt: '2027-06-01', uren: '2027-07-01', map: '2027-09-15' });
  await voortgangsgesprek(reis, '2027-11-08');
  await diplomaTotSluiten(reis, {
    examens: '2028-03-10',
    diploma: '2028-03-31',
    sluiten: '2028-04-11',
  });
  return reis;
}

/** Opened by DUO's message; the ten weeks end on Hemelvaart and the equated day after it. */
export async function verhaalGezin(spel: Personages): Promise<Reisgenoot> {
  const reis = await bijDuo(spel, GEZIN, {
    klok: '2026-03-05T08:00:00Z',
    doelgroep: 'Gezinsmigrant en overige migrant',
    begindatum: '2026-02-16',
    datumKennisgeving: '2026-03-05',
  });
  await reis.duo('/gebeurtenissen', { gebeurtenisId: 'SS139' });
  await reis.wachtOpTraject(GEZIN.bsn);
  await reis.totInJournaal('plichtGeregistreerd');
  await intakeTotPip(reis, {
    oproep: '2026-03-09',
    intake: '2026-03-23',
    toets: '2026-03-30',
    keuze: '2026-04-13',
    dagtekening: '2026-05-11',
    bevestigd: '2026-05-14',
  });
  await voortgangsgesprek(reis, '2026-11-02');
  await inburgeren(reis, { pvt: '2026-12-01', uren: '2027-02-01', map: '2027-04-15' });
  await voortgangsgesprek(reis, '2027-04-29');
  await diplomaTotSluiten(reis, {
    examens: '2027-09-10',
    diploma: '2027-09-30',
    sluiten: '2027-10-05',
  });
  return reis;
}

/** The PIP is not decided in time: reminders, the missed day, the coördinator; then it comes after all. */
export async function verhaalGemist(spel: Personages): Promise<Reisgenoot> {
  const reis = await bijDuo(spel, GEMIST, {
    klok: '2026-03-14T08:00:00Z',
    doelgroep: 'Gezinsmigrant en overige migrant',
    begindatum: '2026-03-01',
    datumKennisgeving: '2026-03-14',
  });
  await reis.duo('/gebeurtenissen', { gebeurtenisId: 'SS139' });
  await reis.wachtOpTraject(GEMIST.bsn);
  await reis.totInJournaal('plichtGeregistreerd');
  await reis.naar('2026-03-20');
  await reis.rondAf('intake-uitnodigen', {
    soort: 'nodigUitVoorIntake',
    opgeroepenOp: '2026-03-20',
    afspraakOp: '2026-04-07',
  });
  await reis.naar('2026-05-27');
  await reis.rondAf('escalatie-behandelen', {
    soort: 'handelEscalatieAf',
    termijn: 'PIP_VASTSTELLEN',
    maatregel: 'Een collega neemt de intake deze week over.',
  });
  return reis;
}
