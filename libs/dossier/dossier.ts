import type { Stuurinformatie, StuurVraag } from '#contracts/traject.js';
import type { DuoBron } from '#domain/keten/gebeurtenissen.js';
import { claimBericht, meldPoging } from './bezorging.js';
import type { Claim, ClaimVraag, PogingMelding } from './bezorging.js';
import {
  bewaarImport,
  herstelImport,
  leesImport,
  sluitImport,
  trekImportIn,
  type ImportPlek,
  type ImportVraag,
} from './coa-import.js';
import { doorreken, type Doorrekening, type DoorrekenVraag } from './doorrekenen.js';
import { herbouw } from './herbouw.js';
import { ruimAntwoordenOp } from './idempotentie.js';
import { leesJournaal, leesJournaalposten, leesToestand } from './inzage.js';
import type { Inzage, Journaalpost, JournaalVraag, PostenVraag } from './inzage.js';
import type { Deur } from './kern.js';
import { koppelPost, type Koppeling, type Post } from './koppelen.js';
import { Versielade } from './omgeving.js';
import { openTraject } from './open-traject.js';
import { beginOphalen, geefOphalenOp, wachtrij, type Ophaalbegin } from './ophalen.js';
import { ontvangNotificatie, type Notificatie, type Ontvangst } from './postvak.js';
import { beginVooruitspoelen, eindVooruitspoelen, type Vooruitspoelbegin } from './proef.js';
import { laatTijdVerstrijken, stuur } from './stuur.js';
import {
  leesNotitie,
  schrijfNotitie,
  type NotitiePlek,
  type NotitieUitkomst,
  type NotitieVraag,
  type Taaknotitie,
} from './taaknotitie.js';
import { verwerk, verwerkFeiten } from './verwerk.js';
import { isGewist, rondWissingAf, vernietigSleutels } from './wissen.js';
import type {
  FeitenVraag,
  Geweigerd,
  OpenUitkomst,
  OpenVraag,
  OphaalVraag,
  TrajectPlek,
  VerwerkUitkomst,
  VerwerkVraag,
} from './typen.js';

export interface DossierBenodigdheden
  extends Omit<Deur, 'versies' | 'meld'>, Partial<Pick<Deur, 'meld'>> {
  /** DUO is a simulator here: a journey it opens is a rehearsal. */
  readonly openenAlsProef?: boolean;
}

/** The one door to a journey: whatever changes one, changes it here. */
export class Dossier {
  readonly #deur: Deur;
  readonly #openenAlsProef: boolean;

  constructor({ openenAlsProef = false, ...benodigdheden }: DossierBenodigdheden) {
    this.#deur = { meld: () => undefined, ...benodigdheden, versies: new Versielade() };
    this.#openenAlsProef = openenAlsProef;
  }

  verwerk(vraag: VerwerkVraag): Promise<VerwerkUitkomst> {
    return verwerk(this.#deur, vraag);
  }

  open(vraag: OpenVraag): Promise<OpenUitkomst> {
    return openTraject(this.#deur, vraag);
  }

  /** @throws DossierFout TRAJECT_BEZET when another held the journey for 5 s; read again later. */
  stuur(vraag: StuurVraag): Promise<Stuurinformatie> {
    return stuur(this.#deur, vraag);
  }

  /** For the sweep; `verlopen`: how many entries time added. */
  async laatTijdVerstrijken(plek: TrajectPlek): Promise<{ readonly verlopen: number }> {
    const uitkomst = await laatTijdVerstrijken(this.#deur, plek);
    return { verlopen: uitkomst.soort === 'gedaan' ? uitkomst.gebeurtenissen.length : 0 };
  }

  claimBericht(vraag: ClaimVraag): Promise<Claim> {
    return claimBericht(this.#deur, vraag);
  }

  meldPoging(melding: PogingMelding): Promise<boolean> {
    return meldPoging(this.#deur, melding);
  }

  ontvangNotificatie(post: Notificatie): Promise<Ontvangst> {
    return ontvangNotificatie(this.#deur, post);
  }

  koppelPost(post: Post): Promise<Koppeling> {
    return koppelPost(this.#deur, post, this.#openenAlsProef);
  }

  wachtrij(plek: TrajectPlek): Promise<readonly DuoBron[]> {
    return wachtrij(this.#deur, plek);
  }

  beginOphalen(vraag: OphaalVraag): Promise<Ophaalbegin> {
    return beginOphalen(this.#deur, vraag);
  }

  verwerkFeiten(vraag: FeitenVraag): Promise<VerwerkUitkomst> {
    return verwerkFeiten(this.#deur, vraag);
  }

  geefOphalenOp(
    vraag: TrajectPlek & { readonly bron: DuoBron; readonly reden: string },
  ): Promise<number> {
    return geefOphalenOp(this.#deur, vraag);
  }

  /** `laag`: the nudge that follows may wait for those of people and chain. */
  herbouw(plek: TrajectPlek, { laag = false } = {}): Promise<boolean> {
    return herbouw(this.#deur, plek, laag);
  }

  /** Forgets answers kept for over 30 days; returns how many, at most `limiet`. */
  ruimAntwoordenOp(gemeenteId: string, limiet: number): Promise<number> {
    return ruimAntwoordenOp(this.#deur, gemeenteId, limiet);
  }

  beginVooruitspoelen(plek: TrajectPlek): Promise<Vooruitspoelbegin> {
    return beginVooruitspoelen(this.#deur, plek);
  }

  eindVooruitspoelen(plek: TrajectPlek): Promise<void> {
    return eindVooruitspoelen(this.#deur, plek);
  }

  leesToestand(plek: TrajectPlek): Promise<Inzage | null> {
    return leesToestand(this.#deur, plek);
  }

  /** What opdrachten would do to the dates; writes nothing. Null: not here. */
  doorreken(vraag: DoorrekenVraag): Promise<Doorrekening | Geweigerd | null> {
    return doorreken(this.#deur, vraag);
  }

  /** Keeps a file of COA until it is carried out. */
  bewaarImport(vraag: ImportVraag): Promise<'bewaard' | 'andere-inhoud'> {
    return bewaarImport(this.#deur, vraag);
  }

  leesImport(plek: ImportPlek): Promise<Buffer | null> {
    return leesImport(this.#deur, plek);
  }

  herstelImport(plek: ImportPlek): Promise<void> {
    return herstelImport(this.#deur, plek);
  }

  /** Takes back an import that nobody carries out; the status it has then, null when it is not here. */
  trekImportIn(plek: ImportPlek): ReturnType<typeof trekImportIn> {
    return trekImportIn(this.#deur, plek);
  }

  /** Ends an import and erases its file and key. */
  sluitImport(plek: ImportPlek): Promise<void> {
    return sluitImport(this.#deur, plek);
  }

  /** Whether this journey was received by mistake. */
  isGewist(plek: TrajectPlek): Promise<boolean> {
    return isGewist(this.#deur, plek);
  }

  /** Of a journey that was received by mistake, after its workflow has ended. False: nobody asked for it. */
  vernietigSleutels(plek: TrajectPlek): Promise<boolean> {
    return vernietigSleutels(this.#deur, plek);
  }

  rondWissingAf(plek: TrajectPlek): Promise<void> {
    return rondWissingAf(this.#deur, plek);
  }

  schrijfNotitie(vraag: NotitieVraag): Promise<NotitieUitkomst> {
    return schrijfNotitie(this.#deur, vraag);
  }

  leesNotitie(plek: NotitiePlek): Promise<Taaknotitie | null> {
    return leesNotitie(this.#deur, plek);
  }

  leesJournaal(vraag: JournaalVraag): Promise<readonly Journaalpost[] | null> {
    return leesJournaal(this.#deur, vraag);
  }

  leesJournaalposten(vraag: PostenVraag): Promise<readonly Journaalpost[] | null> {
    return leesJournaalposten(this.#deur, vraag);
  }
}
