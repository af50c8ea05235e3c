import { isIsoDatum, type IsoDatum } from '../datum/datum.js';
import { datumTekst } from '../datum/datum-tekst.js';
import { DomainError } from '../fout.js';
import { versiesVan } from './controleer-tabel.js';
import { STANDAARD_KEUZES } from './keuzes.js';
import type { Rekenaar } from './rekenaar.js';
import { REKENAARS } from './regels/rekenaars.js';
import { Rekenblad } from './rekenblad.js';
import { leesSchorsingen } from './schorsing.js';
import type {
  TermijnFout,
  TermijnOmgeving,
  TermijnRij,
  TermijnUitkomst,
  TermijnVerzoek,
} from './typen.js';
import { controleerFeiten, Feiten, isRuw, weiger } from './velden.js';
import { WETTELIJKE_TERMIJNEN } from './wettelijke-termijnen.js';

export type {
  TermijnAntwoord,
  TermijnFout,
  TermijnOmgeving,
  TermijnRij,
  TermijnUitkomst,
  TermijnVerzoek,
  UitlegStap,
} from './typen.js';

const VERZOEKVELDEN = ['termijn', 'feiten', 'schorsingen', 'peildatum'];
type Weigering = { readonly fout: TermijnFout };

function controleerVorm(verzoek: unknown): TermijnFout | null {
  if (!isRuw(verzoek)) {
    return weiger('VERZOEK_ONGELDIG', 'verzoek', 'Het verzoek moet een object zijn.').fout;
  }
  for (const naam of Object.keys(verzoek)) {
    if (!VERZOEKVELDEN.includes(naam)) {
      return weiger('FEIT_OVERBODIG', naam, `${naam} hoort niet in het verzoek.`).fout;
    }
  }
  const { termijn, feiten, peildatum } = verzoek;
  if (termijn === undefined) return weiger('FEIT_ONTBREEKT', 'termijn', 'termijn ontbreekt.').fout;
  if (typeof termijn !== 'string' || !REKENAARS.has(termijn)) {
    return weiger('TERMIJN_ONBEKEND', 'termijn', 'termijn is geen bekende termijncode.').fout;
  }
  if (feiten === undefined) return weiger('FEIT_ONTBREEKT', 'feiten', 'feiten ontbreekt.').fout;
  if (!isRuw(feiten)) {
    return weiger('VERZOEK_ONGELDIG', 'feiten', 'feiten moet een object zijn.').fout;
  }
  if (peildatum !== undefined && !isIsoDatum(peildatum)) {
    return weiger(
      'FEIT_ONGELDIG',
      'peildatum',
      'peildatum is geen bestaande kalenderdag in de vorm JJJJ-MM-DD.',
    ).fout;
  }
  return null;
}

interface Keuze {
  readonly rij: TermijnRij;
  readonly feit: string;
}

function kiesRij(
  tabel: readonly TermijnRij[],
  code: string,
  onderdeel: string | undefined,
  feiten: Feiten,
): Keuze | Weigering {
  const versies = versiesVan(tabel, code, onderdeel);
  for (const rij of versies) {
    const feit = rij.keuzeFeit.find((naam) => feiten.heeft(naam));
    if (feit === undefined) continue;
    const datum = feiten.datum(feit);
    if (datum >= rij.geldigVanaf && (rij.geldigTot === undefined || datum <= rij.geldigTot)) {
      return { rij, feit };
    }
  }
  const veld = versies[0]?.keuzeFeit.find((naam) => feiten.heeft(naam));
  if (veld === undefined) {
    throw new DomainError('TABEL_ZONDER_RIJ', `De tabel heeft geen rij voor ${code}.`);
  }
  return weiger(
    'GEEN_REGEL_OP_DATUM',
    veld,
    `${veld}: op ${datumTekst(feiten.datum(veld))} gold geen regel voor deze termijn.`,
    versies[0]?.bron.artikel,
  );
}

function weigerSchorsing(rij: TermijnRij): TermijnFout {
  return weiger(
    'SCHORSING_ONBEKEND_BIJ_TERMIJN',
    'schorsingen',
    `schorsingen: ${rij.geenSchorsing ?? 'De regeling kent voor deze termijn geen opschorting.'}`,
    `${rij.bron.artikel} ${rij.bron.wet}`,
  ).fout;
}

function reken(
  rekenaar: Rekenaar,
  verzoek: TermijnVerzoek,
  omgeving: TermijnOmgeving,
): TermijnUitkomst {
  const schema = rekenaar.velden(verzoek.feiten);
  if ('schemaFout' in schema) return { ok: false, fout: schema.schemaFout as TermijnFout };
  const feitfout = controleerFeiten(schema, verzoek.feiten);
  if (feitfout !== null) return { ok: false, fout: feitfout };
  const feiten = new Feiten(verzoek.feiten);
  const tabel = omgeving.tabel ?? WETTELIJKE_TERMIJNEN;
  const keuze = kiesRij(tabel, verzoek.termijn, rekenaar.onderdeel?.(feiten), feiten);
  if ('fout' in keuze) return { ok: false, fout: keuze.fout };
  const { rij, feit } = keuze;
  const schorsingen = leesSchorsingen(verzoek.schorsingen);
  if ('fout' in schorsingen) return { ok: false, fout: schorsingen.fout };
  if (schorsingen.length > 0 && rij.schorsing === undefined) {
    return { ok: false, fout: weigerSchorsing(rij) };
  }
  const rijVan = (onderdeel: string): TermijnRij => {
    const andere = kiesRij(tabel, verzoek.termijn, onderdeel, feiten);
    return 'fout' in andere ? rij : andere.rij;
  };
  const blad = new Rekenblad(
    rij,
    omgeving.kalender,
    omgeving.keuzes ?? STANDAARD_KEUZES,
    schorsingen,
    verzoek.peildatum as IsoDatum | undefined,
    rijVan,
  );
  try {
    const resultaat = rekenaar.reken(feiten, blad);
    if ('fout' in resultaat) return { ok: false, fout: resultaat.fout };
    if (rij.voorbehoud !== undefined) blad.voorbehoud(rij.voorbehoud);
    return {
      ok: true,
      antwoord: {
        termijn: verzoek.termijn,
        ...resultaat,
        uitleg: blad.uitleg,
        bron: { ...rij.bron, geldigVanaf: rij.geldigVanaf },
        voorbehouden: blad.voorbehouden,
      },
    };
  } catch (fout) {
    if (!(fout instanceof DomainError) || fout.code !== 'DATUM_BUITEN_BEREIK') throw fout;
    return {
      ok: false,
      fout: weiger(
        'DATUM_BUITEN_BEREIK',
        feit,
        `${feit}: de uitkomst ligt buiten de jaren 1900 tot en met 2200.`,
      ).fout,
    };
  }
}

/**
 * The last day of a legal term (civil day, inclusive) with its explanation in Dutch. Pure: calendar,
 * table and choices come with `omgeving`. What the caller got wrong is a refusal that names the
 * field; a table without the row a code needs is a DomainError.
 */
export function berekenTermijn(
  verzoek: TermijnVerzoek,
  omgeving: TermijnOmgeving,
): TermijnUitkomst {
  const vormfout = controleerVorm(verzoek);
  if (vormfout !== null) return { ok: false, fout: vormfout };
  const rekenaar = REKENAARS.get(verzoek.termijn);
  if (rekenaar === undefined) {
    throw new DomainError('TERMIJN_ONBEKEND', 'De termijncode is niet bekend.');
  }
  return reken(rekenaar, verzoek, omgeving);
}
