// Real: the simulator's page and control side over HTTP, notifications over mTLS. Fake: the
// gemeente's listener, persons; no browser, the forms are read from the page and sent as its script does.
import { connect } from 'node:net';
import { Script } from 'node:vm';

import { request } from 'undici';

import {
  BSN,
  GEMEENTE,
  maakPersoon,
  startGemeente,
  startOpstelling,
  type Gemeente,
  type Opstelling,
} from './opstelling.js';

const BOOS = `<img src=x onerror=alert(1)> "Jan" & 'Piet'`;

describe('de pagina van de ketensimulator', () => {
  let gemeente: Gemeente;
  let opstelling: Opstelling;
  let id: string;
  beforeEach(async () => {
    gemeente = await startGemeente();
    opstelling = await startOpstelling({ notificatieUrl: gemeente.url });
    id = await maakPersoon(opstelling, { naam: BOOS });
  });
  afterEach(async () => {
    await opstelling.stop();
    await gemeente.sluit();
  });

  const haal = async (pad: string, headers: Record<string, string> = {}) => {
    const {
      statusCode,
      headers: koppen,
      body,
    } = await request(`${opstelling.luisteraars.beheer}${pad}`, { headers });
    return { status: statusCode, koppen, tekst: await body.text() };
  };
  const pagina = async () => (await haal('/')).tekst;
  /** The n-th form, as its attributes say where it goes. */
  const formulier = async (n: number) => {
    const [, pad = '', methode = ''] =
      [...(await pagina()).matchAll(/<form data-pad="([^"]+)" data-methode="([A-Z]+)"/g)][n] ?? [];
    return { pad: pad.replace('ID', id), methode };
  };
  const vul = async (n: number, velden: unknown) => {
    const { pad, methode } = await formulier(n);
    return opstelling.beheer(methode, pad, velden);
  };

  it('laadt zichzelf, haar script en haar stijl en niets van buiten', async () => {
    const { status, koppen, tekst } = await haal('/');
    expect([status, koppen['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(koppen['content-security-policy']).toMatch(/default-src 'none'; script-src 'self'/);
    const bronnen = [...tekst.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, bron]) => bron);
    expect(bronnen).toEqual(['/pagina.css', '/pagina.js']);
    expect(tekst).not.toMatch(/<script>|<style>| on\w+="|style="/);
    const [stijl, script] = [await haal('/pagina.css'), await haal('/pagina.js')];
    expect([stijl.status, stijl.koppen['content-type']]).toEqual([200, 'text/css; charset=utf-8']);
    expect(script.koppen['content-type']).toMatch(/javascript/);
    expect(script.tekst).not.toMatch(/innerHTML|eval|https?:/);
    expect(() => new Script(script.tekst)).not.toThrow();
  });

  it('toont een naam met opmaak erin als tekst', async () => {
    const tekst = await pagina();
    expect(tekst).not.toContain('<img');
    expect(tekst).toContain(
      '&#60;img src=x onerror=alert(1)&#62; &#34;Jan&#34; &#38; &#39;Piet&#39;',
    );
  });

  it('toont geen BSN of V-nummer', async () => {
    await opstelling.duo('GET', `/personen/${BSN}/PIP`);
    const tekst = await pagina();
    for (const geheim of [BSN, '0012345678', '12345678']) expect(tekst).not.toContain(geheim);
  });

  it('stuurt elk van de veertig gebeurtenissen langs het formulier naar de gemeente', async () => {
    const tekst = await pagina();
    const keuzes = [...tekst.matchAll(/<option value="(SS\d{3})">/g)].map(([, keuze]) => keuze!);
    expect(new Set(keuzes).size).toBe(40);
    for (const gebeurtenisId of keuzes) {
      expect((await vul(0, { gebeurtenisId })).status).toBe(200);
    }
    expect(gemeente.ontvangen.map(({ body }) => body.gebeurtenisId)).toEqual(keuzes);
    expect(await pagina()).toContain('SS142 Attentie');
  });

  it('spoelt de klok van een persoon vooruit', async () => {
    await vul(1, { tijdstip: '2026-07-01T09:00:00Z' });
    expect(await pagina()).toMatch(/<td>2026-07-01T09:00/);
  });

  it('stelt een storing in, toont haar en haalt haar weg', async () => {
    await vul(2, { soort: '503', api: 'PIP', aantal: 2, persoon: id });
    const leesPip = async () => (await opstelling.duo('GET', `/personen/${BSN}/PIP`)).status;
    expect(await leesPip()).toBe(503);
    expect(await pagina()).toMatch(/<tr><td>503<\/td><td>PIP<\/td><td>[^<]*<\/td><td>1<\/td>/);
    await vul(3, []);
    expect(await leesPip()).toBe(404);
    expect(await pagina()).not.toContain('<td>503</td><td>PIP</td>');
  });

  it('toont de stand bij DUO, de aanroepen en wat gepland staat', async () => {
    await opstelling.duo('POST', `/personen/${BSN}/PIP`, {
      dagtekeningPip: '2026-05-11',
      leerroute: 'B',
    });
    const tekst = await pagina();
    expect(tekst).toContain('PIP B B1 van 2026-05-11');
    expect(tekst).toContain('<td>POST /v1/personen/:bsn/PIP</td>');
    expect(tekst).toContain('<li>SS102 op 2026-05-06T');
  });

  it('toont het verloop van een scenario', async () => {
    await opstelling.beheer('POST', '/scenario', {
      versie: 1,
      titel: 'Proef <b>',
      personen: [{ sleutel: 'een', bsn: '999990020', gemeenteOin: GEMEENTE }],
      stappen: [{ opDag: 0, verwacht: { api: 'PIP', methode: 'POST', binnenSeconden: 0 } }],
    });
    await opstelling.simulator.speler.speel();
    const tekst = await pagina();
    expect(tekst).toContain('Scenario: Proef &#60;b&#62; (klaar, 1 niet voldaan)');
    expect(tekst).toContain('<td>niet-voldaan</td><td>0 keer gekomen, gevraagd minstens 1</td>');
  });

  it('weigert een andere naam voor deze computer en een pagina van elders', async () => {
    const { host } = new URL(opstelling.luisteraars.beheer);
    expect((await haal('/', { host: 'ketensimulator.example' })).status).toBe(403);
    expect((await haal('/', { origin: 'https://elders.example' })).status).toBe(403);
    expect((await haal('/', { origin: `http://${host}` })).status).toBe(200);
  });

  it('luistert alleen op 127.0.0.1', async () => {
    const poort = Number(new URL(opstelling.luisteraars.beheer).port);
    const bereikbaar = (host: string) =>
      new Promise<boolean>((klaar) => {
        const socket = connect({ host, port: poort, timeout: 2000 });
        const einde = (gelukt: boolean) => () => {
          socket.destroy();
          klaar(gelukt);
        };
        socket.once('connect', einde(true)).once('error', einde(false));
        socket.once('timeout', einde(false));
      });
    expect([await bereikbaar('127.0.0.1'), await bereikbaar('127.0.0.2')]).toEqual([true, false]);
  });
});
