import type { Transactie } from '../transactie.js';
import type { Schrijfwerk } from './rijen.js';

// $1 traject, $2 gemeente, $3 bsn_hash, $4 vnummer_hash, $5 momentopname, $6 all other rows as JSON.
// An opening that meets its own id again fails on the journal's key, so the upsert cannot hide it.
const TRAJECT = `traject_rij AS (
  INSERT INTO traject (id, gemeente_id, bsn_hash, vnummer_hash, momentopname, status, proef, schakels,
    leerroute, indeling, versie, laatste_tijdstip, klokverzet_ms, aanvangsverzet_ms, toestand_versie,
    geopend_op, gesloten_op, bewaren_tot, instellingen_versie, kalender_versie)
  SELECT $1::uuid, $2::uuid, $3::bytea, $4::bytea, $5::bytea, t.*
    FROM jsonb_to_record($6::jsonb -> 'traject') AS t(status text, proef boolean, schakels text[],
      leerroute text, indeling text, versie integer, laatste_tijdstip timestamptz,
      klokverzet_ms bigint, aanvangsverzet_ms bigint, toestand_versie integer, geopend_op date, gesloten_op date,
      bewaren_tot date, instellingen_versie integer, kalender_versie integer)
  ON CONFLICT (id) DO UPDATE SET bsn_hash = excluded.bsn_hash, vnummer_hash = excluded.vnummer_hash,
    momentopname = excluded.momentopname, status = excluded.status, schakels = excluded.schakels,
    leerroute = excluded.leerroute, indeling = excluded.indeling, versie = excluded.versie,
    laatste_tijdstip = excluded.laatste_tijdstip, klokverzet_ms = excluded.klokverzet_ms,
    toestand_versie = excluded.toestand_versie, gesloten_op = excluded.gesloten_op,
    bewaren_tot = excluded.bewaren_tot, instellingen_versie = excluded.instellingen_versie,
    kalender_versie = excluded.kalender_versie)`;

// A journey that closed stays open for its driver until that has read so: it is then nudged, and ends.
const ROUTE = `route_rij AS (
  INSERT INTO route (traject_id, gemeente_id, open, proef, stuurversie, wat, wektijdstip,
    gestuurd_tijdstip, laag, leesmodel_versie)
  SELECT $1::uuid, $2::uuid, ($6::jsonb #>> '{traject,status}') = 'open',
         ($6::jsonb #>> '{traject,proef}')::boolean, 1, r.wat, r.wektijdstip, clock_timestamp(),
         r.laag, ($6::jsonb #>> '{traject,toestand_versie}')::integer
    FROM jsonb_to_record($6::jsonb -> 'route') AS r(wat text[], wektijdstip timestamptz,
      laag boolean)
  ON CONFLICT (traject_id) DO UPDATE SET wektijdstip = excluded.wektijdstip,
    open = excluded.open OR (NOT ($6::jsonb #>> '{route,gezien}')::boolean AND route.open
      AND (route.gezien < route.stuurversie OR ($6::jsonb #>> '{route,sturen}')::boolean)),
    stuurversie = route.stuurversie + ($6::jsonb #>> '{route,sturen}')::boolean::integer,
    wat = CASE WHEN ($6::jsonb #>> '{route,sturen}')::boolean
      THEN ((CASE WHEN route.gewekt < route.stuurversie THEN route.wat ELSE '{}' END)
            || excluded.wat)[1:20]
      ELSE route.wat END,
    gestuurd_tijdstip = CASE
      WHEN ($6::jsonb #>> '{route,sturen}')::boolean AND route.gezien >= route.stuurversie
      THEN clock_timestamp() ELSE route.gestuurd_tijdstip END,
    laag = CASE WHEN ($6::jsonb #>> '{route,sturen}')::boolean
      THEN excluded.laag AND (route.laag OR route.gewekt >= route.stuurversie) ELSE route.laag END,
    gezien = CASE WHEN ($6::jsonb #>> '{route,gezien}')::boolean
      THEN route.stuurversie ELSE route.gezien END,
    gezien_tijdstip = CASE WHEN ($6::jsonb #>> '{route,gezien}')::boolean
      THEN clock_timestamp() ELSE route.gezien_tijdstip END,
    drijver_verloren = route.drijver_verloren AND NOT ($6::jsonb #>> '{route,gezien}')::boolean)`;

const JOURNAAL = `journaal_rijen AS (
  INSERT INTO journaal (traject_id, gemeente_id, nr, soort, versie, tijdstip, datum, actor_soort,
    actor_id, opdracht_soort, opdracht_id, zegel, zegel_medisch, artikel, instellingen_versie,
    kalender_versie)
  SELECT $1::uuid, $2::uuid, j.nr, j.soort, j.versie, j.tijdstip, j.datum, j.actor_soort, j.actor_id,
         j.opdracht_soort, j.opdracht_id, decode(j.zegel, 'base64'),
         decode(j.zegel_medisch, 'base64'), j.artikel,
         ($6::jsonb #>> '{traject,instellingen_versie}')::integer,
         ($6::jsonb #>> '{traject,kalender_versie}')::integer
    FROM jsonb_to_recordset($6::jsonb -> 'journaal') AS j(nr integer, soort text, versie integer,
      tijdstip timestamptz, datum date, actor_soort text, actor_id text, opdracht_soort text,
      opdracht_id text, zegel text, zegel_medisch text, artikel text))`;

const TAKEN = `taak_rijen AS (
  INSERT INTO taak (traject_id, gemeente_id, id, sleutel, soort, rol, status, termijn, uiterlijk_op,
    opener_nr, geopend_tijdstip, gesloten_tijdstip, gesloten_nr)
  SELECT $1::uuid, $2::uuid, t.*
    FROM jsonb_to_recordset($6::jsonb -> 'taken') AS t(id uuid, sleutel text, soort text, rol text,
      status text, termijn text, uiterlijk_op date, opener_nr integer, geopend_tijdstip timestamptz,
      gesloten_tijdstip timestamptz, gesloten_nr integer)
  ON CONFLICT (id) DO UPDATE SET rol = excluded.rol, status = excluded.status,
    termijn = excluded.termijn, uiterlijk_op = excluded.uiterlijk_op,
    gesloten_tijdstip = excluded.gesloten_tijdstip, gesloten_nr = excluded.gesloten_nr)`;

const TERMIJNEN = `termijn_rijen AS (
  INSERT INTO termijn (traject_id, gemeente_id, sleutel, code, uiterlijk_op, status, start_nr,
    gehaald_op, geescaleerd)
  SELECT $1::uuid, $2::uuid, t.*
    FROM jsonb_to_recordset($6::jsonb -> 'termijnen') AS t(sleutel text, code text,
      uiterlijk_op date, status text, start_nr integer, gehaald_op date, geescaleerd boolean)
  ON CONFLICT (traject_id, sleutel) DO UPDATE SET code = excluded.code,
    uiterlijk_op = excluded.uiterlijk_op, status = excluded.status, start_nr = excluded.start_nr,
    gehaald_op = excluded.gehaald_op, geescaleerd = excluded.geescaleerd)`;

const TERMIJNEN_WEG = `termijn_weg AS (
  DELETE FROM termijn WHERE traject_id = $1::uuid
    AND sleutel IN (SELECT jsonb_array_elements_text($6::jsonb -> 'termijnenWeg')))`;

const MIJLPALEN = `mijlpaal_rijen AS (
  INSERT INTO mijlpaal (traject_id, gemeente_id, naam, nr, datum)
  SELECT $1::uuid, $2::uuid, m.naam, m.nr, coalesce(m.datum,
         (SELECT j.datum FROM journaal j WHERE j.traject_id = $1::uuid AND j.nr = m.nr))
    FROM jsonb_to_recordset($6::jsonb -> 'mijlpalen') AS m(naam text, nr integer, datum date)
  ON CONFLICT (traject_id, naam) DO UPDATE SET nr = excluded.nr, datum = excluded.datum)`;

const MIJLPALEN_WEG = `mijlpaal_weg AS (
  DELETE FROM mijlpaal WHERE traject_id = $1::uuid
    AND naam IN (SELECT jsonb_array_elements_text($6::jsonb -> 'mijlpalenWeg')))`;

// Another status ends the claim on a message; a rebuild leaves it alone. Who offers it again looked at DUO first, so
// the doubt ends there.
const BERICHTEN = `bericht_rijen AS (
  INSERT INTO bericht (traject_id, gemeente_id, melding_id, soort, baan, nr, status,
    bezorgd_tijdstip)
  SELECT $1::uuid, $2::uuid, b.*
    FROM jsonb_to_recordset($6::jsonb -> 'berichten') AS b(melding_id text, soort text, baan text,
      nr integer, status text, bezorgd_tijdstip timestamptz)
  ON CONFLICT (traject_id, melding_id) DO UPDATE SET status = excluded.status,
    bezorgd_tijdstip = excluded.bezorgd_tijdstip,
    huur_tot = CASE WHEN excluded.status IN (bericht.status, 'vervallen') THEN bericht.huur_tot END,
    vorige_ongewis = bericht.vorige_ongewis
      AND (bericht.status = excluded.status OR excluded.status <> 'open'))`;

const COA = `coa_rijen AS (
  INSERT INTO coa_overdracht (traject_id, gemeente_id, id, ontvangen_tijdstip, schema_versie, nr)
  SELECT $1::uuid, $2::uuid, c.*
    FROM jsonb_to_recordset($6::jsonb -> 'coa') AS c(id uuid, ontvangen_tijdstip timestamptz,
      schema_versie integer, nr integer)
  ON CONFLICT DO NOTHING)`;

const OPDRACHT = `opdracht_rij AS (
  INSERT INTO opdracht (traject_id, gemeente_id, beller, opdracht_id, inhoud_hash, zegel_antwoord)
  SELECT $1::uuid, $2::uuid, o.beller, o.opdracht_id, decode(o.inhoud_hash, 'hex'),
         decode(o.zegel_antwoord, 'base64')
    FROM jsonb_to_record($6::jsonb -> 'opdracht') AS o(beller text, opdracht_id text,
      inhoud_hash text, zegel_antwoord text))`;

const AFSTREPING = `postvak_rijen AS (
  UPDATE postvak SET ophalen = array_remove(ophalen, $6::jsonb #>> '{afstreping,bron}'),
    status = CASE
      WHEN $6::jsonb #>> '{afstreping,incident}' IS NOT NULL THEN 'incident'
      WHEN array_remove(ophalen, $6::jsonb #>> '{afstreping,bron}') = '{}' THEN 'verwerkt'
      ELSE status END,
    reden = $6::jsonb #>> '{afstreping,incident}'
  WHERE traject_id = $1::uuid AND status IN ('gekoppeld', 'incident')
    AND ($6::jsonb #>> '{afstreping,bron}') = ANY (ophalen)
    AND ontvangen_tijdstip < ($6::jsonb #>> '{afstreping,gevraagd}')::timestamptz)`;

/** Parts that go together: whoever writes one of them mostly writes the others. */
const DELEN = {
  g: [JOURNAAL, TAKEN, TERMIJNEN, MIJLPALEN],
  w: [TERMIJNEN_WEG, MIJLPALEN_WEG],
  b: [BERICHTEN],
  c: [COA],
  o: [OPDRACHT],
  p: [AFSTREPING],
} as const;

type Deel = keyof typeof DELEN;

function delenVan({ journaal, leesmodel, opdracht, afstreping }: Schrijfwerk): Deel[] {
  const { taken, termijnen, mijlpalen, termijnenWeg, mijlpalenWeg, berichten, coa } = leesmodel;
  const nodig: Readonly<Record<Deel, boolean>> = {
    g: [journaal, taken, termijnen, mijlpalen].some((rijen) => rijen.length > 0),
    w: termijnenWeg.length > 0 || mijlpalenWeg.length > 0,
    b: berichten.length > 0,
    c: coa.length > 0,
    o: opdracht !== null,
    p: afstreping !== null,
  };
  return (Object.keys(nodig) as Deel[]).filter((deel) => nodig[deel]);
}

/**
 * Everything one transaction changes for a journey, in one statement that travels with the COMMIT. Only the door calls
 * this. Rare parts without rows are left out; of what is left each connection keeps a plan, so there are few forms.
 */
export function schrijfTraject(transactie: Transactie, werk: Schrijfwerk): void {
  const delen = delenVan(werk);
  const teksten = [TRAJECT, ROUTE, ...delen.flatMap((deel) => DELEN[deel])];
  const { leesmodel, journaal, opdracht, afstreping } = werk;
  transactie.laatste(
    {
      naam: `deur_schrijf_${delen.join('')}`,
      tekst: `WITH ${teksten.join(',\n')}\nSELECT 1`,
    },
    [
      werk.trajectId,
      werk.gemeenteId,
      werk.bsnHash,
      werk.vnummerHash,
      werk.momentopname,
      JSON.stringify({
        traject: werk.traject,
        route: werk.route,
        journaal,
        opdracht,
        afstreping,
        ...leesmodel,
      }),
    ],
  );
}
