import { ApplicationFailure } from '@temporalio/common';
import type { BulkactieActiviteiten } from '#contracts/bulkactie.js';
import { DomainError } from '#domain/fout.js';
import { TOESTAND_VERSIE } from '#domain/traject/toestand.js';
import type { Dossier } from '#dossier/dossier.js';
import type { DossierSysteem } from '#dossier/systeem.js';
import { VerzegelingFout } from '#security/verzegeling.js';

const PER_BLAD = 25;

export interface BijwerkingBenodigdheden {
  readonly systeem: Pick<DossierSysteem, 'achterlopend' | 'bijgewerkt'>;
  readonly dossier: Pick<Dossier, 'herbouw'>;
  /** A journey that this code cannot read: for the log. */
  readonly meldMislukt: (trajectId: string, fout: Error) => void;
  /** Tells Temporal that the page goes on. */
  readonly hartslag: () => void;
}

/** Pages of bringing all journeys in line. Where it is, is with the journeys: what is done is behind no more. */
export function maakBijwerkingActiviteiten({
  systeem,
  dossier,
  meldMislukt,
  hartslag,
}: BijwerkingBenodigdheden): Pick<BulkactieActiviteiten, 'doeBijwerkingsblad'> {
  return {
    doeBijwerkingsblad: async ({ versie, perSeconde, vanaf }) => {
      if (versie > TOESTAND_VERSIE) {
        throw ApplicationFailure.create({
          type: 'OUDERE_CODE',
          message: 'Deze worker is ouder dan wat bijgewerkt wordt; een andere doet het.',
          nonRetryable: false,
        });
      }
      const blad = await systeem.achterlopend(versie, vanaf, PER_BLAD);
      let mislukt = 0;
      for (const plek of blad) {
        hartslag();
        try {
          // Without a key there is nothing left to rebuild.
          const gebouwd = await dossier.herbouw(plek, { laag: true });
          if (!gebouwd) await systeem.bijgewerkt(plek.trajectId, TOESTAND_VERSIE);
        } catch (fout) {
          if (!(fout instanceof DomainError) && !(fout instanceof VerzegelingFout)) throw fout;
          mislukt += 1;
          meldMislukt(plek.trajectId, fout);
        }
      }
      return {
        volgende: blad.length < PER_BLAD ? null : (blad.at(-1)?.trajectId ?? null),
        gedaan: blad.length - mislukt,
        mislukt,
        wachtMs: Math.ceil((blad.length / perSeconde) * 1_000),
      };
    },
  };
}
