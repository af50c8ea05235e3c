/** What the client refuses as configuration; nothing is faked. */
import { adresVan, duoApisOp, STANDAARD_DUO_GRENZEN } from './duo-configuratie.js';
import { DuoHttpAdapter } from './duo-http.adapter.js';

const api = (basisUrl: string, versie = '1.2.0'): Parameters<typeof adresVan>[1] => ({
  basisUrl,
  versie,
  gelijktijdig: 1,
  wachtend: 1,
});

describe('configuratie van DUO', () => {
  it('zet de hoofdversie in het pad', () => {
    expect(adresVan('pip', api('https://duo.example:8443', '3.1.4'))).toBe(
      'https://duo.example:8443/v3',
    );
    expect(adresVan('pip', api('https://duo.example/wi/'))).toBe('https://duo.example/wi/v1');
  });

  it('houdt per API aan wat anders is, en verder het gewone', () => {
    const apis = duoApisOp('https://duo.example', {
      pip: { basisUrl: 'https://pip.duo.example', versie: '2.0.1' },
      examen: { versie: '1.1.0' },
    });
    expect(adresVan('pip', apis.pip)).toBe('https://pip.duo.example/v2');
    expect([adresVan('examen', apis.examen), apis.examen.versie]).toEqual([
      'https://duo.example/v1',
      '1.1.0',
    ]);
    expect(apis.vrijstelling).toEqual(duoApisOp('https://duo.example').vrijstelling);
  });

  it('staat http alleen toe op deze machine', () => {
    expect(adresVan('pip', api('http://127.0.0.1:3000'))).toBe('http://127.0.0.1:3000/v1');
    expect(() => adresVan('pip', api('http://duo.example'))).toThrow('pip moet https zijn');
    expect(() => adresVan('pip', api('http://127.0.0.1.example'))).toThrow('https');
  });

  it('weigert een adres of versie die er geen is', () => {
    expect(() => adresVan('pip', api('duo'))).toThrow('basisUrl van pip');
    expect(() => adresVan('pip', api('https://duo.example', 'v1'))).toThrow('versie van pip');
  });

  it('weigert een OIN die er geen is', () => {
    const rest = {
      apis: duoApisOp('https://duo.example'),
      gemeenten: new Map(),
      grenzen: STANDAARD_DUO_GRENZEN,
    };
    expect(() => new DuoHttpAdapter({ ...rest, duoOin: '123' })).toThrow('duoOin');
  });
});
