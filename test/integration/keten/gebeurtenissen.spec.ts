// Real: the listener for DUO over HTTP, the API, the door, PostgreSQL with its roles. Fake: tokens
// signed here, keys in memory; a proxy that ended TLS is this spec, and the worker's round too.
import { plusDagen, type IsoDatum } from '#domain/datum/datum.js';
import { DUO_GEBEURTENISSEN, type DuoBron } from '#domain/keten/gebeurtenissen.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import {
  GEMEENTE_A,
  nieuwBsn,
  openTraject,
  type Opstelling,
} from '#test/integration/api/opstelling.js';
import { maakPostkant, type Post, type Postkant } from './postkant.js';

const VERZONNEN = 'SS777';

let kant: Postkant;
let o: Opstelling;

beforeAll(async () => {
  kant = await maakPostkant();
  o = kant.o;
});

afterAll(() => kant.stop());

async function opTeHalen(trajectId: string): Promise<readonly string[]> {
  const plek = { gemeenteId: GEMEENTE_A.id, trajectId, epoche: 1 };
  return (await o.dossier.stuur({ ...plek, workflowTijdstip: '' })).ophalen;
}

/** DUO's answer of a source, as a fetch gives it to the journey: an asielstatushouder, plichtig since a fortnight. */
function feiten(bron: DuoBron, gevraagdTijdstip: string, metPip: boolean): Opdracht {
  const dag = plusDagen(gevraagdTijdstip.slice(0, 10) as IsoDatum, -14);
  switch (bron) {
    case 'plicht':
      return {
        soort: 'verwerkPlicht',
        gevraagdTijdstip,
        feiten: {
          plichtig: true,
          beginOp: dag,
          eindeOp: null,
          kennisgevingOp: dag,
          redenGeenPlicht: null,
        },
      };
    case 'doelgroep':
      return {
        soort: 'verwerkDoelgroep',
        gevraagdTijdstip,
        feiten: { indeling: 'Asielstatushouder', gedetailleerd: null },
      };
    case 'termijn':
      return {
        soort: 'verwerkTermijn',
        gevraagdTijdstip,
        termijn: { startOp: dag, eindeOp: plusDagen(dag, 1095) },
      };
    case 'examens':
      return { soort: 'verwerkExamens', gevraagdTijdstip, resultaten: [] };
    default:
      return {
        soort: 'verwerkKetenfeit',
        bron,
        gevraagdTijdstip,
        feiten:
          bron === 'pip' && metPip
            ? JSON.stringify({ pip: { dagtekeningPip: dag, leerroute: 'B' } })
            : 'null',
      };
  }
}

/** What the worker does with the sources a notification waits for. */
async function haal(trajectId: string, metPip: boolean): Promise<void> {
  const plek = { gemeenteId: GEMEENTE_A.id, trajectId, epoche: 1 };
  const vraag = { ...plek, workflowTijdstip: '' };
  for (const bron of (await o.dossier.stuur(vraag)).ophalen) {
    const begin = await o.dossier.beginOphalen(vraag);
    if (begin.soort !== 'begonnen') throw new Error(begin.soort);
    const { gevraagdTijdstip } = begin;
    const opdracht = feiten(bron, gevraagdTijdstip, metPip);
    const gedaan = await o.dossier.verwerkFeiten({ ...vraag, bron, gevraagdTijdstip, opdracht });
    expect(gedaan.soort).toBe('gedaan');
  }
}

const alle = DUO_GEBEURTENISSEN.map((soort) => [soort.id, soort] as const);
/** With which a journey begins that DUO opened; with a PIP of another gemeente its termijn runs already. */
const EERSTE_TAKEN = ['intake-uitnodigen', 'lbt-aanmelden'];
const MET_PIP: Readonly<Record<string, readonly string[]>> = {
  SS121: [...EERSTE_TAKEN, 'map-afronden', 'pvt-afronden'],
  SS130: [...EERSTE_TAKEN, 'map-afronden', 'pvt-afronden'],
};

/** It is in the list of tasks with why and how, and gone from it once a person dealt with it. */
async function isTaak({ id, gebeurtenisId, reden }: Post): Promise<void> {
  const pad = `/v1/postvak/${id}/afhandeling`;
  const taak = { soort: 'postvak-beoordelen', rol: 'regievoerder', afrondenBij: pad };
  const inLijst = { ...taak, id, trajectId: null, status: 'open', onderwerp: gebeurtenisId };
  expect(await kant.alleTaken('')).toContainEqual(expect.objectContaining(inLijst));
  expect(await kant.alleTaken('soort=postvak-beoordelen')).toContainEqual(
    expect.objectContaining(inLijst),
  );
  expect((await kant.lees(`/v1/taken/${id}`)).body).toMatchObject({ ...inLijst, reden });
  expect((await kant.handelAf(id, 'nagevraagd-bij-duo')).status).toBe(200);
  expect((await kant.alleTaken('')).map((een) => een.id)).not.toContain(id);
  expect((await kant.lees(`/v1/taken/${id}`)).status).toBe(404);
}

const starts = alle.filter(([, { opent }]) => opent);
const andere = alle.filter(([, { opent }]) => !opent);

describe('elke gebeurtenis van DUO', () => {
  it('staat in de tabel: 28 die DUO zendt en 12 signalen', () => {
    expect(alle.filter(([, { live }]) => live)).toHaveLength(28);
    expect(alle.filter(([, { live }]) => !live)).toHaveLength(12);
  });

  it.each(alle)('%s komt bij het open traject en laat haar feiten ophalen', async (id, soort) => {
    const bsn = nieuwBsn();
    const { trajectId } = await openTraject(o, { persoon: { bsn, naam: 'Testpersoon Een' } });
    expect(await opTeHalen(trajectId)).toEqual([]);

    const post = await kant.meld(id, bsn);

    expect(post).toMatchObject({
      status: soort.ophalen.length === 0 ? 'verwerkt' : 'gekoppeld',
      trajectId,
      omschrijving: soort.omschrijving,
      reden: null,
    });
    expect([...(await opTeHalen(trajectId))].sort()).toEqual([...soort.ophalen].sort());
  });

  it.each(starts)('%s opent een traject voor wie hier onbekend is', async (id, soort) => {
    const post = await kant.meld(id, nieuwBsn());

    expect(post.status).toBe('gekoppeld');
    expect((await kant.lees(`/v1/trajecten/${post.trajectId!}`)).body).toMatchObject({
      status: 'open',
    });
    expect([...(await opTeHalen(post.trajectId!))].sort()).toEqual([...soort.ophalen].sort());

    await haal(post.trajectId!, id in MET_PIP);
    expect(await opTeHalen(post.trajectId!)).toEqual([]);
    expect(
      (await kant.alleTaken(`trajectId=${post.trajectId!}`)).map((taak) => taak.soort).sort(),
    ).toEqual(MET_PIP[id] ?? EERSTE_TAKEN);
  });

  it.each(andere)('%s blijft voor wie hier onbekend is zichtbaar liggen', async (id, soort) => {
    const post = await kant.meld(id, nieuwBsn());

    expect(post).toMatchObject({
      status: 'onbekend',
      reden: 'Deze persoon heeft hier geen traject.',
      omschrijving: soort.omschrijving,
      trajectId: null,
    });
    await isTaak(post);
  });
});

describe('een gebeurtenis die niet bestaat', () => {
  it('blijft liggen met de reden, ook als de persoon een traject heeft', async () => {
    const bsn = nieuwBsn();
    await openTraject(o, { persoon: { bsn, naam: 'Testpersoon Een' } });

    for (const wie of [bsn, nieuwBsn()]) {
      const post = await kant.meld(VERZONNEN, wie);

      expect(post).toMatchObject({
        status: 'onbekend',
        reden: 'Deze gebeurtenis van DUO is niet bekend.',
        omschrijving: null,
        trajectId: null,
      });
      await isTaak(post);
    }
  });
});
