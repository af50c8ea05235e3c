import { randomUUID } from 'node:crypto';

import { geldtNog, volgGebeurtenis } from './attentie.js';
import { alsIso } from './datum.js';
import { effectVan } from './gebeurtenissen.js';
import type { Bezorger } from './notificaties/bezorger.js';
import { stapel, voegToe, werkBij } from './toestand/bijwerken.js';
import type { Klok } from './toestand/klok.js';
import type { Afspraak, Notificatie, Persoon } from './toestand/persoon.js';
import type { Staat } from './toestand/staat.js';

type NieuweAfspraak = Omit<Afspraak, 'id' | 'volgnummer' | 'tijdstip'>;

/** Plans events on a person's own clock and lets them happen in order, one person at a time. */
export class Agenda {
  private readonly rijen = new Map<string, Promise<unknown>>();

  constructor(
    private readonly staat: Staat,
    private readonly klok: Klok,
    private readonly bezorger: Bezorger,
  ) {}

  /** A moment already past on the person's clock becomes now: DUO registers nothing in the past. */
  plan(persoon: Persoon, moment: number, nieuw: NieuweAfspraak): Afspraak {
    persoon.volgnummer += 1;
    const afspraak: Afspraak = {
      id: randomUUID(),
      volgnummer: persoon.volgnummer,
      tijdstip: alsIso(Math.max(moment, this.klok.nu(persoon))),
      ...nieuw,
    };
    persoon.agenda.push(afspraak);
    return afspraak;
  }

  /** The same for one person, for what follows from his own events. */
  planner(persoon: Persoon): (moment: number, nieuw: NieuweAfspraak) => void {
    return (moment, nieuw) => {
      this.plan(persoon, moment, nieuw);
    };
  }

  /** The first event due at or before `tot`; events of the same moment come in planned order. */
  volgende(persoon: Persoon, tot: number): Afspraak | undefined {
    return persoon.agenda
      .filter((afspraak) => Date.parse(afspraak.tijdstip) <= tot)
      .sort((a, b) => a.tijdstip.localeCompare(b.tijdstip) || a.volgnummer - b.volgnummer)[0];
  }

  /** Drops planned events, for instance the confirmation of a PIP that was deleted. */
  schrap(persoon: Persoon, gebeurtenisId: string): void {
    persoon.agenda = persoon.agenda.filter((a) => a.gebeurtenisId !== gebeurtenisId);
  }

  /**
   * Lets everything happen that is due up to `tot` (ms, inclusive) and leaves the clock there.
   * Each event stands on the person's clock while it is delivered, so what the gemeente asks in
   * return is answered as of that moment. Returns what was sent, after its delivery attempt.
   */
  verwerkTot(persoon: Persoon, tot: number): Promise<Notificatie[]> {
    const vorige = this.rijen.get(persoon.id) ?? Promise.resolve();
    const deze = vorige.catch(() => undefined).then(() => this.doorloop(persoon, tot));
    this.rijen.set(persoon.id, deze);
    const opruimen = (): void => {
      if (this.rijen.get(persoon.id) === deze) this.rijen.delete(persoon.id);
    };
    deze.then(opruimen, opruimen);
    return deze;
  }

  /** Starts what became due by the passing of real time; persons being moved are left alone. */
  async tik(): Promise<void> {
    const aanDeBeurt = this.staat.gegevens.personen.filter(
      (persoon) =>
        !this.rijen.has(persoon.id) && this.volgende(persoon, this.klok.nu(persoon)) !== undefined,
    );
    await Promise.all(aanDeBeurt.map((p) => this.verwerkTot(p, this.klok.nu(p))));
  }

  private async doorloop(persoon: Persoon, tot: number): Promise<Notificatie[]> {
    const verzonden: Notificatie[] = [];
    for (;;) {
      const afspraak = this.volgende(persoon, Math.max(tot, this.klok.nu(persoon)));
      if (afspraak === undefined) break;
      const notificatie = this.voerUit(persoon, afspraak);
      await this.staat.bewaar();
      if (notificatie === undefined) continue;
      verzonden.push(notificatie);
      await this.bezorger.bezorg(persoon);
    }
    this.klok.zetVooruit(persoon, tot);
    await this.staat.bewaar();
    return verzonden;
  }

  private voerUit(persoon: Persoon, afspraak: Afspraak): Notificatie | undefined {
    this.klok.zetVooruit(persoon, Date.parse(afspraak.tijdstip));
    persoon.agenda = persoon.agenda.filter((a) => a.id !== afspraak.id);
    if (!geldtNog(persoon, afspraak)) return undefined;
    const vandaag = this.klok.vandaag(persoon);
    const vorigeGemeente = persoon.verblijf.gemeenteOin;
    voegToe(persoon, afspraak.toevoegen);
    const effect = effectVan(afspraak.gebeurtenisId, persoon, vandaag);
    werkBij(persoon, stapel(effect, afspraak.bijwerken), vandaag);
    const { gebeurtenisId } = afspraak;
    volgGebeurtenis(
      persoon,
      { gebeurtenisId, vandaag, vorigeGemeente, nu: this.klok.nu(persoon) },
      this.planner(persoon),
    );
    const notificatie: Notificatie = {
      berichtId: randomUUID(),
      gebeurtenisId,
      registratieDatumTijd: afspraak.tijdstip,
      doel: afspraak.doel ?? persoon.verblijf.gemeenteOin,
      status: 'wacht',
      pogingen: [],
    };
    persoon.notificaties.push(notificatie);
    return notificatie;
  }
}
