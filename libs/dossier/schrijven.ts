import { beginVanDag } from '#config/amsterdam.js';
import type { JournaalRij, OpdrachtRij, Afstreping, Schrijfwerk } from '#database/write/rijen.js';
import type { Gebeurtenis } from '#domain/traject/gebeurtenis.js';
import { schakelsVan } from '#domain/traject/overzicht.js';
import { volgendeWekdag } from '#domain/traject/tijd.js';
import { TOESTAND_VERSIE, type Toestand } from '#domain/traject/toestand.js';
import type { Zoeksleutels } from '#security/zoeksleutel.js';
import type { Groep } from './besluiten.js';
import { leesmodelVerschil } from './leesmodel.js';
import { stuurafdruk } from './stuurafdruk.js';
import type { Trajectzegel } from './trajectzegel.js';

/** Largest sealed snapshot, in bytes; a larger one is not kept and the journal is folded instead (E8). */
const GROOTSTE_MOMENTOPNAME = 8 * 1024;

export interface Verandering {
  readonly gemeenteId: string;
  readonly voor: Toestand | null;
  readonly na: Toestand;
  readonly groepen: readonly Groep[];
  readonly omgeving: {
    readonly tijdstip: string;
    readonly instellingen: { readonly versie: number };
    readonly kalender: { readonly versie: number };
  };
  readonly klokverzetMs: number;
  readonly aanvangsverzetMs: number;
  readonly opdracht: OpdrachtRij | null;
  readonly afstreping: Afstreping | null;
  readonly alsDrijver: boolean;
  readonly gezien: boolean;
  /** Of a bulk action: its nudge may wait. */
  readonly laag?: boolean | undefined;
}

export interface Schrijfhulp {
  readonly zegel: Trajectzegel;
  readonly zoeksleutels: Zoeksleutels;
  readonly meld: (melding: 'momentopname-te-groot', velden: { readonly bytes: number }) => void;
}

/** Rows for the write, from what was decided. */
export function maakSchrijfwerk(verandering: Verandering, hulp: Schrijfhulp): Schrijfwerk {
  const { gemeenteId, voor, na, groepen, omgeving, klokverzetMs } = verandering;
  const { bsn, vNummer } = na.persoon;
  const wekdag = volgendeWekdag(na);
  const hash = (soort: 'bsn' | 'vnummer', waarde: string | null): Buffer | null =>
    waarde === null ? null : hulp.zoeksleutels.van(gemeenteId, soort, waarde);
  return {
    trajectId: na.trajectId,
    gemeenteId,
    bsnHash: hash('bsn', bsn),
    vnummerHash: hash('vnummer', vNummer),
    momentopname: momentopname(na, hulp),
    traject: {
      status: na.status,
      proef: na.proef,
      schakels: schakelsVan(na),
      leerroute: na.leerroute?.route ?? null,
      indeling: na.indeling,
      versie: na.nr,
      laatste_tijdstip: omgeving.tijdstip,
      klokverzet_ms: klokverzetMs,
      aanvangsverzet_ms: verandering.aanvangsverzetMs,
      toestand_versie: TOESTAND_VERSIE,
      geopend_op: na.geopend.op,
      gesloten_op: na.gesloten?.op ?? null,
      bewaren_tot: na.gesloten?.bewarenTot ?? null,
      instellingen_versie: omgeving.instellingen.versie,
      kalender_versie: omgeving.kalender.versie,
    },
    route: {
      sturen: !verandering.alsDrijver && (voor === null || stuurafdruk(voor) !== stuurafdruk(na)),
      laag: verandering.laag ?? false,
      gezien: verandering.gezien,
      wat: [
        ...new Set(groepen.flatMap(({ regels }) => regels.map((regel) => regel.gebeurtenis.soort))),
      ].slice(0, 20),
      // The row is compared with the clock of the database, the day is one of the journey's clock.
      wektijdstip:
        wekdag === null
          ? null
          : new Date(beginVanDag(wekdag).getTime() - klokverzetMs).toISOString(),
    },
    journaal: groepen.flatMap((groep) => journaalRijen(groep, hulp.zegel)),
    leesmodel: leesmodelVerschil(voor, groepen),
    opdracht: verandering.opdracht,
    afstreping: verandering.afstreping,
  };
}

function momentopname(toestand: Toestand, { zegel, meld }: Schrijfhulp): Buffer | null {
  const verzegeld = zegel.zegelMomentopname(toestand);
  if (verzegeld.length <= GROOTSTE_MOMENTOPNAME) return verzegeld;
  meld('momentopname-te-groot', { bytes: verzegeld.length });
  return null;
}

function journaalRijen({ regels, actor, opdracht }: Groep, zegel: Trajectzegel): JournaalRij[] {
  return regels.map(({ gebeurtenis, envelop }) => {
    const verzegeld = zegel.zegelGebeurtenis(envelop.nr, gebeurtenis);
    return {
      nr: envelop.nr,
      soort: verzegeld.soort,
      versie: verzegeld.versie,
      tijdstip: envelop.tijdstip,
      datum: envelop.datum,
      actor_soort: actor.soort,
      actor_id: actor.id,
      opdracht_soort: opdracht?.soort ?? null,
      opdracht_id: opdracht?.id ?? null,
      zegel: verzegeld.zegel.toString('base64'),
      zegel_medisch: verzegeld.zegelMedisch?.toString('base64') ?? null,
      artikel: artikelVan(gebeurtenis),
    };
  });
}

function artikelVan(gebeurtenis: Gebeurtenis): string | null {
  return 'bron' in gebeurtenis && typeof gebeurtenis.bron === 'object'
    ? `${gebeurtenis.bron.wet}, artikel ${gebeurtenis.bron.artikel}`
    : null;
}
