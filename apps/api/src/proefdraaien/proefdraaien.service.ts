import { Injectable } from '@nestjs/common';
import { beginVanDag } from '#config/amsterdam.js';
import { rustVanTraject } from '#database/read/traject-onderdelen.js';
import { inGemeente } from '#database/transactie.js';
import { termijnenVan } from '#domain/traject/overzicht.js';
import type { Toestand } from '#domain/traject/toestand.js';
import type { TrajectPlek } from '#dossier/typen.js';
import { ApiOmgeving } from '../common/omgeving.js';
import { ApiFout, nietGevonden } from '../common/problemen.js';
import { Ketensimulator } from './ketensimulator.js';
import { spoelVooruit, stootAan, stopreden, VooruitspoelFout } from './vooruitspoeler.js';
import type { VooruitspoelDto, VooruitspoelStand } from './vooruitspoelen.dto.js';

const DAG_MS = 86_400_000;
const MEESTE_GELIJKTIJDIG = 20;
const MEESTE_ONTHOUDEN = 1_000;

type Loop = { -readonly [K in keyof VooruitspoelStand]: VooruitspoelStand[K] } & {
  sleutel: string;
};

/** Forwards rehearsals, one run per journey, and remembers how each ended. */
@Injectable()
export class ProefdraaienService {
  readonly #lopen = new Map<string, Loop>();

  constructor(private readonly omgeving: ApiOmgeving) {}

  async begin(
    plek: TrajectPlek,
    dto: VooruitspoelDto,
    sleutel: string,
  ): Promise<VooruitspoelStand> {
    const eerder = this.#lopen.get(plek.trajectId);
    if (eerder?.sleutel === sleutel) return toon(eerder);
    const inzage = await this.omgeving.dossier.leesToestand(plek);
    if (inzage === null) throw nietGevonden('Dit traject');
    if (!inzage.toestand.proef) throw geenProef();
    const doel = doelVan(dto, inzage.toestand, new Date(inzage.tijdstip));
    if (
      [...this.#lopen.values()].filter(({ status }) => status === 'bezig').length >=
      MEESTE_GELIJKTIJDIG
    ) {
      throw new ApiFout('TE_VEEL_VERZOEKEN', 'Er wordt al veel vooruitgespoeld. Wacht even.');
    }
    switch (await this.omgeving.dossier.beginVooruitspoelen(plek)) {
      case 'begonnen':
        break;
      case 'onbekend':
        throw nietGevonden('Dit traject');
      case 'geen-proef':
        throw geenProef();
      case 'bezig':
        throw new ApiFout('GEWEIGERD', 'Dit traject wordt al vooruitgespoeld.', {
          regel: 'WORDT_VOORUITGESPOELD',
        });
    }
    const loop: Loop = {
      sleutel,
      trajectId: plek.trajectId,
      status: 'bezig',
      vanTijdstip: inzage.tijdstip,
      doelTijdstip: doel.toISOString(),
      nuTijdstip: inzage.tijdstip,
      melding: null,
    };
    if (this.#lopen.size >= MEESTE_ONTHOUDEN) this.#vergeetOudste();
    this.#lopen.set(plek.trajectId, loop);
    void this.#loop(plek, doel, inzage.toestand, loop);
    return toon(loop);
  }

  /** How the last run of this journey stands. */
  async stand(plek: TrajectPlek): Promise<VooruitspoelStand> {
    const rust = await inGemeente(
      this.omgeving.dataSource,
      plek.gemeenteId,
      (manager) => rustVanTraject(manager, plek.trajectId),
      { alleenLezen: true },
    );
    if (rust === undefined) throw nietGevonden('Dit traject');
    if (!rust.proef) throw geenProef();
    const loop = this.#lopen.get(plek.trajectId);
    if (loop !== undefined) return toon(loop);
    // Forwarded by another process, or before this one started.
    const bezig = rust.vooruitspoelen_tot !== null && rust.vooruitspoelen_tot > new Date();
    const nuTijdstip = rust.nu.toISOString();
    return {
      trajectId: plek.trajectId,
      status: bezig ? 'bezig' : 'klaar',
      vanTijdstip: null,
      doelTijdstip: null,
      nuTijdstip,
      melding: null,
    };
  }

  async #loop(plek: TrajectPlek, doel: Date, toestand: Toestand, loop: Loop): Promise<void> {
    try {
      const keten = await this.#keten(toestand);
      const nu = await spoelVooruit(this.omgeving, plek, doel, keten, {
        stap: (tijdstip) => {
          loop.nuTijdstip = tijdstip.toISOString();
        },
      });
      loop.nuTijdstip = nu.toISOString();
      await this.omgeving.dossier.eindVooruitspoelen(plek);
      loop.status = 'klaar';
    } catch (fout) {
      const gestopt = await stopreden(this.omgeving, plek).catch(() => null);
      loop.melding =
        gestopt ??
        (fout instanceof VooruitspoelFout ||
        (fout instanceof Error && fout.name === 'ProefdraaiFout')
          ? fout.message
          : 'Het vooruitspoelen brak af. Kijk in het log van de api.');
      this.omgeving.logger.warn({ fout, trajectId: plek.trajectId }, 'vooruitspoelen mislukt');
      await this.omgeving.dossier.eindVooruitspoelen(plek).catch(() => undefined);
      loop.status = 'mislukt';
    }
    await stootAan(this.omgeving, plek).catch(() => undefined);
  }

  async #keten(
    toestand: Toestand,
  ): Promise<{ simulator: Ketensimulator; persoonId: string } | null> {
    const { ketensimulatorUrl } = this.omgeving.opties;
    const { bsn } = toestand.persoon;
    if (ketensimulatorUrl === undefined || bsn === null) return null;
    const simulator = new Ketensimulator(ketensimulatorUrl);
    const persoonId = await simulator.zoek(bsn);
    return persoonId === null ? null : { simulator, persoonId };
  }

  #vergeetOudste(): void {
    for (const [trajectId, { status }] of this.#lopen) {
      if (status === 'bezig') continue;
      this.#lopen.delete(trajectId);
      return;
    }
  }
}

function geenProef(): ApiFout {
  return new ApiFout('GEWEIGERD', 'Alleen een proeftraject kan vooruitgespoeld worden.', {
    regel: 'TRAJECT_IS_GEEN_PROEF',
  });
}

/** The moment to go to: so many days on, or where the first term has something to say. */
function doelVan(dto: VooruitspoelDto, toestand: Toestand, nu: Date): Date {
  if (dto.dagen !== undefined) return new Date(nu.getTime() + dto.dagen * DAG_MS);
  const momenten = termijnenVan(toestand)
    .flatMap(({ volgendeSport }) => (volgendeSport === null ? [] : [beginVanDag(volgendeSport.op)]))
    .filter((moment) => moment > nu)
    .sort((a, b) => a.getTime() - b.getTime());
  const [eerste] = momenten;
  if (eerste === undefined) {
    throw new ApiFout('GEWEIGERD', 'Er loopt nu geen termijn in dit traject.', {
      regel: 'GEEN_TERMIJN',
    });
  }
  return eerste;
}

function toon({ sleutel: _sleutel, ...stand }: Loop): VooruitspoelStand {
  return stand;
}
