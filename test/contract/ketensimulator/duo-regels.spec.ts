// Real: our rules, and the simulator over mTLS with rules of its own. Fake: certificates and persons.
// The same facts go to both: what we refuse DUO would refuse, and what DUO takes we let through.
import { naarDatum, type IsoDatum } from '#domain/datum/datum.js';
import { aanbodregels } from '#domain/keten/regels/aanbod.js';
import { dagtekeningregels, intrekregels, leerrouteregels } from '#domain/keten/regels/pip.js';
import { resultaatregels } from '#domain/keten/regels/resultaat.js';
import { DUO_REGELS, type DuoRegelCode } from '#domain/keten/regels/tabel.js';
import { contactpersoonregels, urenregels } from '#domain/keten/regels/vorm.js';
import { PLICHT_BEGIN, RIJEN, type Geval } from './duo-regels.testdata.js';
import {
  ANDERE_GEMEENTE,
  BSN,
  GEMEENTE,
  maakPersoon,
  startOpstelling,
  type Opstelling,
} from './opstelling.js';

const dag = naarDatum;
const ofNull = (datum: string | undefined): IsoDatum | null =>
  datum === undefined ? null : dag(datum);

function onsOordeel({ situatie = {}, verzoek }: Geval): readonly DuoRegelCode[] {
  const pips = situatie.pips ?? [];
  const laatste = pips.at(-1);
  const termijn =
    situatie.termijn === undefined
      ? null
      : { startOp: dag(situatie.termijn.startOp), eindeOp: dag(situatie.termijn.eindeOp) };
  const asiel = situatie.asiel ?? true;
  switch (verzoek.wat) {
    case 'pip':
      return [
        ...leerrouteregels({
          leerroute: verzoek.leerroute,
          niveau: verzoek.niveau ?? null,
          intensiteitUren: verzoek.intensiteitUren ?? null,
          asiel,
          heeftEerderPip: pips.length > 0,
        }),
        ...dagtekeningregels({
          dagtekening: dag(verzoek.dagtekening),
          plichtBeginOp: dag(PLICHT_BEGIN),
          gevestigdOp: ofNull(situatie.gevestigdOp),
          eerderePips: pips.map(({ dagtekening }) => dag(dagtekening)),
        }),
      ];
    case 'pip-intrekken':
      return intrekregels({
        termijnVastgesteld: termijn !== null,
        cursusuren: situatie.cursusuren ?? 0,
      });
    case 'aanbod':
      return aanbodregels({
        asiel,
        pip: laatste
          ? { dagtekening: dag(laatste.dagtekening), leerroute: laatste.leerroute }
          : null,
        aanbodOp: dag(verzoek.aanbodOp),
        startOp: dag(verzoek.startOp),
        eindeOp: dag(verzoek.eindeOp),
        termijn,
        instelling: verzoek.instelling,
      });
    case 'MAP':
    case 'PVT':
      return resultaatregels(verzoek.wat, {
        op: verzoek.op === null ? null : dag(verzoek.op),
        verwijtbaar: verzoek.verwijtbaar ?? null,
        vandaag: dag(situatie.vandaag ?? PLICHT_BEGIN),
        termijn,
        eigenPip: laatste !== undefined && laatste.vanAnderen !== true,
        vanAndereGemeente: situatie.vanAnderen === verzoek.wat,
        voldaanViaZroute: situatie.voldaan === true && laatste?.leerroute === 'Z',
        zrouteAfgerondOp: ofNull(situatie.zrouteAfgerondOp),
      });
    case 'uren':
      return urenregels(verzoek);
    case 'contactpersoon':
      return contactpersoonregels(verzoek);
  }
}

/** The day after, written without our own calendar: DUO's ends are exclusive. */
function erna(datum: string): string {
  return new Date(Date.parse(`${datum}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

let opstelling: Opstelling;
beforeEach(async () => {
  opstelling = await startOpstelling();
});
afterEach(() => opstelling.stop());

async function richtIn({ situatie = {} }: Geval): Promise<void> {
  const id = await maakPersoon(opstelling, {
    klok: `${situatie.vandaag ?? PLICHT_BEGIN}T08:00:00Z`,
    ...(situatie.gevestigdOp ? { gevestigdOp: situatie.gevestigdOp } : {}),
    ...(situatie.asiel === false ? { doelgroep: 'Gezinsmigrant en overige migrant' } : {}),
  });
  const pips = situatie.pips ?? [];
  const vanAnderePips = pips.some((pip) => pip.vanAnderen === true);
  for (const { dagtekening, leerroute } of vanAnderePips ? [] : pips) {
    const body = { dagtekeningPip: dagtekening, leerroute };
    const { status } = await opstelling.duo('POST', `/personen/${BSN}/PIP`, body);
    expect(status).toBe(201);
  }
  const { termijn, zrouteAfgerondOp, vanAnderen, cursusuren, voldaan } = situatie;
  const bijwerken = {
    // Another gemeente had the person before, or has now: DUO does not take these from us.
    ...(vanAnderePips && {
      pips: pips.map(({ dagtekening, leerroute, vanAnderen: elders }) => ({
        gemeenteOin: elders ? ANDERE_GEMEENTE : GEMEENTE,
        gemeentecode: elders ? '9003' : '9999',
        pip: { dagtekeningPip: dagtekening, leerroute, niveau: 'B1' },
        ontvangenOp: `${dagtekening}T10:00:00.000Z`,
      })),
    }),
    ...(termijn && {
      termijn: { startdatum: termijn.startOp, einddatum: erna(termijn.eindeOp) },
    }),
    ...(zrouteAfgerondOp && { zroute: { datum: zrouteAfgerondOp, gemeenteOin: GEMEENTE } }),
    ...(vanAnderen && {
      [vanAnderen.toLowerCase()]: { datum: '2026-05-20', gemeenteOin: ANDERE_GEMEENTE },
    }),
    ...(cursusuren !== undefined && { cursusuren }),
    ...(voldaan && {
      plicht: {
        indicatorInburgeringsplicht: false,
        redenGeenInburgeringsplicht: 'Inburgeringsplicht voldaan',
      },
    }),
  };
  const body = { gebeurtenisId: 'SS112', bijwerken };
  const { status } = await opstelling.beheer('POST', `/personen/${id}/gebeurtenissen`, body);
  expect(status).toBe(200);
}

async function oordeelVanDuo(geval: Geval): Promise<{ status: number; redenen: number }> {
  await richtIn(geval);
  const roep = async (methode: string, pad: string, body?: object) => {
    const antwoord = await opstelling.duo(methode, pad, body);
    const redenen = Array.isArray(antwoord.body) ? antwoord.body.length : 0;
    return { status: antwoord.status, redenen };
  };
  const { verzoek } = geval;
  const persoon = `/personen/${BSN}`;
  switch (verzoek.wat) {
    case 'pip':
      return roep('POST', `${persoon}/PIP`, {
        dagtekeningPip: verzoek.dagtekening,
        leerroute: verzoek.leerroute,
        niveau: verzoek.niveau,
        geschatteIntensiteitB1Route: verzoek.intensiteitUren,
      });
    case 'pip-intrekken':
      return roep('DELETE', `${persoon}/PIP`);
    case 'aanbod':
      return roep('POST', `${persoon}/Inburgeringsaanbod/${verzoek.instelling.nummer}`, {
        datumInburgeringsaanbod: verzoek.aanbodOp,
        verwachteStartdatumOpleiding: verzoek.startOp,
        verwachteEinddatumOpleiding: erna(verzoek.eindeOp),
        indicatorAlfabetiseringsonderwijs: 'NVT',
      });
    case 'MAP':
    case 'PVT': {
      const veld = verzoek.wat === 'MAP' ? 'datumEindgesprekMap' : 'datumOndertekeningPvt';
      return roep('PUT', `${persoon}/${verzoek.wat.toLowerCase()}`, {
        ...(verzoek.op === null ? {} : { [veld]: verzoek.op }),
        verwijtbaar: verzoek.verwijtbaar,
      });
    }
    case 'uren':
      return roep('PUT', `${persoon}/uren/bredeintake/taallesknm`, { uren: verzoek.uren });
    case 'contactpersoon': {
      const { wat: _wat, ...gegevens } = verzoek;
      return roep('POST', '/contactpersonen', gegevens);
    }
  }
}

describe('de voorwaarden van DUO, bij ons en bij DUO', () => {
  it('staan elk in de tabel met gevallen, met een zin voor de regievoerder', () => {
    const genoemd = new Set(RIJEN.map(({ code }) => code));
    expect([...genoemd].sort()).toEqual(Object.keys(DUO_REGELS).sort());
    for (const { zin } of Object.values(DUO_REGELS)) expect(zin).toMatch(/^[A-Z].{20,}[.]$/);
  });

  it.each(RIJEN)('$code: wat mag, mag bij ons en bij DUO', async ({ mag }) => {
    expect(onsOordeel(mag)).toEqual([]);
    expect((await oordeelVanDuo(mag)).status).toBeLessThan(300);
  });

  it.each(RIJEN)(
    '$code: wat niet mag, weigeren wij en DUO om deze reden',
    async ({ code, magNiet }) => {
      expect(onsOordeel(magNiet)).toEqual([code]);
      const { status, redenen } = await oordeelVanDuo(magNiet);
      // What breaks the form of DUO's file gets 400 without words.
      const vorm = ['Gevolgde uren', 'Contactpersoon'].includes(DUO_REGELS[code].onderwerp);
      expect({ status, redenen }).toEqual(
        vorm ? { status: 400, redenen: 0 } : { status: 403, redenen: 1 },
      );
    },
  );
});
