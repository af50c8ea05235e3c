// Real: the listener over mTLS, the API, the door, PostgreSQL, our client of DUO, the simulator with its faults, the
// rounds of the worker. Fake: certificates, tokens, keys in memory; this spec stands where Temporal would.
import { RECONCILIATIE_RITME_SECONDEN } from '#database/reconciliatie.js';
import { DUO_GEBEURTENISSEN } from '#domain/keten/gebeurtenissen.js';
import { nieuwBsn, nieuweSleutel, GEMEENTE_A } from '#test/integration/api/opstelling.js';
import { maakPersoon } from '#test/contract/ketensimulator/opstelling.js';
import { verhaalZroute } from '#test/support/verhaal-zroute.js';
import { verhaalAsiel, verhaalGezin, type Stap } from '#test/support/verhalen.js';
import { gebeurt, maakKeten, openProef, type Keten } from './ketenopstelling.js';

const SIGNALEN = DUO_GEBEURTENISSEN.filter(({ live }) => !live).map(({ id }) => id);
const VERHALEN = { asiel: verhaalAsiel, gezin: verhaalGezin, zroute: verhaalZroute };
type Wie = keyof typeof VERHALEN;

let keten: Keten;
beforeAll(async () => {
  keten = await maakKeten();
});
afterAll(() => keten.stop());

interface Reis {
  readonly wie: Wie;
  readonly trajectId: string;
  readonly persoonId: string;
  readonly bsn: string;
}

interface Detail {
  readonly status: string;
  readonly mijlpalen: readonly { readonly naam: string }[];
  readonly taken: readonly { readonly soort: string }[];
  readonly inburgeringstermijn: { readonly startOp: string; readonly eindeOp: string } | null;
}

const detail = ({ trajectId }: Reis) => keten.lees<Detail>(`/trajecten/${trajectId}`);
const soorten = (van: Detail) => van.taken.map(({ soort }) => soort);

/** The person at DUO and here, at the beginning of the story. */
async function begin(wie: Wie): Promise<Reis> {
  const asiel = wie === 'asiel';
  const bsn = nieuwBsn();
  const [eerste] = VERHALEN[wie]('0d6f2a8e-2f57-4a0c-9a0a-0000000000bb');
  const klok = `${eerste!.op}T06:00:00Z`;
  const persoonId = await maakPersoon(keten.sim, {
    bsn,
    vNummer: undefined,
    gemeenteOin: GEMEENTE_A.oin,
    gemeentecode: GEMEENTE_A.code,
    begindatum: asiel ? '2026-06-01' : '2026-08-20',
    datumKennisgeving: asiel ? '2026-06-20' : '2026-09-07',
    doelgroep: asiel ? 'Asielstatushouder' : 'Gezinsmigrant en overige migrant',
    klok,
    attentiesignalen: true,
  });
  return {
    wie,
    bsn,
    persoonId,
    trajectId: await openProef(keten, bsn, klok, asiel ? 'COA' : 'DUO'),
  };
}

async function beheer(reis: Reis, pad: string, body: object = {}): Promise<void> {
  const { status } = await keten.sim.beheer('POST', `/personen/${reis.persoonId}/${pad}`, body);
  expect(status).toBe(200);
}

/** The confirmation of DUO: told, or found because it stayed out. */
async function bevestiging(reis: Reis, op: string): Promise<void> {
  await keten.drijf(reis.trajectId, `${op}T10:00:00.000Z`);
  if ((await detail(reis)).inburgeringstermijn !== null) return;
  expect(soorten(await detail(reis))).toContain('bevestiging-navragen');
  await keten.reconciliaties.plan(RECONCILIATIE_RITME_SECONDEN, 50);
  await keten.vergelijk();
  expect(soorten(await detail(reis))).toContain('verschillen-behandelen');
}

/** The end of the plicht: told, or found by the comparison that comes by itself. */
async function einde(reis: Reis, op: string): Promise<void> {
  await beheer(reis, 'diploma');
  await keten.drijf(reis.trajectId, `${op}T10:00:00.000Z`);
  if (soorten(await detail(reis)).includes('eindgesprek-voeren')) return;
  await keten.reconciliaties.plan(RECONCILIATIE_RITME_SECONDEN, 50);
  await keten.vergelijk();
}

/** One step of the story: DUO's facts by its simulator, those of people by the API. */
async function stap(reis: Reis, { op, opdracht }: Stap): Promise<void> {
  const tijdstip = `${op}T07:00:00Z`;
  await keten.sim.beheer('PUT', `/personen/${reis.persoonId}/klok`, { tijdstip });
  await keten.drijf(reis.trajectId, `${op}T09:00:00.000Z`);
  switch (opdracht.soort) {
    case 'openTraject':
      return;
    case 'legCoaProfielVast': {
      const persoon = { bsn: reis.bsn, vNummer: null, naam: null, geboortedatum: null };
      const uitkomst = await keten.o.dossier.verwerk({
        gemeenteId: GEMEENTE_A.id,
        trajectId: reis.trajectId,
        opdracht: { ...opdracht, persoon },
        opdrachtId: nieuweSleutel(),
        beller: 'test',
        actor: { soort: 'keten', id: 'COA' },
      });
      expect(uitkomst.soort).toBe('gedaan');
      return;
    }
    case 'verwerkPlicht':
      if (!opdracht.feiten.plichtig) return einde(reis, op);
      await gebeurt(keten, reis.persoonId, 'SS101');
      break;
    case 'verwerkDoelgroep':
      return;
    case 'verwerkLbt':
      await gebeurt(keten, reis.persoonId, 'SS131', {
        lbt: {
          resultaten: opdracht.resultaten.map(({ afnameOp, resultaat }) => ({
            resultaat,
            behaaldeScore: '55,00',
            benodigdeScore: '60,00',
            datumAfname: afnameOp,
          })),
        },
      });
      break;
    case 'verwerkTermijn':
      await bevestiging(reis, op);
      // All twelve, on a day on which most of them have nothing to say.
      for (const id of SIGNALEN) await gebeurt(keten, reis.persoonId, id);
      break;
    case 'verwerkExamens':
      for (const { onderdeel } of opdracht.resultaten) {
        const niveau = onderdeel === 'KNM' ? {} : { niveau: 'B1' };
        await beheer(reis, 'examenresultaten', { onderdeel, ...niveau });
      }
      break;
    default: {
      const body =
        opdracht.soort === 'doeAanbod'
          ? { ...opdracht, instellingsnummer: '0000000001' }
          : opdracht.soort === 'registreerCursusuren'
            ? { ...opdracht, bron: undefined }
            : opdracht;
      const antwoord = await keten.geef(reis.trajectId, body);
      if (antwoord.status !== 200) throw new Error(antwoord.text);
    }
  }
  await keten.drijf(reis.trajectId, `${op}T10:00:00.000Z`);
}

/** Plays the whole journey while DUO's notifications of these kinds never arrive; how it ended. */
async function speel(wie: Wie, verloren: readonly string[]) {
  await keten.sim.beheer(
    'PUT',
    '/storingen',
    verloren.map((gebeurtenisId) => ({ soort: 'laat-vallen', gebeurtenisId })),
  );
  const reis = await begin(wie);
  for (const een of VERHALEN[wie](reis.trajectId)) await stap(reis, een);
  const { status, mijlpalen, taken, inburgeringstermijn } = await detail(reis);
  const { body } = await keten.sim.beheer('GET', `/personen/${reis.persoonId}`);
  const journaal = await keten.lees<readonly { gebeurtenis: { soort: string; reden?: string } }[]>(
    `/trajecten/${reis.trajectId}/journaal?limit=100`,
  );
  const met = (gezocht: string): string[] =>
    [
      ...new Set(
        body.notificaties.flatMap(({ gebeurtenisId, status: stand }) =>
          stand === gezocht ? [gebeurtenisId] : [],
        ),
      ),
    ].sort();
  return {
    einde: {
      status,
      mijlpalen: mijlpalen.map(({ naam }) => naam).sort(),
      taken,
      inburgeringstermijn,
      reden: journaal.find(({ gebeurtenis }) => gebeurtenis.soort === 'plichtGeeindigd')
        ?.gebeurtenis.reden,
      // At DUO, from us.
      zroute: body.zroute,
    },
    weg: met('vervallen'),
    aangekomen: met('bezorgd'),
  };
}

describe.each(['asiel', 'gezin', 'zroute'] as const)('het traject van %s', (wie) => {
  let gewoon: Awaited<ReturnType<typeof speel>>;
  beforeAll(async () => {
    gewoon = await speel(wie, []);
  });

  it('eindigt goed als DUO alle twaalf attentiesignalen stuurt', () => {
    expect(SIGNALEN).toHaveLength(12);
    expect(gewoon.weg).toEqual([]);
    expect(gewoon.aangekomen).toEqual(expect.arrayContaining([...SIGNALEN, 'SS102', 'SS106']));
    expect(gewoon.einde).toMatchObject({
      status: 'gesloten',
      reden: 'Inburgeringsplicht voldaan',
      zroute: wie === 'zroute' ? { datum: '2028-03-20' } : null,
    });
    expect(gewoon.einde.mijlpalen).toEqual(
      expect.arrayContaining(['termijnBevestigd', 'plichtGeeindigd', 'trajectGesloten']),
    );
  });

  it('eindigt hetzelfde zonder één van de twaalf attentiesignalen', async () => {
    const { einde: zonder, weg } = await speel(wie, SIGNALEN);
    expect(weg).toEqual([...SIGNALEN].sort());
    expect(zonder).toEqual(gewoon.einde);
  });

  it('eindigt hetzelfde als ook SS102 en SS106 nooit aankomen', async () => {
    const { einde: zonder, weg } = await speel(wie, [...SIGNALEN, 'SS102', 'SS106']);
    expect(weg).toEqual([...SIGNALEN, 'SS102', 'SS106'].sort());
    expect(zonder).toEqual(gewoon.einde);
  });
});
