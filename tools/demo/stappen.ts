import type { Reisgenoot } from './reisgenoot.js';

/** Brede intake, leerbaarheidstoets, leerroute, PIP and DUO's confirmation. */
export async function intakeTotPip(
  reis: Reisgenoot,
  op: {
    readonly oproep: string;
    readonly intake: string;
    readonly toets: string;
    readonly keuze: string;
    readonly dagtekening: string;
    readonly bevestigd: string;
    readonly intensiteitUren?: number;
  },
): Promise<void> {
  await reis.naar(op.oproep);
  await reis.rondAf('intake-uitnodigen', {
    soort: 'nodigUitVoorIntake',
    opgeroepenOp: op.oproep,
    afspraakOp: op.intake,
  });
  await reis.rondAf('lbt-aanmelden', { soort: 'meldAanVoorLbt', aangemeldOp: op.oproep });
  await reis.duo('/lbt', {
    resultaat: 'B1-route haalbaar',
    resultaatTijdstip: `${op.toets}T10:00:00Z`,
  });
  await reis.naar(op.intake);
  await reis.rondAf('intake-afnemen', {
    soort: 'legIntakeVast',
    afgenomenOp: op.intake,
    gewezenOpGesprekAlleen: true,
    taalniveau: 'A1',
  });
  await reis.naar(op.keuze);
  await reis.totInJournaal('lbtResultaatOntvangen');
  await reis.rondAf('leerroute-kiezen', {
    soort: 'kiesLeerroute',
    gekozenOp: op.keuze,
    leerroute: 'B',
    niveau: 'B1',
    motivering: 'Intake en leerbaarheidstoets wijzen op de B1-route.',
    ...(op.intensiteitUren === undefined ? {} : { intensiteitUren: op.intensiteitUren }),
  });
  await reis.rondAf('pip-opstellen', {
    soort: 'stelPipOp',
    opgesteldOp: op.keuze,
    ondersteuning: 'Een taalmaatje en een vaste contactpersoon.',
    pvtIntensiteit: '12 uur in vier bijeenkomsten',
    mapIntensiteit: '40 uur praktijk',
    alfabetisering: 'NVT',
  });
  await reis.naar(op.dagtekening);
  await reis.rondAf('pip-vaststellen', { soort: 'stelPipVast', dagtekening: op.dagtekening });
  await reis.totBezorgd();
  await reis.naar(op.bevestigd);
  await reis.totDuoMeldt('SS102', 'termijnDoorDuoVastgesteld');
}

/** PVT, MAP and hours in the course of the leerroute. */
export async function inburgeren(
  reis: Reisgenoot,
  op: { readonly pvt: string; readonly uren: string; readonly map: string },
): Promise<void> {
  await reis.naar(op.pvt);
  for (const [uren, vorm] of [
    [10.5, 'les'],
    [2, 'excursie'],
  ] as const) {
    await reis.geefOpdracht({ soort: 'registreerPvt', op: op.pvt, uren, vorm });
  }
  await reis.rondAf('pvt-afronden', { soort: 'rondPvtAf', ondertekendOp: op.pvt });
  await reis.totBezorgd();
  await reis.naar(op.uren);
  await reis.geefOpdracht({
    soort: 'registreerCursusuren',
    totEnMet: op.uren,
    urenNt2: 320,
    urenKnm: 24,
  });
  await reis.totBezorgd();
  await reis.naar(op.map);
  await reis.geefOpdracht({ soort: 'registreerMap', op: op.map, uren: 42 });
  await reis.rondAf('map-afronden', { soort: 'rondMapAf', eindgesprekOp: op.map });
  await reis.totBezorgd();
}

export async function voortgangsgesprek(reis: Reisgenoot, op: string): Promise<void> {
  await reis.naar(op);
  await reis.rondAf('voortgangsgesprek-voeren', {
    soort: 'legVoortgangsgesprekVast',
    gevoerdOp: op,
    voortgang: 'voldoende',
  });
}

/** Exams, DUO's diploma, the last talk, and the closing of the file. */
export async function diplomaTotSluiten(
  reis: Reisgenoot,
  op: { readonly examens: string; readonly diploma: string; readonly sluiten: string },
): Promise<void> {
  await reis.naar(op.examens);
  // One question to DUO answers every result that is there, so each is awaited before the next is given.
  for (const [i, onderdeel] of ['LE', 'LU', 'SC', 'SP', 'KNM'].entries()) {
    const niveau = onderdeel === 'KNM' ? {} : { niveau: 'B1' };
    await reis.duo('/examenresultaten', { onderdeel, ...niveau, resultaat: 'Geslaagd' });
    await reis.totInJournaal('examenresultatenOntvangen', i + 1);
  }
  await reis.naar(op.diploma);
  await reis.duo('/diploma', {});
  await reis.totDuoMeldt('SS106', 'plichtGeeindigd');
  await reis.naar(op.sluiten);
  // Later than told, when DUO's word had to be found.
  const { vandaag } = await reis.detail();
  await reis.rondAf('eindgesprek-voeren', { soort: 'voerEindgesprek', gevoerdOp: vandaag });
  await reis.rondAf('traject-afsluiten', {
    soort: 'sluitTraject',
    geslotenOp: vandaag,
    dossierGecontroleerd: true,
  });
}
