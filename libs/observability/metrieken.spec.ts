// Real: prom-client and an HTTP server on loopback.
import { Metrieken, startMetriekenServer } from './metrieken.js';

describe('Metrieken', () => {
  it('telt per label, en vouwt een waarde buiten de lijst in "anders"', async () => {
    const metrieken = new Metrieken('worker');
    const teller = metrieken.teller({
      naam: 'duo_aanroepen_totaal',
      uitleg: 'Aanroepen van DUO',
      labels: { resultaat: ['gelukt', 'mislukt'] },
    });
    teller.plus({ resultaat: 'gelukt' });
    teller.plus({ resultaat: 'gelukt' }, 2);
    teller.plus({ resultaat: '999990342' as 'gelukt' });
    const tekst = await metrieken.tekst();
    expect(tekst).toContain('duo_aanroepen_totaal{resultaat="gelukt",dienst="worker"} 3');
    expect(tekst).toContain('duo_aanroepen_totaal{resultaat="anders",dienst="worker"} 1');
    expect(tekst).not.toContain('999990342');
  });

  it('geeft tellers, standen en duren op een eigen poort', async () => {
    const metrieken = new Metrieken('api');
    metrieken.meter({ naam: 'open_trajecten', uitleg: 'Open', labels: {} }).zet({}, 7);
    metrieken.duurmeter({ naam: 'deur_seconden', uitleg: 'Deur', labels: {} }).meet({}, 0.02);
    const server = await startMetriekenServer(metrieken, 0);
    const tekst = await (await fetch(`http://127.0.0.1:${server.poort}/metrics`)).text();
    expect((await fetch(`http://127.0.0.1:${server.poort}/`)).status).toBe(404);
    await server.stop();
    expect(tekst).toContain('open_trajecten{dienst="api"} 7');
    expect(tekst).toContain('deur_seconden_bucket{le="0.025",dienst="api"} 1');
    expect(tekst).toContain('process_cpu_seconds_total');
  });
});
