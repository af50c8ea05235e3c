// One asielstatushouder from the profile of COA to the closing of the file, beside the gezinsmigrant of chaos-reis.
import { wachtTot } from './chaos-omgeving.js';
import { ChaosReis, dag, type Afloop, type Stap } from './chaos-reis.js';

/** A school that DUO's list has, with the recognition that the B1-route asks for. */
const SCHOOL = '0000000001';

interface Herstel {
  readonly id: string;
  readonly onderwerp: string;
}

export class ChaosAsiel extends ChaosReis {
  /** How often a person looked up at DUO what was in doubt. */
  #nagekeken = 0;
  override readonly banen = ['aanbod', 'map', 'pip', 'pvt', 'uren'];

  override totPip(): readonly Stap[] {
    const [, plicht, ...intake] = super.totPip();
    if (plicht === undefined) throw new Error('geen plicht');
    return [
      ['openen', () => this.open()],
      plicht,
      [
        'scenario',
        () => this.rondAf('scenario-kiezen', 'kiesScenario', { scenario: 'na-verhuizing' }),
      ],
      [
        'driegesprek',
        () =>
          this.rondAf('driegesprek-voeren', 'rondDriegesprekAf', {
            vorm: 'telefonisch',
            gevoerdOp: dag(-28),
          }),
      ],
      [
        'woning',
        () => this.rondAf('woning-vastleggen', 'legWoningVast', { beschikbaarOp: dag(-20) }),
      ],
      [
        'verhuizing',
        () => this.rondAf('verhuizing-vastleggen', 'legVerhuizingVast', { verhuisdOp: dag(-20) }),
      ],
      [
        'inschrijving',
        () =>
          this.rondAf('brp-inschrijving-vastleggen', 'legBrpInschrijvingVast', {
            ingeschrevenOp: dag(-18),
          }),
      ],
      [
        'begeleiding',
        () =>
          this.rondAf('begeleiding-starten', 'startBegeleiding', {
            gestartOp: dag(-17),
            uitvoerder: 'Team vestiging',
          }),
      ],
      [
        'bijstand',
        () =>
          this.rondAf('bijstand-vastleggen', 'legBijstandVast', { toegekend: true, op: dag(-17) }),
      ],
      [
        'ontzorgen',
        () =>
          this.rondAf('ontzorgen-inrichten', 'richtOntzorgenIn', {
            ingerichtOp: dag(-15),
            betalingen: ['huur', 'zorgverzekering'],
          }),
      ],
      [
        'regelingen',
        () =>
          this.rondAf('regelingen-afronden', 'rondRegelingenAf', {
            afgerondOp: dag(-15),
            geregeld: ['zorgtoeslag'],
          }),
      ],
      ...intake,
    ];
  }

  override vanPipTotEinde(): readonly Stap[] {
    return super.vanPipTotEinde().flatMap((stap) =>
      stap[0] === 'termijn'
        ? [
            stap,
            ['aanbod', () => this.doeAanbod()],
            [
              'zelf betalen',
              () =>
                this.rondAf('ontzorgen-afronden', 'rondOntzorgenAf', {
                  afgerondOp: dag(0),
                  conclusie: 'Betaalt de vaste lasten zelf.',
                }),
            ],
          ]
        : [stap],
    );
  }

  /** COA hands the person over, DUO knows who it is. */
  override async open(): Promise<void> {
    const { regievoerder, simulator } = this.chaos;
    this.persoonId = await this.bijDuo();
    const { trajectId } = await regievoerder.zeker<{ trajectId: string }>(
      'POST',
      '/coa-overdrachten',
      { body: this.overdracht() },
    );
    this.trajectId = trajectId;
    await simulator.stuur(this.persoonId, 'SS101');
  }

  override bijDuo(): Promise<string> {
    return this.chaos.simulator.persoon({
      bsn: this.bsn,
      vNummer: this.vNummer,
      doelgroep: 'Asielstatushouder',
      begindatum: dag(-40),
      datumKennisgeving: dag(-30),
      gevestigdOp: dag(-18),
    });
  }

  overdracht(): Readonly<Record<string, unknown>> {
    return {
      schemaVersie: 1,
      koppelingOp: dag(-35),
      vergunningOp: dag(-40),
      persoon: {
        bsn: this.bsn,
        vNummer: this.vNummer,
        naam: 'Proef Persoon',
        geboortedatum: '1991-02-03',
      },
      medisch: { woonbeperkingen: 'Geen trappen' },
    };
  }

  doeAanbod(): Promise<void> {
    return this.rondAf('aanbod-doen', 'doeAanbod', {
      instellingsnummer: SCHOOL,
      aanbodOp: dag(0),
      startOp: dag(28),
      eindeOp: dag(400),
    });
  }

  /**
   * An aanbod of which it is not certain that DUO has it comes to a person (E17), who looks at DUO and says so, or
   * offers it again.
   */
  override async allesBezorgd(): Promise<void> {
    const pad = `/taken?trajectId=${this.trajectId}&soort=bericht-herstellen`;
    await wachtTot('alles bij DUO', async () => {
      const [taak] = await this.chaos.coordinator.zeker<Herstel[]>('GET', pad);
      if (taak !== undefined) await this.#kijkNa(taak);
      const bezorgd = await this.telInJournaal('berichtBezorgd', 'berichtHandmatigGedaan');
      return taak === undefined && bezorgd === this.banen.length;
    });
  }

  /** As if the aanbod had arrived at once, when a person looked it up. */
  override async afloop(): Promise<Afloop> {
    const afloop = await super.afloop();
    if (this.#nagekeken === 0) return afloop;
    const { berichtOpgegeven, berichtHandmatigGedaan, berichtOpnieuwAangeboden, ...journaal } =
      afloop.journaal;
    const { 'bericht-herstellen: afgerond': hersteld, ...taken } = afloop.taken;
    expect([berichtOpgegeven, hersteld]).toEqual([this.#nagekeken, this.#nagekeken]);
    expect((berichtHandmatigGedaan ?? 0) + (berichtOpnieuwAangeboden ?? 0)).toBe(this.#nagekeken);
    const { 'AANBOD_AANLEVEREN: handmatig': handmatig, ...berichten } = afloop.berichten;
    return {
      ...afloop,
      journaal: { ...journaal, berichtBezorgd: this.banen.length },
      taken,
      berichten:
        handmatig === undefined ? berichten : { ...berichten, 'AANBOD_AANLEVEREN: bezorgd': 1 },
    };
  }

  async #kijkNa({ id, onderwerp }: Herstel): Promise<void> {
    const { aanbod } = await this.chaos.simulator.lees(this.persoonId);
    const uitkomst =
      SCHOOL in aanbod
        ? { soort: 'meldHandmatigGedaan', gedaanOp: dag(0), bewijs: 'Staat in het portaal.' }
        : { soort: 'biedOpnieuwAan' };
    await this.chaos.coordinator.zeker('POST', `/taken/${id}/afronding`, {
      body: { uitkomst: { ...uitkomst, meldingId: onderwerp } },
    });
    this.#nagekeken += 1;
  }
}
