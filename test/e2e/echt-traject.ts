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

interface Wachten {
  readonly wachtOp: readonly string[];
  readonly wekkers: readonly { readonly sleutel: string; readonly tijdstip: string }[];
  readonly onderweg: readonly string[];
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
    opties: { readonly proef?: boolean } = {},
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
      body: { ...persoon, gemeenteOin: oin, gemeentecode: code, doelgroep },
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

  static vandaag(): string {
    return vandaagInAmsterdam(new Date());
  }

  async rondAf(soort: string, uitkomst: Record<string, unknown>): Promise<void> {
    const taak = (await this.taken()).find((een) => een.soort === soort);
    if (taak === undefined) throw new Error(`De taak ${soort} staat niet open.`);
    await this.regievoerder.doe(`/taken/${taak.id}/afronding`, { uitkomst });
  }

  async geefOpdracht(opdracht: Record<string, unknown>): Promise<void> {
    await this.regievoerder.doe(`/trajecten/${this.id}/opdrachten`, opdracht);
  }

  taken(): Promise<readonly { readonly id: string; readonly soort: string }[]> {
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
    const regels = await this.regievoerder.haal<readonly { soort: string }[]>(
      `/trajecten/${this.id}/journaal?limit=100`,
    );
    return regels.map(({ soort }) => soort);
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
  async aangenomen(methode: 'POST' | 'PUT'): Promise<readonly string[]> {
    const url = `${this.omgeving.simulatorUrl}/berichten?persoon=${this.persoonId}&methode=${methode}`;
    const alle = await vraag<readonly { api: string; status: number }[]>(url);
    return alle.filter(({ status }) => status < 300).map(({ api }) => api);
  }

  /** Brede intake, leerroute and PIP on one day; DUO's result of the LBT comes in between. */
  async totPip(): Promise<void> {
    const op = EchtTraject.vandaag();
    await this.totInJournaal('plichtGeregistreerd');
    await this.rondAf('intake-uitnodigen', {
      soort: 'nodigUitVoorIntake',
      opgeroepenOp: op,
      afspraakOp: op,
    });
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
}
