import type { StuurVraag, Stuurinformatie } from '#contracts/traject.js';
import type { BerichtInhoud } from '#domain/berichten/gebeurtenissen.js';
import type { ApiBerichtSoort } from '#domain/berichten/soorten.js';
import type { DuoBron } from '#domain/keten/gebeurtenissen.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import type { AttenderingBesloten } from '#domain/uitgaand/attendering.js';

export interface Plek {
  readonly gemeenteId: string;
  readonly trajectId: string;
  readonly epoche: number;
}

export type Bericht = {
  readonly [S in ApiBerichtSoort]: { readonly bericht: S; readonly inhoud: BerichtInhoud[S] };
}[ApiBerichtSoort];

export type Claim =
  | {
      readonly soort: 'geclaimd';
      readonly berichtId: string;
      readonly poging: number;
      /** An earlier attempt ended without a verdict: DUO may have taken the message. */
      readonly vorigeOngewis: boolean;
      readonly bericht: Bericht | AttenderingBesloten;
      readonly bsn: string | null;
      readonly gemeenteOin: string;
    }
  | { readonly soort: 'bezet' }
  | { readonly soort: 'vervallen' }
  /** A newer message replaces it, and it was never attempted. */
  | { readonly soort: 'ingehaald' }
  /** The gemeente does not use the API any more. `versie`: of the journal just then. */
  | { readonly soort: 'uitgezet'; readonly versie: number };

/** What the activities need of the door. Every call is one transaction on one journey, and may be repeated. */
export interface DeurVoorActiviteiten {
  stuur(vraag: StuurVraag): Promise<Stuurinformatie>;
  claimBericht(
    vraag: Plek & { readonly meldingId: string; readonly huurSeconden: number },
  ): Promise<Claim>;
  /** Releases the claim of an attempt that did not end the message; `ongewis`: only when its time is up. */
  meldPoging(
    vraag: Plek & {
      readonly meldingId: string;
      /** Of the attempt that ended. */
      readonly berichtId: string;
      readonly uitkomst: 'ongewis' | 'mislukt';
      readonly oorzaak: string;
    },
  ): Promise<void>;
  /** Decides an opdracht of the driver; `opdrachtId` derives from its content. `namens`: whose answer it is, DUO's if left out. */
  verwerkDrijver(
    vraag: Plek & {
      readonly opdrachtId: string;
      readonly opdracht: Opdracht;
      readonly namens?: string;
    },
  ): Promise<void>;
  /** Gives facts to the door and strikes their source off the waiting inbox rows. */
  verwerkFeiten(
    vraag: Plek & {
      readonly bron: DuoBron;
      readonly gevraagdTijdstip: string;
      readonly opdracht: Opdracht;
    },
  ): Promise<void>;
  /** DUO gave no facts: notifications that wait for this source for over an hour become an incident (E18). */
  meldOphalenMislukt(
    vraag: Plek & { readonly bron: DuoBron; readonly oorzaak: string },
  ): Promise<void>;
  /** Who to ask DUO about; `nu`: when the request begins, on the clock of the door (ISO instant). */
  persoonVoorDuo(
    plek: Plek,
  ): Promise<{ readonly bsn: string | null; readonly gemeenteOin: string; readonly nu: string }>;
}
