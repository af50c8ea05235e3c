import { metTransactie, type VasteVraag } from '#database/transactie.js';
import { schrijfTraject } from '#database/write/schrijf-traject.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import type { Weigering } from '#domain/traject/kern.js';
import { SIGNALEN } from '#domain/signaal/signalen.js';
import { beslis } from './besluiten.js';
import { bewaardAntwoord, maakSleutel, opdrachtRij, type Sleutel } from './idempotentie.js';
import { DossierFout } from './fout.js';
import { isSlotTeLang, isTweedeTraject, metHerhaling, type Deur } from './kern.js';
import { leesVerder, type BewaardeOpdracht } from './lezen.js';
import { omgevingOp } from './omgeving.js';
import { metAfdruk } from './profielafdruk.js';
import { gedaanMet, voerRondeUit } from './ronde.js';
import { maakSchrijfwerk } from './schrijven.js';
import { haalTrajectzegel, maakTrajectzegel } from './trajectzegel.js';
import type { OpenUitkomst, OpenVraag } from './typen.js';

const POGINGEN = 5;

interface Bestaand {
  readonly opdracht: BewaardeOpdracht | null;
  readonly traject: { readonly id: string; readonly proef: boolean } | null;
}

// An open journey, by BSN before V-nummer.
const ZOEK_BESTAAND: VasteVraag = {
  naam: 'deur_zoek',
  tekst: `
SELECT
  (SELECT to_json(o) FROM (
     SELECT traject_id, encode(inhoud_hash, 'hex') AS inhoud_hash,
            encode(zegel_antwoord, 'base64') AS zegel_antwoord
       FROM opdracht WHERE gemeente_id = $1 AND beller = $2 AND opdracht_id = $3) o) AS opdracht,
  coalesce(
    (SELECT json_build_object('id', id, 'proef', proef) FROM traject
      WHERE gemeente_id = $1 AND bsn_hash = $4 AND status = 'open'),
    (SELECT json_build_object('id', id, 'proef', proef) FROM traject
      WHERE gemeente_id = $1 AND vnummer_hash = $5 AND status = 'open')
  ) AS traject`,
};

// Post that came before the journey: it is this person's after all. A signal goes into the journal when the worker links it.
const KOPPEL_POST: VasteVraag = {
  naam: 'deur_koppel_post',
  tekst: `
UPDATE postvak SET reden = NULL,
       traject_id = CASE WHEN gebeurtenis_id = ANY ($5::text[]) THEN NULL ELSE $1::uuid END,
       status = CASE WHEN gebeurtenis_id = ANY ($5::text[]) THEN 'nieuw' ELSE 'gekoppeld' END
 WHERE gemeente_id = $2 AND status IN ('nieuw', 'onbekend')
   AND (ophalen <> '{}' OR gebeurtenis_id = ANY ($5::text[]))
   AND (bsn_hash = $3 OR vnummer_hash = $4)`,
};

/** Opens a journey, or joins the one of this person that is open already (E6). */
export async function openTraject(deur: Deur, vraag: OpenVraag): Promise<OpenUitkomst> {
  const { gemeenteId, opdracht, vervolg, beller, opdrachtId } = vraag;
  const { trajectId: _eigenId, ...opening } = opdracht;
  const inhoud = { opening, vervolg };
  const sleutel = maakSleutel(deur.zoeksleutels, gemeenteId, { beller, opdrachtId, inhoud });
  for (let poging = 1; poging <= POGINGEN; poging += 1) {
    const bestaand = await zoekBestaand(deur, vraag, sleutel);
    if (bestaand.opdracht !== null) {
      return herhaald(deur, gemeenteId, bestaand.opdracht, sleutel);
    }
    if (bestaand.traject !== null) {
      const { id, proef } = bestaand.traject;
      // What is tried out never ends up in a real file.
      if (opdracht.proef && !proef) {
        return { soort: 'geweigerd', weigering: GEEN_PROEF, trajectId: null };
      }
      const gevoegd = await voegBij(deur, vraag, sleutel, id);
      if (gevoegd !== 'gesloten') return gevoegd;
      continue;
    }
    try {
      return await metHerhaling(() => opent(deur, vraag, sleutel));
    } catch (fout) {
      if (isSlotTeLang(fout)) return { soort: 'bezet', reden: 'slot' };
      // Another journey of this person was opened in between: join that one.
      if (!isTweedeTraject(fout)) throw fout;
    }
  }
  return { soort: 'bezet', reden: 'slot' };
}

const GEEN_PROEF: Weigering = {
  code: 'TRAJECT_IS_GEEN_PROEF',
  melding: 'Deze persoon heeft een echt traject; proefdraaien kan alleen met een ander.',
};

function nummerHashes(deur: Deur, { gemeenteId, opdracht }: OpenVraag): (Buffer | null)[] {
  const { bsn, vNummer } = opdracht.persoon;
  return [
    bsn === null ? null : deur.zoeksleutels.van(gemeenteId, 'bsn', bsn),
    vNummer === null ? null : deur.zoeksleutels.van(gemeenteId, 'vnummer', vNummer),
  ];
}

function zoekBestaand(deur: Deur, vraag: OpenVraag, sleutel: Sleutel): Promise<Bestaand> {
  return metTransactie(
    deur.dataSource,
    vraag.gemeenteId,
    async (transactie) => {
      const rijen = await transactie.vraag<Bestaand>(ZOEK_BESTAAND, [
        vraag.gemeenteId,
        sleutel.beller,
        sleutel.opdrachtId,
        ...nummerHashes(deur, vraag),
      ]);
      return rijen[0] ?? { opdracht: null, traject: null };
    },
    { alleenLezen: true },
  );
}

async function herhaald(
  deur: Deur,
  gemeenteId: string,
  rij: BewaardeOpdracht,
  sleutel: Sleutel,
): Promise<OpenUitkomst> {
  const trajectId = rij.traject_id;
  const zegel = await haalTrajectzegel(deur.sleutels, { gemeenteId, trajectId });
  if (zegel === null) return { soort: 'onbekend' };
  const antwoord = bewaardAntwoord(rij, sleutel, zegel);
  return antwoord.soort === 'gedaan'
    ? { ...antwoord, trajectId, nieuw: 'nieuw' in antwoord && antwoord.nieuw === true }
    : antwoord;
}

/** What the newcomer knows goes to the journey that is open; `gesloten` when it closed meanwhile. */
async function voegBij(
  deur: Deur,
  vraag: OpenVraag,
  sleutel: Sleutel,
  trajectId: string,
): Promise<OpenUitkomst | 'gesloten'> {
  const { gemeenteId, opdracht, vervolg, actor } = vraag;
  const zegel = await haalTrajectzegel(deur.sleutels, { gemeenteId, trajectId });
  if (zegel === null) return { soort: 'onbekend' };
  const aanvulling: Opdracht = { soort: 'vulPersoonAan', persoon: opdracht.persoon };
  // A profile says of the person what it says of the rest: compared, and told apart from what a person recorded.
  const metProfiel = vervolg.some(({ soort }) => soort === 'legCoaProfielVast');
  const opdrachten = [...(metProfiel ? [] : [aanvulling]), ...vervolg].map((een) =>
    metAfdruk(zegel, een),
  );
  const { stand: _stand, ...uitkomst } = await voerRondeUit(deur, {
    gemeenteId,
    trajectId,
    opdrachten,
    sleutel,
    actor,
  });
  if (uitkomst.soort === 'gedaan') return { ...uitkomst, trajectId, nieuw: false };
  if (uitkomst.soort !== 'geweigerd') return uitkomst;
  return uitkomst.weigering.code === 'TRAJECT_GESLOTEN' ? 'gesloten' : { ...uitkomst, trajectId };
}

async function opent(deur: Deur, vraag: OpenVraag, sleutel: Sleutel): Promise<OpenUitkomst> {
  const { gemeenteId, opdracht, vervolg, actor } = vraag;
  const { trajectId } = opdracht;
  const zegel = await maakTrajectzegel(deur.sleutels, { gemeenteId, trajectId });
  if (zegel === null) {
    throw new DossierFout('SLEUTEL_VERNIETIGD', 'De sleutel van dit traject is vernietigd.');
  }
  return metTransactie(deur.dataSource, gemeenteId, async (transactie) => {
    const verder = await leesVerder(transactie, {
      trajectId,
      gemeenteId,
      beller: sleutel.beller,
      opdrachtId: sleutel.opdrachtId,
      metVersies: true,
      metJournaal: false,
    });
    if (verder.opdracht !== null) {
      return herhaald(deur, gemeenteId, verder.opdracht, sleutel);
    }
    const versies = verder.versies ?? { instellingen: [], kalenders: [] };
    const aanvangsverzetMs = aanvangsverzet(vraag, verder.klok_ms);
    const omgeving = omgevingOp(
      verder.klok_ms + aanvangsverzetMs,
      deur.versies.bewaar(gemeenteId, versies),
      actor,
      deur.tabel,
    );
    const opdrachten = [opdracht, ...vervolg.map((een) => metAfdruk(zegel, een))];
    const beslissing = beslis(null, opdrachten, sleutel.opdrachtId, omgeving);
    if (!beslissing.ok) {
      return { soort: 'geweigerd', weigering: beslissing.weigering, trajectId: null };
    }
    const { groepen } = beslissing;
    const na = groepen.at(-1)?.na;
    if (na === undefined) throw new DossierFout('TRAJECT_ONBEKEND', 'De opening gaf niets.');
    const antwoord = { ...gedaanMet(null, groepen), trajectId, nieuw: true };
    const werk = maakSchrijfwerk(
      {
        gemeenteId,
        voor: null,
        na,
        groepen,
        omgeving,
        klokverzetMs: aanvangsverzetMs,
        aanvangsverzetMs,
        opdracht: opdrachtRij(sleutel, antwoord, zegel),
        afstreping: null,
        alsDrijver: false,
        gezien: false,
      },
      { zegel, zoeksleutels: deur.zoeksleutels, meld: deur.meld },
    );
    schrijfTraject(transactie, werk);
    transactie.laatste(KOPPEL_POST, [
      trajectId,
      gemeenteId,
      werk.bsnHash,
      werk.vnummerHash,
      [...SIGNALEN],
    ]);
    return antwoord;
  });
}

/** A rehearsal may begin on another day than today; every other journey begins now. */
function aanvangsverzet({ opdracht, beginTijdstip }: OpenVraag, klokMs: number): number {
  if (!opdracht.proef || beginTijdstip === undefined) return 0;
  const verzet = Math.round(Date.parse(beginTijdstip) - klokMs);
  return Number.isFinite(verzet) ? verzet : 0;
}
