import { metTransactie, type Transactie } from '#database/transactie.js';
import { schrijfTraject } from '#database/write/schrijf-traject.js';
import type { IsoDatum } from '#domain/datum/datum.js';
import type { Actor } from '#domain/traject/kern.js';
import type { OpdrachtSoort } from '#domain/traject/opdracht.js';
import { pasToe, type Journaalregel } from '#domain/traject/pas-toe.js';
import { TOESTAND_VERSIE, type Toestand } from '#domain/traject/toestand.js';
import type { Groep } from './besluiten.js';
import type { Deur } from './kern.js';
import { vergrendel } from './lezen.js';
import { maakSchrijfwerk } from './schrijven.js';
import { haalTrajectzegel, type Trajectzegel } from './trajectzegel.js';
import type { TrajectPlek } from './typen.js';

interface Rij {
  readonly nr: number;
  readonly soort: string;
  readonly versie: number;
  readonly tijdstip: Date;
  readonly datum: IsoDatum;
  readonly actor_soort: Actor['soort'];
  readonly actor_id: string;
  readonly opdracht_soort: OpdrachtSoort | null;
  readonly opdracht_id: string | null;
  readonly zegel: Buffer;
  readonly instellingen_versie: number;
  readonly kalender_versie: number;
}

/** The steps in which the journal was written, so that the rebuild opens and closes the same tasks. */
function groepeer(rijen: readonly Rij[], zegel: Trajectzegel): Groep[] {
  const groepen: Groep[] = [];
  let na: Toestand | null = null;
  let vorige: Rij | undefined;
  let regels: Journaalregel[] = [];
  for (const rij of rijen) {
    const gebeurtenis = zegel.leesGebeurtenis({ ...rij, zegelMedisch: null });
    const envelop = { nr: rij.nr, tijdstip: rij.tijdstip.toISOString(), datum: rij.datum };
    na = pasToe(na, gebeurtenis, envelop);
    const zelfde =
      vorige !== undefined &&
      vorige.tijdstip.getTime() === rij.tijdstip.getTime() &&
      vorige.opdracht_id === rij.opdracht_id &&
      vorige.opdracht_soort === rij.opdracht_soort;
    if (zelfde) groepen.pop();
    regels = zelfde ? [...regels, { gebeurtenis, envelop }] : [{ gebeurtenis, envelop }];
    groepen.push({
      opdracht:
        rij.opdracht_soort === null
          ? null
          : { soort: rij.opdracht_soort, id: rij.opdracht_id ?? '' },
      actor: { soort: rij.actor_soort, id: rij.actor_id },
      regels,
      na,
    });
    vorige = rij;
  }
  return groepen;
}

/**
 * Writes snapshot and read model of one journey anew from its journal (E8). Ownership of tasks and
 * claims on messages stay. Wakes the driver; `laag`: that may wait for others. False: not here, or no
 * key (any more).
 */
export async function herbouw(deur: Deur, plek: TrajectPlek, laag = false): Promise<boolean> {
  const zegel = await haalTrajectzegel(deur.sleutels, plek);
  if (zegel === null) return false;
  const { gemeenteId, trajectId } = plek;
  return metTransactie(deur.dataSource, gemeenteId, async (runner) => {
    const slot = await vergrendel(runner, trajectId);
    if (slot === null) return false;
    const rijen = await leesAlles(runner, trajectId);
    const groepen = groepeer(rijen, zegel);
    const laatste = rijen.at(-1);
    const na = groepen.at(-1)?.na;
    if (na === undefined || laatste === undefined) return false;
    const werk = maakSchrijfwerk(
      {
        gemeenteId,
        voor: null,
        na,
        groepen,
        omgeving: {
          tijdstip: new Date(slot.laatste_ms).toISOString(),
          instellingen: { versie: laatste.instellingen_versie },
          kalender: { versie: laatste.kalender_versie },
        },
        klokverzetMs: slot.klokverzet_ms,
        aanvangsverzetMs: slot.aanvangsverzet_ms,
        opdracht: null,
        afstreping: null,
        alsDrijver: false,
        gezien: false,
        laag,
      },
      { zegel, zoeksleutels: deur.zoeksleutels, meld: deur.meld },
    );
    for (const tabel of ['taak', 'termijn', 'mijlpaal']) {
      await runner.query(`DELETE FROM ${tabel} WHERE traject_id = $1`, [trajectId]);
    }
    const route = { ...werk.route, wat: ['herbouw'] };
    schrijfTraject(runner, { ...werk, route, journaal: [] });
    await runner.query('UPDATE route SET leesmodel_versie = $2 WHERE traject_id = $1', [
      trajectId,
      TOESTAND_VERSIE,
    ]);
    return true;
  });
}

function leesAlles(runner: Transactie, trajectId: string): Promise<Rij[]> {
  return runner.query(
    `SELECT nr, soort, versie, tijdstip, datum, actor_soort, actor_id, opdracht_soort, opdracht_id,
            zegel, instellingen_versie, kalender_versie
       FROM journaal WHERE traject_id = $1 ORDER BY nr`,
    [trajectId],
  ) as Promise<Rij[]>;
}
