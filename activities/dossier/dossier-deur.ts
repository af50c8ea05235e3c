import { ApplicationFailure } from '@temporalio/common';
import type { Dossier } from '#dossier/dossier.js';
import type { VerwerkUitkomst } from '#dossier/typen.js';
import type { DeurVoorActiviteiten, Plek } from '../deur.js';

/** Held by another for a while, or a newer driver: Temporal tries again, and the next reading tells. */
function nogNiet(reden: string): ApplicationFailure {
  return ApplicationFailure.create({ type: 'DEUR_LATER', message: reden, nonRetryable: false });
}

/** A refusal is a result: it is in the answer, and the journey goes on without this report. */
function afgehandeld({ soort }: VerwerkUitkomst): void {
  if (soort === 'bezet' || soort === 'versie-verouderd') throw nogNiet(soort);
}

/** The door as the activities see it: in the name of the driver, with its epoche. */
export function maakDossierDeur(dossier: Dossier): DeurVoorActiviteiten {
  return {
    stuur: (vraag) => dossier.stuur(vraag),
    claimBericht: async (vraag) => {
      const claim = await dossier.claimBericht(vraag);
      switch (claim.soort) {
        case 'geclaimd':
        case 'bezet':
        case 'vervallen':
        case 'ingehaald':
        case 'uitgezet':
          return claim;
        case 'afgelost':
        case 'onbekend':
          return { soort: 'vervallen' };
      }
    },
    meldPoging: async (vraag) => {
      await dossier.meldPoging(vraag);
    },
    verwerkDrijver: async ({ opdrachtId, opdracht, namens = 'DUO', ...plek }) => {
      afgehandeld(
        await dossier.verwerk({
          ...plek,
          opdracht,
          opdrachtId: `${plek.trajectId}:${opdrachtId}`,
          beller: 'drijver',
          actor: { soort: 'keten', id: namens },
        }),
      );
    },
    verwerkFeiten: async (vraag) => {
      afgehandeld(await dossier.verwerkFeiten(vraag));
    },
    meldOphalenMislukt: async ({ oorzaak, ...vraag }) => {
      await dossier.geefOphalenOp({ ...vraag, reden: `DUO geeft de feiten niet: ${oorzaak}.` });
    },
    persoonVoorDuo: async (plek: Plek) => {
      const begin = await dossier.beginOphalen(plek);
      if (begin.soort !== 'begonnen') throw nogNiet(begin.soort);
      return { bsn: begin.bsn, gemeenteOin: begin.gemeenteOin, nu: begin.gevraagdTijdstip };
    },
  };
}
