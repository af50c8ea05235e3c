import { randomUUID } from 'node:crypto';
import { metTransactie, type Transactie, type VasteVraag } from '#database/transactie.js';
import type { BerichtSoort } from '#domain/berichten/gebeurtenissen.js';
import {
  isApiBericht,
  isVervangend,
  waaromHandmatig,
  type ApiBericht,
} from '#domain/berichten/soorten.js';
import type { AttenderingBesloten } from '#domain/uitgaand/attendering.js';
import { DossierFout } from './fout.js';
import { isSlotTeLang, type Deur } from './kern.js';
import { leesVerder, toestandVan, vergrendel } from './lezen.js';
import { GEEN_VERSIES, omgevingOp } from './omgeving.js';
import { haalTrajectzegel } from './trajectzegel.js';
import type { DrijverPlek, TrajectPlek } from './typen.js';

export interface ClaimVraag extends DrijverPlek {
  readonly meldingId: string;
  /** Longer than the time-out of the call: after it another attempt may begin. */
  readonly huurSeconden: number;
}

export type Claim =
  | {
      readonly soort: 'geclaimd';
      /** Of this attempt: DUO promises no deduplication, so each has its own (E17). */
      readonly berichtId: string;
      /** From 1. */
      readonly poging: number;
      /** How an earlier attempt ended is unknown: ask DUO before doing a POST or DELETE again. */
      readonly vorigeOngewis: boolean;
      readonly bericht: ApiBericht | AttenderingBesloten;
      readonly bsn: string | null;
      readonly gemeenteOin: string;
    }
  /** Another attempt or an older message of the same lane goes first. */
  | { readonly soort: 'bezet' }
  /** No longer to be sent. */
  | { readonly soort: 'vervallen' }
  /** Never attempted, and a newer message of the same kind replaces the whole resource (E17). */
  | { readonly soort: 'ingehaald' }
  /** The gemeente put the API off since it was decided. `versie`: of the journal just then. */
  | { readonly soort: 'uitgezet'; readonly versie: number }
  | { readonly soort: 'afgelost' }
  | { readonly soort: 'onbekend' };

interface BerichtRij {
  readonly status: string;
  readonly nr: number;
  readonly poging: number;
  /** An attempt is under way in this lane, perhaps of a message that was withdrawn meanwhile. */
  readonly verhuurd: boolean;
  readonly nooit_teruggegeven: boolean;
  readonly vorige_ongewis: boolean;
  readonly voorganger: boolean;
  readonly opvolger: boolean;
  readonly berichtsoort: BerichtSoort;
  readonly soort: string;
  readonly versie: number;
  readonly zegel: Buffer;
  readonly oin: string;
}

const LEES_BERICHT: VasteVraag = {
  naam: 'deur_bericht',
  tekst: `
SELECT b.status, b.nr, b.poging, EXISTS (SELECT 1 FROM bericht bezig
         WHERE bezig.traject_id = b.traject_id AND bezig.baan = b.baan
         AND bezig.huur_tot > clock_timestamp()) AS verhuurd,
       b.huur_tot IS NOT NULL AS nooit_teruggegeven, b.vorige_ongewis,
       EXISTS (SELECT 1 FROM bericht ouder WHERE ouder.traject_id = b.traject_id
         AND ouder.baan = b.baan AND ouder.status = 'open' AND ouder.nr < b.nr) AS voorganger,
       EXISTS (SELECT 1 FROM bericht nieuwer WHERE nieuwer.traject_id = b.traject_id
         AND nieuwer.baan = b.baan AND nieuwer.soort = b.soort AND nieuwer.status = 'open'
         AND nieuwer.nr > b.nr) AS opvolger, b.soort AS berichtsoort,
       j.soort, j.versie, j.zegel, g.oin
  FROM bericht b
  JOIN journaal j ON j.traject_id = b.traject_id AND j.nr = b.nr
  JOIN gemeente g ON g.id = b.gemeente_id
 WHERE b.traject_id = $1 AND b.melding_id = $2`,
};

const CLAIM: VasteVraag = {
  naam: 'deur_claim',
  tekst: `
UPDATE bericht SET poging = poging + 1, bericht_id = $3, vorige_ongewis = $4,
       huur_tot = clock_timestamp() + make_interval(secs => $5)
 WHERE traject_id = $1 AND melding_id = $2`,
};

const DUO = { soort: 'keten', id: 'DUO' } as const;

/** Takes a message to deliver it; at most one attempt holds it at a time (E17). */
export async function claimBericht(deur: Deur, vraag: ClaimVraag): Promise<Claim> {
  const zegel = await haalTrajectzegel(deur.sleutels, vraag);
  if (zegel === null) return { soort: 'onbekend' };
  const { gemeenteId, trajectId, meldingId, huurSeconden, epoche } = vraag;
  const bekend = deur.versies.haal(gemeenteId);
  const claim = async (runner: Transactie): Promise<Claim> => {
    const [slot, [rij], verder] = await Promise.all([
      vergrendel(runner, trajectId),
      runner.vraag<BerichtRij>(LEES_BERICHT, [trajectId, meldingId]),
      leesVerder(runner, {
        trajectId,
        gemeenteId,
        beller: null,
        opdrachtId: null,
        metVersies: bekend === undefined,
        metJournaal: 'zo-nodig',
      }),
    ]);
    if (slot === null) return { soort: 'onbekend' };
    if (epoche < slot.drijver_epoche) return { soort: 'afgelost' };
    if (rij?.status !== 'open') return { soort: 'vervallen' };
    if (rij.verhuurd || rij.voorganger) return { soort: 'bezet' };
    if (rij.opvolger && rij.poging === 0 && isVervangend(rij.berichtsoort)) {
      return { soort: 'ingehaald' };
    }
    const { persoon } = toestandVan(slot, verder, zegel);
    const bericht = zegel.leesGebeurtenis({ ...rij, zegelMedisch: null });
    if (bericht.soort !== 'berichtBesloten' && bericht.soort !== 'attenderingBesloten') {
      throw new DossierFout('TRAJECT_ONBEKEND', 'Bij dit bericht hoort geen besluit.');
    }
    if (bericht.soort === 'berichtBesloten') {
      if (!isApiBericht(bericht)) return { soort: 'vervallen' };
      const versies = bekend ?? deur.versies.bewaar(gemeenteId, verder.versies ?? GEEN_VERSIES);
      const nuMs = Math.max(slot.laatste_ms, slot.klok_ms + slot.klokverzet_ms);
      const { duoApisUit = [] } = omgevingOp(nuMs, versies, DUO).instellingen;
      if (waaromHandmatig(bericht, duoApisUit) === 'API_UIT') {
        return { soort: 'uitgezet', versie: slot.versie };
      }
    }
    const berichtId = randomUUID();
    // An attempt that never reported may have reached DUO; that stays in doubt until it is delivered.
    const vorigeOngewis = rij.vorige_ongewis || rij.nooit_teruggegeven;
    runner.laatste(CLAIM, [trajectId, meldingId, berichtId, vorigeOngewis, huurSeconden]);
    return {
      soort: 'geclaimd',
      berichtId,
      poging: rij.poging + 1,
      vorigeOngewis,
      bericht,
      bsn: persoon.bsn,
      gemeenteOin: rij.oin,
    };
  };
  try {
    return await metTransactie(deur.dataSource, gemeenteId, claim);
  } catch (fout) {
    if (isSlotTeLang(fout)) return { soort: 'bezet' };
    throw fout;
  }
}

export interface PogingMelding extends TrajectPlek {
  readonly meldingId: string;
  /** The attempt that ended; a later one is left alone. */
  readonly berichtId: string;
  /** `ongewis`: DUO may have taken it; `mislukt`: it surely did not. */
  readonly uitkomst: 'ongewis' | 'mislukt';
  /** Technical cause, without personal data. */
  readonly oorzaak: string;
}

/**
 * Gives a claim back after a technical failure. After an unknown outcome it is held until its time is up: DUO may
 * still be at work, and comparing too soon would find nothing and send twice. True when this attempt still held it.
 */
export async function meldPoging(deur: Deur, melding: PogingMelding): Promise<boolean> {
  const { gemeenteId, trajectId, meldingId, berichtId, uitkomst, oorzaak } = melding;
  const rijen = await metTransactie(deur.dataSource, gemeenteId, (runner) =>
    runner.query(
      `WITH rij AS (UPDATE bericht SET laatste_oorzaak = $5,
                huur_tot = CASE WHEN $4 THEN huur_tot END,
                vorige_ongewis = vorige_ongewis OR $4
          WHERE traject_id = $1 AND melding_id = $2 AND bericht_id = $3 AND status IN ('open', 'vervallen')
          RETURNING 1 AS een)
         SELECT een FROM rij`,
      [trajectId, meldingId, berichtId, uitkomst === 'ongewis', oorzaak.slice(0, 200)],
    ),
  );
  return rijen.length > 0;
}
