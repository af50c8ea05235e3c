import type { IsoDatum } from '../datum/datum.js';
import type { Gedetailleerd, Indeling, Persoon } from './persoon.js';
import type { SportSoort, TrajectTermijnCode } from './instellingen.js';
import type { LedgerRegel, Versie } from '../termijnen/ledger.js';
import type { Verlengingsfeiten } from '../verlenging/opdrachten.js';
import type { BerichtStatus } from '../berichten/gebeurtenissen.js';
import type { HandmatigOorzaak } from '../berichten/soorten.js';
import type { Contactgegevens } from '../contactpersoon/opdrachten.js';
import type { BrpVerschil } from '../brp/verschil.js';
import type { DuoBron } from '../keten/gebeurtenissen.js';
import type { CoaProfielStand } from '../overdracht/profiel.js';
import type { Verschil } from '../reconciliatie/verschil.js';
import type { Signaal } from '../signaal/signalen.js';
import type { Verzendsoort } from '../uitgaand/attendering.js';
import type { OverigeUrenStand } from '../uren/gebeurtenissen.js';
import type { Wisreden } from '../wissing/opdrachten.js';

/** A fact someone recorded: on which day it happened and which journal entry holds it. */
export interface Feit {
  readonly op: IsoDatum;
  readonly nr: number;
}

export interface TermijnStand {
  readonly code: TrajectTermijnCode;
  /** Last day, inclusive. */
  readonly uiterlijkOp: IsoDatum;
  readonly regelVersie: string;
  /** Facts it was computed from, as canonical JSON: unchanged facts are never computed again. */
  readonly feiten: string;
  readonly status: 'loopt' | 'gehaald' | 'ingetrokken';
  readonly startNr: number;
  readonly gehaaldOp: IsoDatum | null;
  /** Rungs done for this calculated date, with the entry that did it. */
  readonly sporten: Readonly<Partial<Record<SportSoort, number>>>;
  /** Rungs still to come with the civil date at whose start each is due. */
  readonly ladder: readonly { readonly sport: SportSoort; readonly op: IsoDatum }[];
}

/** One version of an entry in the ledger of a term, with the journal entry that holds it. */
export type OpschortingRegel = LedgerRegel & { readonly nr: number };

/** One version of a verlenging that DUO granted or that is expected. */
export interface VerlengingRegel extends Versie {
  readonly nr: number;
  /** Day on which this version was recorded. */
  readonly op: IsoDatum;
  readonly reden?: string;
  readonly oordeel: 'toegekend' | 'verwacht';
  readonly besluitOp: IsoDatum | null;
  readonly feiten: Verlengingsfeiten;
}

export interface AanvraagStand {
  readonly onderwerp: string;
  readonly ontvangenOp: IsoDatum;
  readonly nr: number;
  readonly besluit: Feit | null;
}

export interface BerichtStand {
  readonly soort: Verzendsoort;
  /** Per lane one message at a time, oldest first. */
  readonly baan: string;
  readonly nr: number;
  readonly status: BerichtStatus;
  /** Civil day on which DUO took it. */
  readonly bezorgdOp: IsoDatum | null;
  /** Entry that gave this status. */
  readonly statusNr: number;
  /** Why it is, or was, done by hand from the start; absent: it went to DUO. */
  readonly oorzaak?: HandmatigOorzaak;
}

/** A contactpersoon of the gemeente, with its number at DUO once that is known. */
export interface ContactpersoonStand extends Contactgegevens {
  readonly nr: number;
  /** 1 to 99999. */
  readonly contactpersoonId: number | null;
}

/** Whether it is the inburgeraar's fault that a part was not done within the inburgeringstermijn. */
export interface VerwijtbaarStand extends Feit {
  readonly oordeel: 'Ja' | 'Nee';
}

/** What another gemeente may have reported to DUO before us. */
export type Elders = 'map' | 'pvt';

/** The last time DUO told this, and whether it was still to be looked at when it came. */
export interface SignaalStand {
  /** Entry since which it waits for a person, or that said so last. */
  readonly nr: number;
  /** ISO instant (UTC) at which DUO registered it. */
  readonly gemeldTijdstip: string;
  readonly open: boolean;
}

export type Leerroute = 'B' | 'O' | 'Z';
export type Niveau = 'A2' | 'B1';
export type Alfabetisering = 'A' | 'AA' | 'NVT';
export type Scenario = 'snelle-start' | 'gecombineerd' | 'na-verhuizing';

export interface PipStand {
  readonly concept: Feit | null;
  readonly vastgesteld: (Feit & { readonly meldingId: string }) | null;
  /** Dagtekening of the first PIP ever: a replaced PIP does not move the termijn (Wi art. 11 lid 3). */
  readonly eersteDagtekening: IsoDatum | null;
  readonly alfabetisering: Alfabetisering;
  readonly voortgangsgesprekMaanden: number | null;
}

/** A journey's state: the fold of its journal. Plain data. */
export interface Toestand {
  readonly toestandVersie: number;
  readonly trajectId: string;
  readonly proef: boolean;
  /** Number of the last event folded in. */
  readonly nr: number;
  readonly geopend: Feit;
  readonly status: 'open' | 'gesloten';
  readonly bron: 'COA' | 'DUO';
  readonly persoon: Persoon;
  readonly indeling: Indeling | null;
  readonly gedetailleerd: Gedetailleerd | null;

  readonly koppeling: (Feit & { readonly vergunningOp: IsoDatum | null }) | null;
  /** What COA said last; absent: no profile was compared yet. */
  readonly coaProfiel?: CoaProfielStand;
  readonly scenario: (Feit & { readonly keuze: Scenario }) | null;
  readonly driegesprek: Feit | null;
  readonly gehuisvestViaHvw28: boolean;
  readonly woning: Feit | null;
  readonly verhuizing: Feit | null;
  readonly brpInschrijving: Feit | null;
  /** First day in this gemeente of whom DUO told us, as the BRP has it; absent: not known. */
  readonly gevestigdOp?: IsoDatum;
  readonly bijstand: (Feit & { readonly toegekend: boolean }) | null;
  readonly regelingen: Feit | null;

  readonly plicht:
    (Feit & { readonly beginOp: IsoDatum | null; readonly kennisgevingOp: IsoDatum }) | null;
  readonly plichtEinde: (Feit & { readonly reden: string }) | null;
  readonly uitnodiging: (Feit & { readonly afspraakOp: IsoDatum }) | null;
  readonly intake: Feit | null;
  readonly lbtAanmelding: Feit | null;
  readonly lbtOntheffing: Feit | null;
  readonly lbtResultaat: (Feit & { readonly resultaat: string }) | null;
  readonly leerroute:
    | (Feit & {
        readonly route: Leerroute;
        readonly niveau: Niveau | null;
        readonly intensiteitUren: number | null;
      })
    | null;
  readonly pip: PipStand;
  /** Termijn as DUO states it, end date inclusive. */
  readonly duoTermijn: {
    readonly startOp: IsoDatum;
    readonly eindeOp: IsoDatum;
    readonly ontvangenOp: IsoDatum;
    readonly nr: number;
  } | null;
  readonly bevestigingNagevraagd: Feit | null;
  readonly aanbod:
    (Feit & { readonly startOp: IsoDatum; readonly instellingsnummer: string }) | null;
  readonly begeleiding: Feit | null;
  readonly ontzorgenIngericht: Feit | null;
  readonly ontzorgenAfgerond: Feit | null;

  readonly pvt: {
    /** Quarter hours add up without rounding: hours times 100. */
    readonly urenMaal100: number;
    readonly activiteiten: number;
    readonly laatsteNr: number;
    readonly ondertekend: Feit | null;
    /** Absent: nothing said of it. */
    readonly verwijtbaar?: VerwijtbaarStand;
  };
  readonly map: {
    readonly urenMaal100: number;
    readonly laatsteNr: number;
    readonly eindgesprek: Feit | null;
    /** Absent: nothing said of it. */
    readonly verwijtbaar?: VerwijtbaarStand;
  };
  /** The Z-route is completed; absent: not yet. */
  readonly zroute?: Feit;
  readonly uren: {
    readonly nt2: number;
    readonly knm: number;
    readonly totEnMet: IsoDatum;
    readonly nr: number;
  } | null;
  /** Totals of participation, per vorm; absent: nothing recorded. */
  readonly overigeUren?: OverigeUrenStand;
  readonly voortgangsgesprek: (Feit & { readonly aantal: number }) | null;
  readonly examens: {
    readonly geslaagd: readonly string[];
    readonly aantal: number;
    readonly nr: number;
  } | null;
  readonly eindgesprek: Feit | null;
  readonly gesloten: (Feit & { readonly bewarenTot: IsoDatum | null }) | null;
  /** Received by mistake: stopped, and to be erased. Absent otherwise. */
  readonly tenOnrechte?: Feit & { readonly reden: Wisreden };

  readonly termijnen: Readonly<Record<string, TermijnStand>>;
  readonly escalaties: Readonly<
    Record<string, { readonly nr: number; readonly afgehandeldNr: number | null }>
  >;
  /** Ledgers, by key of their term; absent: nothing was ever recorded. */
  readonly opschortingen?: Readonly<Record<string, readonly OpschortingRegel[]>>;
  readonly verlengingen?: readonly VerlengingRegel[];
  /** By key of their term. */
  readonly aanvragen?: Readonly<Record<string, AanvraagStand>>;
  readonly berichten: Readonly<Record<string, BerichtStand>>;
  /** Whom the chain can ask about this person; absent: nobody was named. */
  readonly contactpersoon?: ContactpersoonStand;
  /** Differences with DUO that wait for a person, and those a person explained; absent when there are none. */
  readonly reconciliatie?: {
    readonly nr: number;
    readonly open: readonly Verschil[];
    readonly verklaard: readonly Verschil[];
  };
  /** The same of the BRP; absent until it first said something else. */
  readonly brp?: {
    readonly nr: number;
    /** When the newest request began that changed this (E18). */
    readonly gevraagdTijdstip: string;
    readonly open: readonly BrpVerschil[];
    readonly verklaard: readonly BrpVerschil[];
  };
  /** What DUO told that a person must look at; absent: it told nothing of the kind. */
  readonly signalen?: Readonly<Partial<Record<Signaal, SignaalStand>>>;
  /** Moment at which the request for the newest facts of each DUO source began (E18). */
  readonly feitTijdstip: Readonly<Partial<Record<DuoBron, string>>>;
  /** Facts of sources the journey does not decide on, as canonical JSON: equal facts give no event. */
  readonly ketenfeiten: Readonly<Partial<Record<DuoBron, string>>>;
  /** Of which DUO has a date that another gemeente reported; absent: of neither. */
  readonly elders?: readonly Elders[];
  /** Last number of any entry that reopened something withdrawn, so that a task opened again has a new id. */
  readonly ingetrokken: Readonly<Record<string, number>>;
}

/** Raised when the shape of the snapshot changes: older ones are then folded anew from the journal (E8). */
export const TOESTAND_VERSIE = 1;
