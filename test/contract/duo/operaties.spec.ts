/**
 * Real: our client over real HTTP, and DUO's own OpenAPI files, which judge every request and from
 * which every answer is made. Fake: the server, which only repeats what it is told.
 */
import fc from 'fast-check';
import { DUO_APIS } from '#adapters/duo/duo-apis.js';
import { DUO_OPERATIENAMEN } from '#adapters/duo/operatienamen.js';
import type { DuoHttpAdapter } from '#adapters/duo/duo-http.adapter.js';
import { BERICHT_ID, DUO_OIN, duoClientVoor, GEMEENTE_OIN } from '#test/support/duo-client.js';
import {
  klachten,
  leesDuoSpecificaties,
  type DuoSpecificatie,
} from '#tools/conformiteit/specificatie.js';
import { metSpecificaties } from '#test/support/keten-specificaties.js';
import {
  startNagebootsteServer,
  type NagebootsteServer,
  type OntvangenVerzoek,
} from '#test/support/nagebootste-server.js';
import { voorbeelden } from '#test/support/schema-voorbeelden.js';
import { API_VAN_BESTAND, RIJEN, type Rij } from './operaties-tabel.js';

/** How each status of DUO must end for us; a 403 depends on whether DUO promises reasons with it. */
const EINDE: Readonly<Record<number, string>> = {
  400: 'ons-defect',
  401: 'niet-geautoriseerd',
  404: 'onbekend',
  500: 'storing',
  503: 'storing',
};

/** The complaints of DUO's file about a request of ours. */
function beoordeel(spec: DuoSpecificatie, verzoek: OntvangenVerzoek): string[] {
  const gevonden: string[] = [];
  const major = spec.versie.split('.')[0] ?? '';
  const namen = [...spec.pad.matchAll(/\{(\w+)\}/g)].map(([, naam]) => naam);
  const vorm = new RegExp(`^/v${major}${spec.pad.replace(/\{\w+\}/g, '([^/?]+)')}$`);
  const delen = vorm.exec(verzoek.url);
  if (verzoek.methode !== spec.methode) gevonden.push(`methode ${verzoek.methode}`);
  if (delen === null) return [...gevonden, 'pad past niet'];
  for (const parameter of spec.parameters) {
    const ruw =
      parameter.in === 'path'
        ? decodeURIComponent(delen[namen.indexOf(parameter.name) + 1] ?? '')
        : verzoek.koppen[parameter.name.toLowerCase()];
    const waarde = parameter.schema.type === 'integer' ? Number(ruw) : ruw;
    gevonden.push(...klachten(parameter.schema, waarde).map((k) => `${parameter.name}${k}`));
  }
  if (spec.verzoekSchema === undefined) {
    if (verzoek.body !== '') gevonden.push('body die DUO niet verwacht');
    return gevonden;
  }
  if (verzoek.koppen['content-type'] !== 'application/json') gevonden.push('content-type');
  return [...gevonden, ...klachten(spec.verzoekSchema, JSON.parse(verzoek.body))];
}

metSpecificaties('client van DUO', 'duo/API', (map) => {
  const specificaties = leesDuoSpecificaties(map);
  const tabel: (readonly [string, Rij, DuoSpecificatie])[] = RIJEN.flatMap((rij) =>
    specificaties
      .filter((spec) => spec.operationId === rij.operationId)
      .map((spec) => [`${spec.methode} ${spec.pad}`, rij, spec] as const),
  );
  let server: NagebootsteServer;
  let client: DuoHttpAdapter;

  beforeAll(async () => {
    server = await startNagebootsteServer();
    client = duoClientVoor(server.url, { grenzen: { naStoringen: 1_000_000 } });
  });
  afterAll(async () => {
    await client.close();
    await server.close();
  });

  const antwoordt = (spec: DuoSpecificatie, status: number, body?: unknown): void => {
    server.antwoord = (_, antwoord): void => {
      antwoord.statusCode = status;
      antwoord.setHeader('API-Version', spec.versie);
      if (body !== undefined) antwoord.setHeader('Content-Type', 'application/json');
      antwoord.end(body === undefined ? undefined : JSON.stringify(body));
    };
  };
  const succes = (spec: DuoSpecificatie): number =>
    [...spec.antwoorden.keys()].find((status) => status < 300) ?? 0;

  it('toetst elke operatie uit de elf bestanden van DUO, en elke operatie van onze poort', () => {
    expect(RIJEN.map((rij) => rij.operationId).sort()).toEqual(
      specificaties.map((spec) => spec.operationId).sort(),
    );
    expect(RIJEN.map((rij) => rij.naam).sort()).toEqual([...DUO_OPERATIENAMEN].sort());
    expect(new Set(specificaties.map((spec) => spec.bestand)).size).toBe(11);
  });

  it('kent van elke API de versie die DUO heeft gepubliceerd', () => {
    const vanDuo = specificaties.map((spec) => [API_VAN_BESTAND[spec.bestand], spec.versie]);
    expect(Object.fromEntries(vanDuo)).toEqual(DUO_APIS);
  });

  it('ziet een verzoek dat van het bestand afwijkt', () => {
    const [, , spec] = tabel.find(([naam]) => naam === 'POST /personen/{bsn}/PIP')!;
    const fout = {
      methode: 'PUT',
      url: '/v1/personen/12345678/PIP',
      koppen: { bron: '0518', doel: DUO_OIN, 'content-type': 'application/json' },
      body: JSON.stringify({ dagtekeningPip: '27-02-2026', leerroute: 'Q', wijk: 'Noord' }),
    };
    const gezien = beoordeel(spec, fout).join('\n');
    for (const wat of ['methode', 'bsn', 'bron', 'berichtId', 'dagtekeningPip', 'leerroute']) {
      expect(gezien).toContain(wat);
    }
    expect(gezien).toContain('additional properties');
  });

  describe.each(tabel)('%s', (_, rij, spec) => {
    it('stuurt een verzoek waar het bestand van DUO niets op aan te merken heeft', async () => {
      antwoordt(spec, 400);
      for (const roep of rij.roep) {
        server.ontvangen.length = 0;
        await roep(client.poort);
        expect(server.ontvangen).toHaveLength(1);
        expect(beoordeel(spec, server.ontvangen[0]!)).toEqual([]);
        expect(server.ontvangen[0]!.koppen).toMatchObject({
          bron: GEMEENTE_OIN,
          doel: DUO_OIN,
          berichtid: BERICHT_ID,
        });
      }
    });

    it('begrijpt elk antwoord dat het bestand toestaat', async () => {
      const schema = spec.antwoorden.get(succes(spec));
      const bodies = schema === undefined ? fc.constant(undefined) : voorbeelden(schema);
      await fc.assert(
        fc.asyncProperty(bodies, async (body) => {
          // Only bodies that DUO's file itself accepts, in which a termijn lasts at least a day.
          fc.pre(schema === undefined || klachten(schema, body).length === 0);
          fc.pre(!heeftLegeTermijn(body));
          antwoordt(spec, succes(spec), body);
          await expect(rij.roep[0]!(client.poort)).resolves.toEqual({
            soort: 'gelukt',
            waarde: body === undefined ? null : (rij.verwacht ?? ((duo) => duo))(body),
            apiVersie: spec.versie,
            afwijkingen: [],
          });
        }),
        { numRuns: schema === undefined ? 1 : 40 },
      );
    });

    it('geeft elke fout die het bestand noemt een vast einde', async () => {
      for (const [status, schema] of spec.antwoorden) {
        if (status < 300) continue;
        const redenen = [{ fouttekst: 'De datum ligt voor de start van de plicht.' }];
        if (schema !== undefined) expect(klachten(schema, redenen)).toEqual([]);
        antwoordt(spec, status, schema === undefined ? undefined : redenen);
        const uitkomst = await rij.roep[0]!(client.poort);
        const verwacht = schema === undefined ? 'niet-geautoriseerd' : 'geweigerd';
        expect([status, uitkomst.soort]).toEqual([
          status,
          status === 403 ? verwacht : EINDE[status],
        ]);
      }
    });
  });
});

function heeftLegeTermijn(body: unknown): boolean {
  const { startdatum, einddatum } = (body ?? {}) as { startdatum?: string; einddatum?: string };
  return startdatum !== undefined && einddatum !== undefined && einddatum <= startdatum;
}
