// Real: what the worker reads of a gemeente. Nothing is faked.
import { leesGemeenteUitgaand } from './uitgaand-configuratie.js';

const OIN = '00000001900100000000';
const GEHEIM = Buffer.alloc(32, 7).toString('base64');
const WEBHOOK = { url: 'https://regie.gemeente.example/haak', geheim: GEHEIM };
const MAIL = {
  host: 'mail.gemeente.example',
  poort: 587,
  tls: 'starttls',
  gebruiker: 'regie',
  wachtwoord: 'alleen-voor-deze-test',
  van: 'regie@gemeente.example',
  aan: 'coordinatoren@gemeente.example',
};

describe('webhook en mail van een gemeente', () => {
  it('zijn samen, apart of niet in te richten', () => {
    const webhook = { url: WEBHOOK.url, geheim: Buffer.from(GEHEIM, 'base64') };
    const { gebruiker, wachtwoord, ...zonder } = MAIL;
    const mail = { ...zonder, aanmelding: { gebruiker, wachtwoord } };

    expect(leesGemeenteUitgaand(OIN, { webhook: WEBHOOK, mail: MAIL })).toEqual({ webhook, mail });
    expect(leesGemeenteUitgaand(OIN, { mail: zonder })).toEqual({ mail: zonder });
    expect(leesGemeenteUitgaand(OIN, {})).toEqual({});
  });

  it.each<[string, string, unknown]>([
    ['geen object', OIN, [WEBHOOK]],
    ['geen OIN', '0518', {}],
    ['een onbekend kanaal', OIN, { fax: {} }],
    ['een onbekend veld', OIN, { webhook: { ...WEBHOOK, volg: true } }],
    ['een webhook zonder https', OIN, { webhook: { ...WEBHOOK, url: 'http://regie.example/' } }],
    ['een webhook zonder adres', OIN, { webhook: { ...WEBHOOK, url: 'regie' } }],
    [
      'een wachtwoord in het adres',
      OIN,
      { webhook: { ...WEBHOOK, url: 'https://een:twee@regie.example/' } },
    ],
    ['een kort geheim', OIN, { webhook: { ...WEBHOOK, geheim: 'a29ydA==' } }],
    ['een geheim dat geen base64 is', OIN, { webhook: { ...WEBHOOK, geheim: '%'.repeat(64) } }],
    ['een mailserver zonder TLS', OIN, { mail: { ...MAIL, tls: 'geen' } }],
    ['een verkeerde poort', OIN, { mail: { ...MAIL, poort: '587' } }],
    ['twee ontvangers', OIN, { mail: { ...MAIL, aan: 'een@a.example, twee@b.example' } }],
    ['een kop in het adres', OIN, { mail: { ...MAIL, van: 'a@b.example\r\nBcc: c@d.example' } }],
    ['een gebruiker zonder wachtwoord', OIN, { mail: { ...MAIL, wachtwoord: undefined } }],
  ])('met %s beginnen niet, en wat er stond komt niet in de fout', (_naam, oin, waarde) => {
    let melding = '';
    try {
      leesGemeenteUitgaand(oin, waarde);
    } catch (fout) {
      melding = String(fout);
    }
    expect(melding).toContain('Uitgaand-configuratie: ');
    expect(melding).not.toMatch(/example|alleen-voor|a29ydA|%%/);
  });
});
