import type { OpdrachtSoort } from '#domain/traject/opdracht.js';
import { mijlpalenVan, takenVan, termijnenVan, type OpenTaak } from '#domain/traject/overzicht.js';
import type { Toestand } from '#domain/traject/toestand.js';
import type {
  BerichtRij,
  CoaRij,
  Leesmodel,
  MijlpaalRij,
  TaakRij,
  TermijnRij,
} from '#database/write/rijen.js';
import type { Groep } from './besluiten.js';
import { coaOverdrachtId, taakId } from './uuid-v5.js';

type Taken = Map<string, TaakRij & { readonly uitkomsten: readonly OpdrachtSoort[] }>;

function openTaken(toestand: Toestand | null): ReadonlyMap<string, OpenTaak> {
  return new Map((toestand === null ? [] : takenVan(toestand)).map((taak) => [taak.sleutel, taak]));
}

function taakRij(trajectId: string, taak: OpenTaak, geopend: string): TaakRij {
  return {
    id: taakId(trajectId, taak.sleutel),
    sleutel: taak.sleutel,
    soort: taak.soort,
    rol: taak.rol,
    status: 'open',
    termijn: taak.termijn,
    uiterlijk_op: taak.uiterlijkOp,
    opener_nr: taak.openerNr,
    geopend_tijdstip: geopend,
    gesloten_tijdstip: null,
    gesloten_nr: null,
  };
}

/** Tasks opened, changed and closed by each group in turn: a rebuild takes the same steps. */
function taakverschil(voor: Toestand | null, groepen: readonly Groep[]): readonly TaakRij[] {
  const geraakt: Taken = new Map();
  let eerder = openTaken(voor);
  for (const groep of groepen) {
    const { trajectId } = groep.na;
    const laatste = groep.regels.at(-1)?.envelop;
    if (laatste === undefined) continue;
    const nu = openTaken(groep.na);
    for (const [sleutel, taak] of nu) {
      const bekend = eerder.get(sleutel);
      const geopend = geraakt.get(sleutel)?.geopend_tijdstip ?? laatste.tijdstip;
      const rij = taakRij(trajectId, taak, geopend);
      const gelijk =
        bekend !== undefined &&
        bekend.rol === taak.rol &&
        bekend.termijn === taak.termijn &&
        bekend.uiterlijkOp === taak.uiterlijkOp;
      if (!gelijk) geraakt.set(sleutel, { ...rij, uitkomsten: taak.uitkomsten });
    }
    for (const [sleutel, taak] of eerder) {
      if (nu.has(sleutel)) continue;
      const { opdracht } = groep;
      geraakt.set(sleutel, {
        ...taakRij(trajectId, taak, geraakt.get(sleutel)?.geopend_tijdstip ?? laatste.tijdstip),
        uitkomsten: taak.uitkomsten,
        status: opdracht && taak.uitkomsten.includes(opdracht.soort) ? 'afgerond' : 'vervallen',
        gesloten_tijdstip: laatste.tijdstip,
        gesloten_nr: laatste.nr,
      });
    }
    eerder = nu;
  }
  return [...geraakt.values()].map(({ uitkomsten: _uitkomsten, ...rij }) => rij);
}

function termijnRijen(toestand: Toestand | null): ReadonlyMap<string, TermijnRij> {
  const rijen = toestand === null ? [] : termijnenVan(toestand);
  return new Map(
    rijen.map((termijn) => [
      termijn.sleutel,
      {
        sleutel: termijn.sleutel,
        code: termijn.code,
        uiterlijk_op: termijn.uiterlijkOp,
        status: termijn.status,
        start_nr: termijn.startNr,
        gehaald_op: termijn.gehaaldOp,
        geescaleerd: termijn.geescaleerd,
      },
    ]),
  );
}

function mijlpaalRijen(
  toestand: Toestand | null,
  groepen: readonly Groep[],
): ReadonlyMap<string, MijlpaalRij> {
  const datums = new Map(
    groepen.flatMap(({ regels }) => regels.map(({ envelop }) => [envelop.nr, envelop.datum])),
  );
  const bereikt = toestand === null ? {} : mijlpalenVan(toestand);
  // The date of an older entry is in the journal; the write looks it up.
  return new Map(
    Object.entries(bereikt).map(([naam, nr]) => [
      naam,
      { naam, nr, datum: datums.get(nr) ?? null },
    ]),
  );
}

function verschil<T extends object>(
  voor: ReadonlyMap<string, T>,
  na: ReadonlyMap<string, T>,
  gelijk: (a: T, b: T) => boolean,
): { bij: T[]; weg: string[] } {
  const bij = [...na].flatMap(([sleutel, rij]) => {
    const eerder = voor.get(sleutel);
    return eerder !== undefined && gelijk(eerder, rij) ? [] : [rij];
  });
  return { bij, weg: [...voor.keys()].filter((sleutel) => !na.has(sleutel)) };
}

function berichtverschil(voor: Toestand | null, groepen: readonly Groep[]): BerichtRij[] {
  const rijen = new Map<string, BerichtRij>();
  let eerder = voor?.berichten ?? {};
  for (const { na, regels } of groepen) {
    const tijdstip = regels.at(-1)?.envelop.tijdstip ?? null;
    for (const [meldingId, stand] of Object.entries(na.berichten)) {
      if (eerder[meldingId]?.statusNr === stand.statusNr) continue;
      rijen.set(meldingId, {
        melding_id: meldingId,
        soort: stand.soort,
        baan: stand.baan,
        nr: stand.nr,
        status: stand.status,
        bezorgd_tijdstip: stand.status === 'bezorgd' ? tijdstip : null,
      });
    }
    eerder = na.berichten;
  }
  return [...rijen.values()];
}

function coaRijen(groepen: readonly Groep[]): CoaRij[] {
  return groepen.flatMap(({ regels, na }) =>
    regels.flatMap(({ gebeurtenis, envelop }) =>
      gebeurtenis.soort === 'coaProfielVastgelegd'
        ? [
            {
              id: coaOverdrachtId(na.trajectId, envelop.nr),
              ontvangen_tijdstip: envelop.tijdstip,
              schema_versie: gebeurtenis.profiel.schemaVersie,
              nr: envelop.nr,
            },
          ]
        : [],
    ),
  );
}

/** What these groups change in the read model, as rows to write. */
export function leesmodelVerschil(voor: Toestand | null, groepen: readonly Groep[]): Leesmodel {
  const na = groepen.at(-1)?.na ?? voor;
  const termijnen = verschil(
    termijnRijen(voor),
    termijnRijen(na),
    (a, b) => JSON.stringify(a) === JSON.stringify(b),
  );
  const mijlpalen = verschil(
    mijlpaalRijen(voor, []),
    mijlpaalRijen(na, groepen),
    (a, b) => a.nr === b.nr,
  );
  return {
    taken: taakverschil(voor, groepen),
    termijnen: termijnen.bij,
    termijnenWeg: termijnen.weg,
    mijlpalen: mijlpalen.bij,
    mijlpalenWeg: mijlpalen.weg,
    berichten: berichtverschil(voor, groepen),
    coa: coaRijen(groepen),
  };
}
