import { Context } from '@temporalio/activity';
import type { UitgaandPort, UitgaandUitkomst } from '#adapters/uitgaand/uitgaand.port.js';
import type { BezorgUitkomst } from '#contracts/traject.js';
import type { AttenderingInhoud } from '#domain/uitgaand/attendering.js';
import type { Claim, DeurVoorActiviteiten, Plek } from '../deur.js';
import { HUUR_SECONDEN, laterOpnieuw } from '../duo/mislukt.js';

/** About a day of ever slower attempts: an attendering that comes later than that helps nobody. */
const POGINGEN = 100;

const NAMENS = 'uitgaand';

type Geclaimd = Extract<Claim, { soort: 'geclaimd' }>;

interface Poging extends Plek {
  readonly meldingId: string;
  readonly claim: Geclaimd;
}

/** Kind and status only: no address, no words of the receiver. */
function oorzaakVan(uitkomst: Exclude<UitgaandUitkomst, { soort: 'gelukt' }>): string {
  switch (uitkomst.soort) {
    case 'geweigerd':
      return `geweigerd:${uitkomst.oorzaak}`;
    case 'storing':
      return `storing:${uitkomst.oorzaak}${uitkomst.status === undefined ? '' : `:${uitkomst.status}`}`;
    case 'niet-ingericht':
    case 'niet-geautoriseerd':
      return uitkomst.soort;
  }
}

/**
 * Delivers a claimed attendering by webhook or mail, at least once: what may have arrived is sent again under the same
 * id, for a receiver tells doubles apart by it. `pogingen`: after each so many attempts a person hears of it.
 */
export class Attendeerder {
  constructor(
    private readonly deur: DeurVoorActiviteiten,
    private readonly uitgaand: UitgaandPort,
    private readonly pogingen = POGINGEN,
  ) {}

  async bezorg(
    plek: Plek,
    meldingId: string,
    claim: Geclaimd,
    inhoud: AttenderingInhoud,
  ): Promise<BezorgUitkomst> {
    const poging = { ...plek, meldingId, claim };
    const uitkomst = await this.uitgaand.verstuur({
      id: `${plek.trajectId}_${meldingId}`,
      gemeenteOin: claim.gemeenteOin,
      trajectId: plek.trajectId,
      inhoud,
      signal: Context.current().cancellationSignal,
    });
    if (uitkomst.soort === 'gelukt') return this.bezorgd(poging);
    const oorzaak = oorzaakVan(uitkomst);
    const ongewis = uitkomst.soort === 'storing' && uitkomst.ongewis;
    await this.deur.meldPoging({
      ...plek,
      meldingId,
      berichtId: claim.berichtId,
      uitkomst: ongewis ? 'ongewis' : 'mislukt',
      oorzaak,
    });
    const zinloos = uitkomst.soort === 'geweigerd' || uitkomst.soort === 'niet-ingericht';
    if (zinloos || claim.poging % this.pogingen === 0) return this.opgegeven(poging, oorzaak);
    const naSeconden = uitkomst.soort === 'storing' ? uitkomst.herhaalNaSeconden : undefined;
    throw laterOpnieuw(oorzaak, ongewis ? Math.max(HUUR_SECONDEN, naSeconden ?? 0) : naSeconden);
  }

  private async bezorgd({ meldingId, claim, ...plek }: Poging): Promise<'bezorgd'> {
    const { berichtId } = claim;
    await this.deur.verwerkDrijver({
      ...plek,
      opdrachtId: `bezorgd:${meldingId}:${berichtId}`,
      opdracht: { soort: 'meldBezorgd', meldingId, berichtId },
      namens: NAMENS,
    });
    return 'bezorgd';
  }

  private async opgegeven(
    { meldingId, claim, ...plek }: Poging,
    oorzaak: string,
  ): Promise<'geweigerd'> {
    await this.deur.verwerkDrijver({
      ...plek,
      opdrachtId: `niet-bezorgd:${meldingId}:${claim.poging}`,
      opdracht: { soort: 'meldNietBezorgd', meldingId, oorzaak },
      namens: NAMENS,
    });
    return 'geweigerd';
  }
}
