import { randomInt } from 'node:crypto';
import type { Gebruiker } from '#tools/demo/verzoek.js';
import { vraag } from '#tools/demo/verzoek.js';
import { LOKALE_GEMEENTEN } from '#tools/lokaal/gemeenten.js';
import { vandaagInAmsterdam } from '#config/amsterdam.js';
import { tot, type Proefomgeving } from './proefomgeving.js';

export interface Persoon {
  readonly bsn: string;
  readonly vNummer: string;
  readonly naam: string;
  readonly geboortedatum: string;
}

interface Journaalregel {
  readonly nr: number;
  readonly soort: string;
  readonly gebeurtenis: Readonly<Record<string, unknown>>;
}

interface Wachten {
  readonly wachtOp: readonly string[];
  readonly wekkers: readonly { readonly sleutel: string; readonly tijdstip: string }[];
  readonly onderweg: readonly string[];
}

/** What is left of a journey, counted: nothing lost, nothing twice. */
export interface Eindstand {
  readonly status: string;
  readonly journaal: Readonly<Record<string, number>>;
  readonly taken: Readonly<Record<string, number>>;
  readonly berichten: Readonly<Record<string, number>>;
  /** Alarms of terms: which rung of which term, in order. */
  readonly signalen: readonly string[];
  /** What DUO accepted. */
  readonly bijDuo: readonly string[];
}

function tel(namen: readonly string[]): Record<string, number> {
  const telling: Record<string, number> = {};
  for (const naam of [...namen].sort()) telling[naam] = (telling[naam] ?? 0) + 1;
  return telling;
}

/** An invented number in the range for tests that passes the elfproef. */
function testBsn(): string {
  for (;;) {
    const begin = `9999${String(randomInt(10_000)).padStart(4, '0')}`;
    const som = Array.from(begin, Number).reduce((tot, cijfer, i) => tot + cijfer * (9 - i), 0);
    if (som % 11 < 10) return `${begin}${som % 11}`;
  }
}

/** One real journey, today, in the life of this environment: no rehearsal, so its time is ours. */
export class EchtTraject {
  private constructor(
    readonly id: string,
    readonly persoonId: string,
    private readonly omgeving: Proefomgeving,
    private readonly regievoerder: Gebruiker,
  ) {}

  static async open(
    omgeving: Proefomgeving,
    opties: { readonly proef?: boolean; readonly kennisgevingOp?: string } = {},
  ): Promise<EchtTraject> {
    const { oin, code } = LOKALE_GEMEENTEN[0];
    const persoon: Persoon = {
      bsn: testBsn(),
      vNummer: String(randomInt(1_000_000_000, 9_999_999_999)),
      naam: 'Proef Persoon',
      geboortedatum: '1991-05-06',
    };
    const doelgroep = 'Asielstatushouder';
    const { id } = await vraag<{ id: string }>(`${omgeving.simulatorUrl}/personen`, {
      methode: 'POST',
      body: {
        ...persoon,
        gemeenteOin: oin,
        gemeentecode: code,
        doelgroep,
        ...(opties.kennisgevingOp === undefined
          ? {}
          : { begindatum: opties.kennisgevingOp, datumKennisgeving: opties.kennisgevingOp }),
      },
    });
    const proef = opties.proef === true;
    const wie = omgeving.gebruiker(proef ? 'beheerder-stad' : 'regievoerder-stad');
    const { trajectId } = await wie.doe<{ trajectId: string }>('/coa-overdrachten', {
      schemaVersie: 1,
      koppelingOp: EchtTraject.vandaag(),
      persoon,
      ...(proef ? { proef } : {}),
    });
    return new EchtTraject(trajectId, id, omgeving, omgeving.gebruiker('regievoerder-stad'));
  }

  /** The civil day in Amsterdam, so many days ago. */
  static vandaag(dagenGeleden = 0): string {
    return vandaagInAmsterdam(new Date(Date.now() - dagenGeleden * 86_400_000));
  }

  async rondAf(soort: string, uitkomst: Record<string, unknown>): Promise<void> {
    const taak = (await this.taken()).find((een) => een.soort === soort);
    if (taak === undefined) throw new Error(`De taak ${soort} staat niet open.`);
    await this.regievoerder.doe(`/taken/${taak.id}/afronding`, { uitkomst });
  }

  private async geefOpdracht(opdracht: Record<string, unknown>): Promise<void> {
    await this.regievoerder.doe(`/trajecten/${this.id}/opdrachten`, opdracht);
  }

  private taken(): Promise<readonly { readonly id: string; readonly soort: string }[]> {
    return this.regievoerder.haal(`/taken?trajectId=${this.id}&limit=100`);
  }

  async duo(pad: string, body: unknown): Promise<void> {
    const url = `${this.omgeving.simulatorUrl}/personen/${this.persoonId}${pad}`;
    await vraag(url, { methode: 'POST', body });
  }

  async detail(): Promise<{ readonly status: string }> {
    return this.regievoerder.haal(`/trajecten/${this.id}`);
  }

  async journaal(): Promise<readonly string[]> {
    return (await this.journaalregels()).map(({ soort }) => soort);
  }

  private journaalregels(): Promise<readonly Journaalregel[]> {
    return this.regievoerder.haal(`/trajecten/${this.id}/journaal?limit=100`);
  }

  async eindstand(): Promise<Eindstand> {
    const regels = await this.journaalregels();
    const nummers = regels.map(({ nr }) => nr).sort((a, b) => a - b);
    expect(nummers).toEqual(nummers.map((_, plek) => plek + 1));
    const taken = await Promise.all(
      ['open', 'afgerond', 'vervallen'].map((status) =>
        this.regievoerder.haal<readonly { soort: string; status: string }[]>(
          `/taken?trajectId=${this.id}&status=${status}&limit=100`,
        ),
      ),
    );
    const berichten = await this.regievoerder.haal<readonly { soort: string; status: string }[]>(
      `/trajecten/${this.id}/berichten`,
    );
    return {
      status: (await this.detail()).status,
      journaal: tel(regels.map(({ soort }) => soort)),
      taken: tel(taken.flat().map(({ soort, status }) => `${soort}: ${status}`)),
      berichten: tel(berichten.map(({ soort, status }) => `${soort}: ${status}`)),
      signalen: regels
        .filter(({ soort }) => soort === 'termijnSignaal')
        .map(({ gebeurtenis: g }) => `${String(g['sleutel'])}: ${String(g['sport'])}`),
      bijDuo: [...(await this.aangenomen('POST')), ...(await this.aangenomen('PUT'))],
    };
  }

  totInJournaal(soort: string, termijnMs?: number): Promise<unknown> {
    return tot(
      soort,
      () => this.journaal(),
      (regels) => regels.includes(soort),
      termijnMs,
    );
  }

  /** What the running workflow says of itself. */
  wachtOp(): Promise<Wachten> {
    return this.regievoerder.haal(`/trajecten/${this.id}/wachtop`);
  }

  /** The same, once nothing is under way any more and this term is kept. */
  inRust(termijn?: string): Promise<Wachten> {
    return tot(
      'rust',
      () => this.wachtOp(),
      ({ onderweg, wachtOp, wekkers }) =>
        onderweg.length === 0 &&
        wachtOp.length > 0 &&
        (termijn === undefined || wekkers.some(({ sleutel }) => sleutel === termijn)),
    );
  }

  /** Calls to DUO about this person that DUO accepted. */
  private async aangenomen(methode: 'POST' | 'PUT'): Promise<readonly string[]> {
    const url = `${this.omgeving.simulatorUrl}/berichten?persoon=${this.persoonId}&methode=${methode}`;
    const alle = await vraag<readonly { api: string; status: number }[]>(url);
    return alle.filter(({ status }) => status < 300).map(({ api }) => api);
  }

  /** Brede intake, leerroute and PIP on one day; DUO's result of the LBT comes in between. */
  async totPip(): Promise<void> {
    const op = EchtTraject.vandaag();
    await this.totInJournaal('plichtGeregistreerd');
    if (!(await this.journaal()).includes('intakeUitgenodigd')) await this.nodigUit();
    await this.rondAf('lbt-aanmelden', { soort: 'meldAanVoorLbt', aangemeldOp: op });
    await this.rondAf('intake-afnemen', {
      soort: 'legIntakeVast',
      afgenomenOp: op,
      gewezenOpGesprekAlleen: true,
      taalniveau: 'A1',
    });
    await this.duo('/lbt', {
      resultaat: 'B1-route haalbaar',
      resultaatTijdstip: new Date().toISOString(),
    });
    await this.totInJournaal('lbtResultaatOntvangen');
    await this.rondAf('leerroute-kiezen', {
      soort: 'kiesLeerroute',
      gekozenOp: op,
      leerroute: 'B',
      niveau: 'B1',
      motivering: 'Intake en toets wijzen op de B1-route.',
      intensiteitUren: 900,
    });
    await this.rondAf('pip-opstellen', {
      soort: 'stelPipOp',
      opgesteldOp: op,
      ondersteuning: 'Een taalmaatje.',
      pvtIntensiteit: '12 uur',
      mapIntensiteit: '40 uur',
      alfabetisering: 'NVT',
    });
    await this.rondAf('pip-vaststellen', { soort: 'stelPipVast', dagtekening: op });
  }

  async schrijfIn(ingeschrevenOp: string): Promise<void> {
    await this.geefOpdracht({ soort: 'legBrpInschrijvingVast', ingeschrevenOp });
  }

  async nodigUit(): Promise<void> {
    const op = EchtTraject.vandaag();
    await this.rondAf('intake-uitnodigen', {
      soort: 'nodigUitVoorIntake',
      opgeroepenOp: op,
      afspraakOp: op,
    });
  }

  /** From a decided PIP to the closing of the file: DUO takes it, starts the termijn, and later reports the diploma. */
  async vanPipTotEinde(): Promise<void> {
    // An attempt that was cut off holds its claim for three quarters of a minute.
    await this.totInJournaal('berichtBezorgd', 100_000);
    await this.duo('/gebeurtenissen', { gebeurtenisId: 'SS102' });
    await this.totInJournaal('termijnDoorDuoVastgesteld');
    await this.duo('/diploma', {});
    await this.totInJournaal('plichtGeeindigd');
    const op = EchtTraject.vandaag();
    await this.rondAf('eindgesprek-voeren', { soort: 'voerEindgesprek', gevoerdOp: op });
    await this.rondAf('traject-afsluiten', {
      soort: 'sluitTraject',
      geslotenOp: op,
      dossierGecontroleerd: true,
    });
  }
}
