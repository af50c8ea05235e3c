// Stories about the terms themselves, for the recorded journals: what a regievoerder records about a running term.
import { naarDatum } from '#domain/datum/datum.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { verhaalAsiel, verhaalGezin, type Stap } from './verhalen.js';

const d = naarDatum;
const stap = (op: string, opdracht: Opdracht): Stap => ({ op: d(op), opdracht });

const tot = (stappen: readonly Stap[], soort: Opdracht['soort']): readonly Stap[] =>
  stappen.slice(
    0,
    stappen.findIndex(({ opdracht }) => opdracht.soort === soort),
  );

const VRAAG = {
  soort: 'vraagAanvulling',
  termijn: 'AANVRAAG_BESLISSEN:5',
  uitnodigingOp: d('2026-10-12'),
  hersteltermijnTot: d('2026-10-26'),
  grond: 'Een kopie van het diploma ontbreekt.',
} as const;
const INFORMATIE = {
  soort: 'wachtOpInformatie',
  derde: 'DUO',
  gevraagd: 'De uitslag van de leerbaarheidstoets.',
  gevraagdOp: d('2026-10-20'),
} as const;

/** An aanvraag suspended, corrected, suspended without end and withdrawn; the ten weeks wait for a third party. */
export function verhaalOpschorting(trajectId: string): readonly Stap[] {
  return [
    ...tot(verhaalGezin(trajectId), 'nodigUitVoorIntake'),
    stap('2026-10-05', {
      soort: 'legAanvraagVast',
      onderwerp: 'Een andere lesplaats.',
      ontvangenOp: d('2026-10-05'),
    }),
    // The ten weeks know no suspension: refused with the article.
    stap('2026-10-12', {
      soort: 'schortTermijnOp',
      termijn: 'PIP_VASTSTELLEN',
      van: d('2026-10-12'),
      grond: 'Ziekte.',
    }),
    stap('2026-10-12', VRAAG),
    // The answer came later than the granted period: it counts no further than that.
    stap('2026-11-02', {
      ...VRAAG,
      compleetOp: d('2026-11-02'),
      vervangt: '7-opschorting',
      reden: 'Het dossier is compleet.',
    }),
    stap('2026-11-03', {
      soort: 'schortTermijnOp',
      termijn: 'AANVRAAG_BESLISSEN:5',
      van: d('2026-11-03'),
      grond: 'Overmacht.',
    }),
    stap('2026-11-10', {
      soort: 'trekOpschortingIn',
      opschorting: '12-opschorting',
      reden: 'Per abuis vastgelegd.',
    }),
    stap('2026-11-16', INFORMATIE),
    stap('2026-11-19', {
      ...INFORMATIE,
      ontvangenOp: d('2026-11-19'),
      vervangt: '17-opschorting',
      reden: 'De uitslag is er.',
    }),
    stap('2026-12-11', {
      soort: 'legBesluitOpAanvraagVast',
      termijn: 'AANVRAAG_BESLISSEN:5',
      besluitOp: d('2026-12-11'),
      uitkomst: 'toegewezen',
    }),
  ];
}

const duo = (op: string, eindeOp: string): Stap =>
  stap(op, {
    soort: 'verwerkTermijn',
    gevraagdTijdstip: `${op}T08:00:00.000Z`,
    termijn: { startOp: d('2026-11-11'), eindeOp: d(eindeOp) },
  });

/** Verlengingen that were granted, corrected, expected and withdrawn, before DUO stated its own last day. */
export function verhaalVerlenging(trajectId: string): readonly Stap[] {
  return [
    ...tot(verhaalGezin(trajectId), 'verwerkTermijn'),
    stap('2027-03-01', {
      soort: 'legVerlengingVast',
      grond: 'c',
      oordeel: 'toegekend',
      besluitOp: d('2027-02-22'),
    }),
    stap('2027-03-02', {
      soort: 'legVerlengingVast',
      grond: 'a',
      oordeel: 'toegekend',
      besluitOp: d('2027-03-01'),
    }),
    stap('2027-03-08', {
      soort: 'legVerlengingVast',
      grond: 'a',
      oordeel: 'toegekend',
      besluitOp: d('2027-03-01'),
      van: d('2026-11-20'),
      tot: d('2027-02-28'),
    }),
    stap('2027-03-09', {
      soort: 'trekVerlengingIn',
      verlenging: '25-verlenging',
      reden: 'DUO trok het besluit in.',
    }),
    stap('2027-03-10', { soort: 'legVerlengingVast', grond: 'b', oordeel: 'verwacht' }),
    stap('2027-03-11', {
      soort: 'legVerlengingVast',
      grond: 'f',
      oordeel: 'verwacht',
      duurMaanden: 4,
      vervangt: '29-verlenging',
      reden: 'Andere grond.',
    }),
    // DUO does not know the verlenging yet: its day wins.
    duo('2027-03-15', '2029-11-10'),
    duo('2027-04-15', '2030-03-02'),
  ];
}

/** The day of registration corrected, which moves the ten weeks, and corrected back. */
export function verhaalHerstel(trajectId: string): readonly Stap[] {
  const brp = (op: string, ingeschrevenOp: string): Stap =>
    stap(op, {
      soort: 'corrigeerFeit',
      feit: 'brpInschrijving',
      reden: 'De BRP noemt een andere dag.',
      opdracht: { soort: 'legBrpInschrijvingVast', ingeschrevenOp: d(ingeschrevenOp) },
    });
  return [
    ...tot(verhaalAsiel(trajectId), 'legIntakeVast'),
    brp('2026-10-20', '2026-09-10'),
    brp('2026-10-21', '2026-09-14'),
  ];
}
