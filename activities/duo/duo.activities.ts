import { randomUUID } from 'node:crypto';
import { Context } from '@temporalio/activity';
import type { DuoPort } from '#adapters/duo/duo.port.js';
import type { Storing } from '#adapters/duo/uitkomst.js';
import { NIET_INGERICHT } from '#adapters/uitgaand/uitgaand.port.js';
import type { BezorgUitkomst, DuoActiviteiten, StuurVraag } from '#contracts/traject.js';
import type { Bericht, Claim, DeurVoorActiviteiten, Plek } from '../deur.js';
import { Attendeerder } from '../uitgaand/attendeerder.js';
import { isAlVerwerkt, verstuur, type Aangenomen } from './berichten.js';
import { HAAL } from './feiten.js';
import { HUUR_SECONDEN, laterOpnieuw, oorzaakVan } from './mislukt.js';

const INTREKKEND: readonly Bericht['bericht'][] = [
  'AANBOD_INTREKKEN',
  'PIP_INTREKKEN',
  'CONTACTPERSOON_ONTKOPPELEN',
];

type Geclaimd = Extract<Claim, { soort: 'geclaimd' }>;

/** Not before the claim is free again, and not before the moment that DUO named. */
function wachttijdNa({ ongewis, herhaalNaSeconden }: Storing): number | undefined {
  return ongewis ? Math.max(HUUR_SECONDEN, herhaalNaSeconden ?? 0) : herhaalNaSeconden;
}

function plekVan({ trajectId, gemeenteId, epoche }: StuurVraag): Plek {
  return { trajectId, gemeenteId, epoche };
}

/** Calls to DUO. Idempotent by meldingId (deliveries) and by content (facts); the door keeps the count. */
export class DuoActiviteitenImpl implements DuoActiviteiten {
  constructor(
    private readonly deur: DeurVoorActiviteiten,
    private readonly duo: DuoPort,
    private readonly attendeerder = new Attendeerder(deur, NIET_INGERICHT),
  ) {}

  bezorg = async (vraag: StuurVraag & { meldingId: string }): Promise<BezorgUitkomst> => {
    const plek = plekVan(vraag);
    const { meldingId } = vraag;
    const claim = await this.deur.claimBericht({ ...plek, meldingId, huurSeconden: HUUR_SECONDEN });
    if (claim.soort === 'vervallen') return 'vervallen';
    if (claim.soort === 'ingehaald') {
      await this.deur.verwerkDrijver({
        ...plek,
        opdrachtId: `ingehaald:${meldingId}`,
        opdracht: { soort: 'meldIngehaald', meldingId },
      });
      return 'vervallen';
    }
    if (claim.soort === 'uitgezet') {
      await this.deur.verwerkDrijver({
        ...plek,
        opdrachtId: `uitgezet:${meldingId}:${claim.versie}`,
        opdracht: { soort: 'meldApiUit', meldingId },
      });
      return 'vervallen';
    }
    if (claim.soort === 'bezet') throw laterOpnieuw('claim-bezet');
    return this.bezorgGeclaimd(plek, meldingId, claim);
  };

  geefBezorgingOp = async (vraag: StuurVraag & { meldingId: string }): Promise<void> => {
    await this.deur.verwerkDrijver({
      ...plekVan(vraag),
      opdrachtId: `opgegeven:${vraag.meldingId}:${vraag.workflowTijdstip}`,
      opdracht: { soort: 'meldNietBezorgd', meldingId: vraag.meldingId, oorzaak: 'tijd-op' },
    });
  };

  haalFeiten = async (vraag: Parameters<DuoActiviteiten['haalFeiten']>[0]): Promise<void> => {
    const plek = plekVan(vraag);
    const { bsn, gemeenteOin, nu } = await this.deur.persoonVoorDuo(plek);
    if (bsn === null) throw laterOpnieuw('bsn-onbekend');
    const gehaald = await HAAL[vraag.bron](this.duo, this.aanroep(gemeenteOin, bsn), nu);
    if (gehaald.soort === 'mislukt') {
      const { uitkomst } = gehaald;
      const oorzaak = oorzaakVan(uitkomst);
      await this.deur.meldOphalenMislukt({ ...plek, bron: vraag.bron, oorzaak });
      throw laterOpnieuw(
        oorzaak,
        uitkomst.soort === 'storing' ? uitkomst.herhaalNaSeconden : undefined,
      );
    }
    await this.deur.verwerkFeiten({
      ...plek,
      bron: vraag.bron,
      gevraagdTijdstip: nu,
      opdracht: gehaald.opdracht,
    });
  };

  private aanroep(gemeenteOin: string, bsn: string, berichtId: string = randomUUID()) {
    return { gemeenteOin, bsn, berichtId, signal: Context.current().cancellationSignal };
  }

  private async bezorgGeclaimd(
    plek: Plek,
    meldingId: string,
    claim: Geclaimd,
  ): Promise<BezorgUitkomst> {
    const { bsn, gemeenteOin, berichtId, bericht, vorigeOngewis } = claim;
    if (!('bericht' in bericht)) {
      return this.attendeerder.bezorg(plek, meldingId, claim, bericht.inhoud);
    }
    if (bsn === null) {
      await this.meldLater(plek, meldingId, claim, false, 'bsn-onbekend');
      throw laterOpnieuw('bsn-onbekend');
    }
    if (vorigeOngewis || claim.poging > 1) {
      const aanroep = this.aanroep(gemeenteOin, bsn);
      const verwerkt = await isAlVerwerkt(this.duo, aanroep, bericht, vorigeOngewis);
      if (verwerkt === 'ja') return this.bezorgd(plek, meldingId, berichtId);
      if (verwerkt === 'niet-na-te-gaan') {
        return this.nietBezorgd(plek, meldingId, claim.poging, verwerkt);
      }
      if (verwerkt === 'onbekend') {
        await this.meldLater(plek, meldingId, claim, false, 'vergelijken');
        throw laterOpnieuw('vergelijken');
      }
    }
    const uitkomst = await verstuur(this.duo, this.aanroep(gemeenteOin, bsn, berichtId), bericht);
    if (uitkomst.soort === 'gelukt') {
      return this.bezorgd(plek, meldingId, berichtId, uitkomst.waarde);
    }
    const oorzaak = oorzaakVan(uitkomst);
    switch (uitkomst.soort) {
      case 'geweigerd':
        await this.deur.verwerkDrijver({
          ...plek,
          opdrachtId: `geweigerd:${meldingId}:${claim.poging}`,
          opdracht: { soort: 'meldGeweigerd', meldingId, foutteksten: uitkomst.foutteksten },
        });
        return 'geweigerd';
      case 'onbekend':
        // DUO has nothing to take back: that is what a withdrawal asked for.
        if (INTREKKEND.includes(bericht.bericht)) {
          return this.bezorgd(plek, meldingId, berichtId);
        }
        return this.nietBezorgd(plek, meldingId, claim.poging, oorzaak);
      case 'ons-defect':
        return this.nietBezorgd(plek, meldingId, claim.poging, oorzaak);
      case 'storing':
        await this.meldLater(plek, meldingId, claim, uitkomst.ongewis, oorzaak);
        throw laterOpnieuw(oorzaak, wachttijdNa(uitkomst));
      case 'onbegrijpelijk':
        await this.meldLater(plek, meldingId, claim, true, oorzaak);
        throw laterOpnieuw(oorzaak, HUUR_SECONDEN);
      case 'niet-geautoriseerd':
        await this.meldLater(plek, meldingId, claim, false, oorzaak);
        throw laterOpnieuw(oorzaak);
    }
  }

  private async meldLater(
    plek: Plek,
    meldingId: string,
    { berichtId }: Geclaimd,
    ongewis: boolean,
    oorzaak: string,
  ): Promise<void> {
    await this.deur.meldPoging({
      ...plek,
      meldingId,
      berichtId,
      uitkomst: ongewis ? 'ongewis' : 'mislukt',
      oorzaak,
    });
  }

  private async bezorgd(
    plek: Plek,
    meldingId: string,
    berichtId: string,
    aangenomen: Aangenomen = {},
  ): Promise<'bezorgd'> {
    await this.deur.verwerkDrijver({
      ...plek,
      opdrachtId: `bezorgd:${meldingId}:${berichtId}`,
      opdracht: { soort: 'meldBezorgd', meldingId, berichtId, ...aangenomen },
    });
    return 'bezorgd';
  }

  private async nietBezorgd(
    plek: Plek,
    meldingId: string,
    poging: number,
    oorzaak: string,
  ): Promise<'geweigerd'> {
    await this.deur.verwerkDrijver({
      ...plek,
      opdrachtId: `niet-bezorgd:${meldingId}:${poging}`,
      opdracht: { soort: 'meldNietBezorgd', meldingId, oorzaak },
    });
    return 'geweigerd';
  }
}
