import { setTimeout as rust } from 'node:timers/promises';
import { inDelen } from './delen.js';
import type { Meter, MeterOpties } from './meter.js';
import { nieuwVNummer } from './personen.js';
import { perStuk, processortijd } from './proces.js';
import { percentiel, type Reeksen, type ReeksOpties } from './reeksen.js';
import { Systeem, wachtTot } from './systeem.js';

const GEBRUIKERS = [1, 10, 50] as const;
const DOEL_BIJ = 10;

const OPEN = "SELECT count(*) FROM traject WHERE status = 'open'";

async function viaCoa(systeem: Systeem, reeksen: Reeksen, gebruikers: number, opties: MeterOpties) {
  const { vlug, meld, keren } = opties;
  const ms = vlug ? 5_000 : gebruikers === DOEL_BIJ ? 60_000 : 20_000;
  const naam = `coa-overdrachten, ${gebruikers} gebruiker${gebruikers === 1 ? '' : 's'}`;
  meld(naam);
  const eerst = processortijd(systeem.omgeving);
  const uitslag = await systeem.last.geef({ soort: 'start', gebruikers, ms });
  const alsDoel = (doel: ReeksOpties): ReeksOpties => (gebruikers === DOEL_BIJ ? doel : {});
  for (const stuk of inDelen(uitslag, keren)) {
    reeksen.zet(
      `${naam}: aangenomen, en de eerste taak gelezen`,
      'per s',
      stuk.aantal / stuk.seconden,
      alsDoel({ doel: { minstens: 150 } }),
    );
    for (const [naamDeel, deel, doel] of [
      ['p50', 0.5, alsDoel({ doel: { hoogstens: 40 } })],
      ['p95', 0.95, {}],
      ['p99', 0.99, {}],
    ] as const) {
      reeksen.zet(
        `${naam}: tot de eerste taak in de lijst staat, ${naamDeel}`,
        'ms',
        percentiel(stuk.ms, deel),
        doel,
      );
    }
  }
  reeksen.zet(`${naam}: eerste taak niet in de lijst`, 'keer', uitslag.gemist, {
    doel: { hoogstens: 0 },
    elke: true,
  });
  const { achter, perSeconde: ingehaald } = await systeem.loopLeeg(meld);
  reeksen.zet(`${naam}: workflows die achterlopen als de belasting ophoudt`, 'trajecten', achter);
  reeksen.zet(
    `${naam}: workflows die daarna volgen`,
    'per s',
    ingehaald,
    alsDoel({ doel: { minstens: 35 } }),
  );
  if (gebruikers !== DOEL_BIJ) return;
  for (const [deel, tijd] of perStuk(systeem.omgeving, eerst, uitslag.aantal)) {
    reeksen.zet(`${naam}: processortijd van ${deel}, per traject met zijn workflow`, 'ms', tijd);
  }
}

async function viaDuo(systeem: Systeem, reeksen: Reeksen, gebruikers: number, opties: MeterOpties) {
  const aantal = opties.vlug ? 300 : 1_000;
  const naam = `notificaties (SS101), ${gebruikers} verbinding${gebruikers === 1 ? '' : 'en'}`;
  opties.meld(naam);
  const eerst = await systeem.telling(OPEN);
  const begin = performance.now();
  const uitslag = await systeem.last.geef({
    soort: 'notificaties',
    gebruikers,
    gebeurtenisId: 'SS101',
    vNummers: Array.from({ length: aantal }, nieuwVNummer),
  });
  for (const stuk of inDelen(uitslag, opties.keren)) {
    reeksen.zet(`${naam}: aangenomen`, 'per s', stuk.aantal / stuk.seconden);
    reeksen.zet(`${naam}: antwoord, p50`, 'ms', percentiel(stuk.ms, 0.5));
    reeksen.zet(`${naam}: antwoord, p99`, 'ms', percentiel(stuk.ms, 0.99));
  }
  await wachtTot('trajecten geopend', async () => (await systeem.telling(OPEN)) >= eerst + aantal);
  reeksen.zet(
    `${naam}: trajecten geopend, vanaf de eerste melding`,
    'per s',
    (aantal * 1_000) / (performance.now() - begin),
  );
  await systeem.loopLeeg(opties.meld);
  reeksen.zet(
    `${naam}: workflows gevolgd en feiten opgehaald, vanaf de eerste melding`,
    'per s',
    (aantal * 1_000) / (performance.now() - begin),
  );
}

/** Said with the figures. */
export const START_UITLEG =
  'elke belasting loopt een keer (60 s bij 10 gebruikers, anders 20 s) en telt als vijf metingen achter elkaar.';

/** Journeys that start: by a hand-over of COA and by a notification of DUO. */
export const start: Meter = (reeksen, opties) =>
  Systeem.met(opties.meld, async (systeem) => {
    await systeem.last.geef({ soort: 'start', gebruikers: 4, ms: opties.vlug ? 2_000 : 5_000 });
    await systeem.loopLeeg(opties.meld);
    for (const gebruikers of GEBRUIKERS) {
      await viaCoa(systeem, reeksen, gebruikers, opties);
      await rust(500);
    }
    for (const gebruikers of opties.vlug ? [DOEL_BIJ] : GEBRUIKERS) {
      await viaDuo(systeem, reeksen, gebruikers, opties);
    }
  });
