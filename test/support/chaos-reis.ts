// One gezinsmigrant from DUO's first message to the closing of the file, on the clock of the wall, by someone who
// asks again under the same key whenever the service is away.
import { vandaagInAmsterdam } from '#config/amsterdam.js';
import { wachtTot, type Chaos } from './chaos-omgeving.js';

interface Taak {
  readonly id: string;
  readonly soort: string;
  readonly status: string;
  readonly rol: string;
}

interface Journaalregel {
  readonly nr: number;
  readonly soort: string;
}

/** What must be the same with and without faults. */
export interface Afloop {
  readonly status: string;
  readonly journaal: Readonly<Record<string, number>>;
  readonly taken: Readonly<Record<string, number>>;
  readonly termijnen: Readonly<Record<string, string>>;
  readonly berichten: Readonly<Record<string, number>>;
}

export type Stap = readonly [naam: string, doe: () => Promise<void>];

const DAG_MS = 86_400_000;

/** The civil day in Amsterdam so many days from today. */
export function dag(verschil: number): string {
  return vandaagInAmsterdam(new Date(Date.now() + verschil * DAG_MS));
}

/** A test BSN (they begin with 9999) that passes the elfproef; another one for each number below 5000. */
export function testBsn(nummer: number): string {
  for (let poging = nummer * 2; ; poging += 1) {
    const acht = `9999${String(poging % 10_000).padStart(4, '0')}`;
    const som = Array.from(acht).reduce((tot, cijfer, i) => tot + (9 - i) * Number(cijfer), 0);
    if (som % 11 < 10) return `${acht}${som % 11}`;
  }
}

export function testVNummer(nummer: number): string {
  return String(8_000_000_000 + nummer);
}

function tel(soorten: readonly string[]): Record<string, number> {
  const telling: Record<string, number> = {};
  for (const soort of [...soorten].sort()) telling[soort] = (telling[soort] ?? 0) + 1;
  return telling;
}

export class ChaosReis {
  trajectId = '';
  persoonId = '';
  readonly bsn: string;
  readonly vNummer: string;
  /** The lanes in which DUO is told something of this journey, in order. */
  readonly banen: readonly string[] = ['map', 'pip', 'pvt', 'uren'];

  constructor(
    readonly chaos: Chaos,
    nummer: number,
  ) {
    this.bsn = testBsn(nummer);
    this.vNummer = testVNummer(nummer);
  }

  /** All of it; `tussen` is called before each step with its name. */
  async speel(tussen: (stap: string) => Promise<void> | void = () => undefined): Promise<void> {
    for (const [naam, doe] of this.stappen()) {
      await tussen(naam);
      await doe();
    }
  }

  stappen(): readonly Stap[] {
    return [...this.totPip(), ...this.vanPipTotEinde()];
  }

  totPip(): readonly Stap[] {
    const { simulator } = this.chaos;
    return [
      ['openen', () => this.open()],
      ['plicht', () => this.inJournaal('plichtGeregistreerd')],
      [
        'oproepen',
        () =>
          this.rondAf('intake-uitnodigen', 'nodigUitVoorIntake', {
            opgeroepenOp: dag(-10),
            afspraakOp: dag(-7),
          }),
      ],
      [
        'aanmelden',
        () => this.rondAf('lbt-aanmelden', 'meldAanVoorLbt', { aangemeldOp: dag(-10) }),
      ],
      [
        'toets',
        () =>
          simulator.gebeurt(this.persoonId, 'SS131', '/lbt', {
            resultaat: 'B1-route haalbaar',
            resultaatTijdstip: `${dag(-5)}T10:00:00Z`,
          }),
      ],
      [
        'intake',
        () =>
          this.rondAf('intake-afnemen', 'legIntakeVast', {
            afgenomenOp: dag(-7),
            gewezenOpGesprekAlleen: true,
          }),
      ],
      ['uitslag', () => this.inJournaal('lbtResultaatOntvangen')],
      [
        'leerroute',
        () =>
          this.rondAf('leerroute-kiezen', 'kiesLeerroute', {
            gekozenOp: dag(-3),
            leerroute: 'B',
            niveau: 'B1',
            motivering: 'Intake en toets wijzen op de B1-route.',
          }),
      ],
      [
        'concept',
        () =>
          this.rondAf('pip-opstellen', 'stelPipOp', {
            opgesteldOp: dag(-3),
            ondersteuning: 'Een taalmaatje.',
            pvtIntensiteit: '12 uur',
            mapIntensiteit: '40 uur',
            alfabetisering: 'NVT',
          }),
      ],
    ];
  }

  vanPipTotEinde(): readonly Stap[] {
    const { simulator } = this.chaos;
    const vandaag = dag(0);
    return [
      ['pip', () => this.stelPipVast()],
      ['bezorgd', () => this.inJournaal('berichtBezorgd')],
      ['termijn', () => this.inJournaal('termijnDoorDuoVastgesteld')],
      ['pvt', () => this.geef('registreerPvt', { op: vandaag, uren: 10.5, vorm: 'les' })],
      ['excursie', () => this.geef('registreerPvt', { op: vandaag, uren: 2, vorm: 'excursie' })],
      ['verklaring', () => this.rondAf('pvt-afronden', 'rondPvtAf', { ondertekendOp: vandaag })],
      [
        'cursus',
        () =>
          this.geef('registreerCursusuren', {
            totEnMet: vandaag,
            urenNt2: 320,
            urenKnm: 24,
          }),
      ],
      ['praktijk', () => this.geef('registreerMap', { op: vandaag, uren: 42 })],
      [
        'eindgesprek map',
        () => this.rondAf('map-afronden', 'rondMapAf', { eindgesprekOp: vandaag }),
      ],
      ['alles bezorgd', () => this.allesBezorgd()],
      ['diploma', () => simulator.gebeurt(this.persoonId, 'SS106', '/diploma', {})],
      ['voldaan', () => this.inJournaal('plichtGeeindigd')],
      [
        'eindgesprek',
        () =>
          this.rondAf('eindgesprek-voeren', 'voerEindgesprek', {
            gevoerdOp: vandaag,
          }),
      ],
      [
        'sluiten',
        () =>
          this.rondAf('traject-afsluiten', 'sluitTraject', {
            geslotenOp: vandaag,
            dossierGecontroleerd: true,
          }),
      ],
    ];
  }

  /** DUO makes the person known and its first message opens the journey. */
  async open(): Promise<void> {
    this.persoonId = await this.bijDuo();
    await this.chaos.simulator.stuur(this.persoonId, 'SS139');
    this.trajectId = await this.gezocht();
  }

  /** Makes the person known to DUO, which says nothing yet. */
  bijDuo(): Promise<string> {
    return this.chaos.simulator.persoon({
      bsn: this.bsn,
      vNummer: this.vNummer,
      doelgroep: 'Gezinsmigrant en overige migrant',
      begindatum: dag(-30),
      datumKennisgeving: dag(-14),
    });
  }

  /** The journey of this person, once there is one; the only one. */
  gezocht(): Promise<string> {
    return wachtTot(
      'het traject van een persoon',
      async () => {
        const gevonden = await this.chaos
          .zoeker()
          .zeker<readonly { id: string }[]>('POST', '/trajecten/_zoek', {
            body: { bsn: this.bsn },
          });
        if (gevonden.length > 1) throw new Error(`${gevonden.length} trajecten van een persoon`);
        return gevonden[0]?.id;
      },
      // Searches for persons are counted per caller and minute.
      { pauzeMs: 1_500 },
    );
  }

  allesBezorgd(): Promise<void> {
    return this.inJournaal('berichtBezorgd', this.banen.length);
  }

  stelPipVast(): Promise<void> {
    return this.rondAf('pip-vaststellen', 'stelPipVast', { dagtekening: dag(-2) });
  }

  /** Completes the task of this kind, which is in the list as soon as what opened it was answered. */
  async rondAf(taak: string, soort: string, velden: Record<string, unknown>): Promise<void> {
    const pad = `/taken?trajectId=${this.trajectId}&soort=${taak}`;
    const gevonden = await wachtTot(`de taak ${taak}`, async () => {
      const [eerste] = await this.chaos.coordinator.zeker<readonly Taak[]>('GET', pad);
      return eerste;
    });
    const body = { uitkomst: { soort, ...velden } };
    await this.chaos.coordinator.zeker('POST', `/taken/${gevonden.id}/afronding`, { body });
  }

  async geef(soort: string, velden: Record<string, unknown>): Promise<void> {
    const pad = `/trajecten/${this.trajectId}/opdrachten`;
    await this.chaos.regievoerder.zeker('POST', pad, { body: { soort, ...velden } });
  }

  async inJournaal(soort: string, aantal = 1): Promise<void> {
    await wachtTot(
      `${soort} in het journaal`,
      async () => (await this.telInJournaal(soort)) >= aantal,
    );
  }

  async telInJournaal(...soorten: readonly string[]): Promise<number> {
    return (await this.journaal()).filter(({ soort }) => soorten.includes(soort)).length;
  }

  async journaal(): Promise<readonly Journaalregel[]> {
    const alle: Journaalregel[] = [];
    for (;;) {
      const cursor = Buffer.from(JSON.stringify([String(alle.length + 1)])).toString('base64url');
      const deel = await this.chaos.regievoerder.zeker<readonly Journaalregel[]>(
        'GET',
        `/trajecten/${this.trajectId}/journaal?limit=100&cursor=${cursor}`,
      );
      alle.push(...deel);
      if (deel.length < 100) return alle;
    }
  }

  async afloop(): Promise<Afloop> {
    const { regievoerder } = this.chaos;
    const lees = <T>(pad: string): Promise<T> => regievoerder.zeker<T>('GET', pad);
    const { status } = await lees<{ status: string }>(`/trajecten/${this.trajectId}`);
    const taken: Taak[] = [];
    for (const stand of ['open', 'afgerond', 'vervallen']) {
      const pad = `/taken?trajectId=${this.trajectId}&status=${stand}&limit=100`;
      taken.push(...(await lees<readonly Taak[]>(pad)));
    }
    const termijnen = await lees<
      readonly { sleutel: string; status: string; uiterlijkOp: string }[]
    >(`/trajecten/${this.trajectId}/termijnen`);
    const berichten = await lees<readonly { soort: string; status: string }[]>(
      `/trajecten/${this.trajectId}/berichten`,
    );
    return {
      status,
      journaal: tel((await this.journaal()).map(({ soort }) => soort)),
      taken: tel(taken.map(({ soort, status: stand }) => `${soort}: ${stand}`)),
      termijnen: Object.fromEntries(
        termijnen.map((t) => [t.sleutel, `${t.status} ${t.uiterlijkOp}`] as const).sort(),
      ),
      berichten: tel(berichten.map((b) => `${b.soort}: ${b.status}`)),
    };
  }
}
