// Real: time-skipping Temporal server, worker, the bundle, codec, activities, core. Fake: the door lies in
// memory and DUO takes every message. E9: what was reached can be withdrawn. After every single reading the
// driver is compared with one that starts at that moment from nothing.
import { naarDatum, plusDagen, type IsoDatum } from '#domain/datum/datum.js';
import { MIJLPALEN, type Mijlpaal } from '#domain/traject/mijlpalen.js';
import { mijlpalenVan } from '#domain/traject/overzicht.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import type { IntrekbaarFeit } from '#domain/correctie/gebeurtenissen.js';
import { geplanteBundel } from '#test/support/bundel.js';
import { OPGENOMEN_TRAJECT, speelJournaal } from '#test/support/opnames.js';
import { Reisproef, type Reiskeuze } from '#test/support/reisproef.js';
import { maakTijdspringServer } from '#test/support/temporal.js';
import { verhaalAsiel, verhaalGezin, type Stap } from '#test/support/verhalen.js';

/** How a milestone is taken back, and reached again by a fact of another, earlier day. */
interface Correctie {
  readonly terug: (reis: Reisproef) => Opdracht;
  readonly anders: (opdracht: Opdracht) => Opdracht;
}

const vroeger = (dag: unknown): IsoDatum => plusDagen(naarDatum(String(dag)), -1);

/** The same opdracht with this date a day earlier. */
const dagEerder =
  (veld: string) =>
  (opdracht: Opdracht): Opdracht => {
    const oud = opdracht as unknown as Record<string, unknown>;
    return { ...oud, [veld]: vroeger(oud[veld]) } as unknown as Opdracht;
  };

const trekIn = (feit: IntrekbaarFeit, veld: string): Correctie => ({
  terug: () => ({ soort: 'trekFeitIn', feit, reden: 'Was op een verkeerde dag vastgelegd.' }),
  anders: dagEerder(veld),
});

/** The facts of DUO about the plicht as the journey knows them, with what is different. */
function plicht(reis: Reisproef, wat: { readonly zonderKennisgeving: boolean }): Opdracht {
  const { beginOp, kennisgevingOp } = reis.deur.toestand.plicht!;
  return {
    soort: 'verwerkPlicht',
    gevraagdTijdstip: '',
    feiten: {
      plichtig: true,
      beginOp,
      eindeOp: null,
      kennisgevingOp: wat.zonderKennisgeving ? null : kennisgevingOp,
      redenGeenPlicht: null,
    },
  };
}

function met<S extends Opdracht['soort']>(
  soort: S,
  wijzig: (opdracht: Extract<Opdracht, { readonly soort: S }>) => Opdracht,
): (opdracht: Opdracht) => Opdracht {
  return (opdracht) => {
    if (opdracht.soort !== soort) throw new Error(`Verwacht was ${soort}.`);
    return wijzig(opdracht as Extract<Opdracht, { readonly soort: S }>);
  };
}

const pip = trekIn('pip', 'dagtekening');

/** Every milestone; null: the first line of the journal, which nothing takes back. */
const CORRECTIES: Readonly<Record<Mijlpaal, Correctie | null>> = {
  trajectGeopend: null,
  driegesprekGevoerd: trekIn('driegesprek', 'gevoerdOp'),
  woningGevonden: trekIn('woning', 'beschikbaarOp'),
  ingeschrevenInBrp: trekIn('brpInschrijving', 'ingeschrevenOp'),
  kennisgevingOntvangen: {
    terug: (reis) => plicht(reis, { zonderKennisgeving: true }),
    anders: met('verwerkPlicht', (opdracht) => ({
      ...opdracht,
      feiten: { ...opdracht.feiten, kennisgevingOp: vroeger(opdracht.feiten.kennisgevingOp) },
    })),
  },
  intakeAfgerond: trekIn('intake', 'afgenomenOp'),
  lbtBekend: {
    terug: () => ({ soort: 'verwerkLbt', gevraagdTijdstip: '', resultaten: [] }),
    anders: met('verwerkLbt', (opdracht) => ({
      ...opdracht,
      resultaten: opdracht.resultaten.map((een) => ({ ...een, afnameOp: vroeger(een.afnameOp) })),
    })),
  },
  leerrouteGekozen: trekIn('leerroute', 'gekozenOp'),
  pipVastgesteld: pip,
  // What DUO received is taken back with the PIP itself.
  pipBezorgd: pip,
  termijnBevestigd: {
    terug: () => ({ soort: 'verwerkTermijn', gevraagdTijdstip: '', termijn: null }),
    anders: met('verwerkTermijn', (opdracht) => ({
      ...opdracht,
      termijn: {
        startOp: vroeger(opdracht.termijn?.startOp),
        eindeOp: vroeger(opdracht.termijn?.eindeOp),
      },
    })),
  },
  aanbodGedaan: trekIn('aanbod', 'aanbodOp'),
  begeleidingGestart: trekIn('begeleiding', 'gestartOp'),
  ontzorgenAfgerond: trekIn('ontzorgenAfgerond', 'afgerondOp'),
  pvtAfgerond: trekIn('pvtOndertekening', 'ondertekendOp'),
  mapAfgerond: trekIn('mapEindgesprek', 'eindgesprekOp'),
  examensBehaald: {
    terug: () => ({
      soort: 'verwerkExamens',
      gevraagdTijdstip: '',
      resultaten: [
        { onderdeel: 'LE', niveau: 'B1', examenOp: naarDatum('2028-03-01'), resultaat: 'Gezakt' },
      ],
    }),
    anders: met('verwerkExamens', (opdracht) => ({
      ...opdracht,
      resultaten: opdracht.resultaten.map((een) => ({ ...een, examenOp: vroeger(een.examenOp) })),
    })),
  },
  plichtGeeindigd: {
    terug: (reis) => plicht(reis, { zonderKennisgeving: false }),
    anders: met('verwerkPlicht', (opdracht) => ({
      ...opdracht,
      feiten: { ...opdracht.feiten, eindeOp: vroeger(opdracht.feiten.eindeOp) },
    })),
  },
  trajectGesloten: {
    terug: () => ({ soort: 'heropenTraject', reden: 'Er kwam nog een resultaat binnen.' }),
    anders: dagEerder('geslotenOp'),
  },
};

/** Stands with the PIP once DUO has started the inburgeringstermijn. */
const VAST_NA_TERMIJN: Readonly<Partial<Record<Mijlpaal, string>>> = {
  leerrouteGekozen: 'PIP_STAAT_VAST',
  pipVastgesteld: 'PIP_INTREKKEN_NA_TERMIJNSTART',
  pipBezorgd: 'PIP_INTREKKEN_NA_TERMIJNSTART',
};

const VERHALEN = [
  ['asielstatushouder', verhaalAsiel, '2026-06-15'],
  ['gezinsmigrant', verhaalGezin, '2026-09-07'],
] as const;

const bereikt = (reis: Reisproef): readonly Mijlpaal[] =>
  MIJLPALEN.filter((naam) => reis.deur.kijk().mijlpalen[naam] !== undefined);

/** What was seen after the readings of one journey. */
interface Gezien {
  lezingen: number;
  /** Milestones that were there at one reading, gone at a later one, and there again. */
  readonly terug: Set<Mijlpaal>;
}

/** Compares after every reading from now on with a driver that starts at that moment from nothing. */
function vergelijkNaElkeLezing(reis: Reisproef): Gezien {
  const gezien: Gezien = { lezingen: 0, terug: new Set() };
  const ooit = new Set<Mijlpaal>();
  const weg = new Set<Mijlpaal>();
  reis.naElkeLezing(async () => {
    const [stand, vers] = [await reis.stand(), await reis.verseStand()];
    expect(stand).toEqual(vers);
    expect(vers.onverteld).toBe(0);
    gezien.lezingen += 1;
    const nu = bereikt(reis);
    for (const naam of ooit) if (!nu.includes(naam)) weg.add(naam);
    for (const naam of nu) {
      ooit.add(naam);
      if (weg.has(naam)) gezien.terug.add(naam);
    }
  });
  return gezien;
}

/** In one run: the test server loses questions asked while a run goes over into the next. */
async function metReis(
  begin: string,
  doe: (reis: Reisproef) => Promise<void>,
  keuze: Reiskeuze = {},
): Promise<void> {
  const env = await maakTijdspringServer();
  await Reisproef.metReis(env, begin, doe, { historieGrens: 50_000, ...keuze });
}

function correctieVan(naam: Mijlpaal): Correctie | null {
  if (!(naam in CORRECTIES)) throw new Error(`Voor ${naam} staat er geen correctie in de tabel.`);
  return CORRECTIES[naam];
}

/** Plays a step; what it reached is taken back two days later, and reached again by a fact of an earlier day. */
async function metCorrecties(reis: Reisproef, stap: Stap): Promise<void> {
  const voor = reis.deur.journaal.groepen.length === 0 ? [] : bereikt(reis);
  await reis.stap(stap);
  const later = plusDagen(stap.op, 2);
  for (const naam of bereikt(reis).filter((een) => !voor.includes(een))) {
    const correctie = correctieVan(naam);
    if (correctie === null) continue;
    await reis.stap({ op: later, opdracht: correctie.terug(reis) });
    expect(bereikt(reis)).not.toContain(naam);
    await reis.stap({ op: later, opdracht: correctie.anders(stap.opdracht) });
    expect(bereikt(reis)).toContain(naam);
  }
}

describe.each(VERHALEN)(
  'elke mijlpaal van een %s die wordt ingetrokken en weer bereikt',
  (_wie, verhaal, begin) => {
    it('laat de drijver na elke lezing staan waar een verse drijver zou staan', async () => {
      await metReis(begin, async (reis) => {
        const gezien = vergelijkNaElkeLezing(reis);
        for (const stap of verhaal(reis.trajectId)) await metCorrecties(reis, stap);
        expect(await reis.handle.result()).toBe('gesloten');
        expect([...gezien.terug].sort()).toEqual(
          bereikt(reis)
            .filter((naam) => naam !== 'trajectGeopend')
            .sort(),
        );
        const spoor = [...reis.sporen.values()].flat();
        for (const stap of new Set(spoor.filter((naam) => naam.startsWith('bereikt:')))) {
          expect([...gezien.terug]).toContain(stap.slice('bereikt:'.length));
        }
        expect(gezien.lezingen).toBe(reis.deur.lezingen.length);
        expect(gezien.lezingen).toBeGreaterThan(60);
      });
    }, 60_000);

    it('vertelt ook laat in het traject het verhaal opnieuw, en weer verder', async () => {
      await metReis(begin, async (reis) => {
        const stappen = verhaal(reis.trajectId);
        const tot = stappen.findIndex(
          ({ opdracht }) => opdracht.soort === 'legVoortgangsgesprekVast',
        );
        const laat = stappen[tot]!.op;
        const door = new Map<Mijlpaal, Opdracht>();
        for (const stap of stappen.slice(0, tot)) {
          await reis.stap(stap);
          for (const naam of bereikt(reis)) {
            if (!door.has(naam)) door.set(naam, stap.opdracht);
          }
        }
        const gezien = vergelijkNaElkeLezing(reis);
        const lezingen = reis.deur.lezingen.length;
        for (const [naam, opdracht] of door) {
          const correctie = correctieVan(naam);
          if (correctie === null) continue;
          const terug = correctie.terug(reis);
          const vast = VAST_NA_TERMIJN[naam];
          if (vast !== undefined) {
            await expect(reis.geef(terug)).rejects.toThrow(vast);
            continue;
          }
          await reis.stap({ op: laat, opdracht: terug });
          expect(bereikt(reis)).not.toContain(naam);
          await reis.stap({ op: laat, opdracht });
          expect(bereikt(reis)).toContain(naam);
        }
        await reis.verhaal(stappen.slice(tot));
        expect(await reis.handle.result()).toBe('gesloten');
        expect(gezien.terug.size).toBe(door.size - 1 - Object.keys(VAST_NA_TERMIJN).length);
        expect(gezien.lezingen).toBe(reis.deur.lezingen.length - lezingen);
      });
    }, 60_000);
  },
);

describe('de proef op de vergelijking', () => {
  it('kent van elke mijlpaal een correctie, en samen bereiken de verhalen ze alle', () => {
    expect(Object.keys(CORRECTIES)).toEqual([...MIJLPALEN]);
    const alle = VERHALEN.map(([, verhaal]) =>
      mijlpalenVan(speelJournaal(verhaal(OPGENOMEN_TRAJECT)).toestand),
    );
    for (const naam of MIJLPALEN) expect(Object.assign({}, ...alle)).toHaveProperty(naam);
  });

  it('verraadt een drijver die zijn verhaal niet opnieuw vertelt', async () => {
    const bundel = await geplanteBundel('traject/reis.ts', (bron) =>
      bron.replace('if (this.verhaal !== null && !anders) return;', 'if (this.verhaal) return;'),
    );
    const gaat = metReis(
      '2026-09-07',
      async (reis) => {
        vergelijkNaElkeLezing(reis);
        for (const stap of verhaalGezin(reis.trajectId)) await metCorrecties(reis, stap);
      },
      { bundel },
    );
    await expect(gaat).rejects.toThrow(/kennisgevingOntvangen/);
  }, 60_000);
});
