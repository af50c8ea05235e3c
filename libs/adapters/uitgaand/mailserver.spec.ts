// Real: the adapter over SMTP with TLS, certificates of an authority made for the test. Fake: the mail server, one on
// this machine that answers as told.
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { maakUitgever, type Uitgever } from '#test/contract/ketensimulator/certificaten.js';
import { eenAttendering, KORTE_GRENZEN, UITGAAND_OIN } from '#test/support/attendering.js';
import type { AttenderingInhoud } from '#domain/uitgaand/attendering.js';
import type { UitgaandeGrenzen } from './lijn.js';
import { UitgaandAdapter } from './uitgaand.adapter.js';
import type { MailConfiguratie } from './uitgaand-configuratie.js';
import type { UitgaandUitkomst } from './uitgaand.port.js';

const WACHTWOORD = 'alleen-voor-deze-test';
const VAN = 'regie@gemeente.example';
const AAN = 'coordinatoren@gemeente.example';

let eigen: Uitgever;
let paar: { cert: string; key: string };
const ontvangen: string[] = [];
const sluiten: (() => Promise<void>)[] = [];

beforeAll(async () => {
  eigen = await maakUitgever();
  paar = await eigen.geef(undefined);
});

afterEach(async () => {
  for (const sluit of sluiten.splice(0)) await sluit();
  ontvangen.length = 0;
});

/** Gives the port of a mail server that takes everything, but for what the test says. */
async function start(anders: SMTPServerOptions = {}): Promise<number> {
  const server = new SMTPServer({
    ...paar,
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    onData: (stroom, _sessie, klaar) => {
      const stukken: Buffer[] = [];
      stroom.on('data', (stuk: Buffer) => stukken.push(stuk));
      stroom.on('end', () => {
        ontvangen.push(Buffer.concat(stukken).toString('utf8'));
        klaar();
      });
    },
    ...anders,
  });
  // A client that hangs up is what some tests are about.
  server.on('error', () => undefined);
  await new Promise<void>((klaar) => {
    server.listen(0, '127.0.0.1', klaar);
  });
  sluiten.push(
    () =>
      new Promise((klaar) => {
        server.close(() => {
          klaar();
        });
      }),
  );
  return (server.server.address() as AddressInfo).port;
}

/** Gives the port of a server that does as told with each connection. */
async function startRuw(doe: (socket: Socket) => void): Promise<number> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    doe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  sluiten.push(async () => {
    for (const socket of open) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  return (server.address() as AddressInfo).port;
}

async function verstuur(
  poort: number,
  mail: Partial<MailConfiguratie> = {},
  {
    inhoud = {},
    ca = eigen.ca,
    grenzen = {},
  }: {
    inhoud?: Partial<AttenderingInhoud>;
    ca?: string;
    grenzen?: Partial<UitgaandeGrenzen>;
  } = {},
): Promise<UitgaandUitkomst> {
  const configuratie: MailConfiguratie = {
    host: '127.0.0.1',
    poort,
    tls: 'starttls',
    van: VAN,
    aan: AAN,
    ...mail,
  };
  const adapter = new UitgaandAdapter(
    { gemeenten: new Map([[UITGAAND_OIN, { mail: configuratie }]]), ca },
    () => undefined,
    { ...KORTE_GRENZEN, ...grenzen },
  );
  sluiten.push(() => adapter.close());
  return adapter.verstuur(eenAttendering({ kanaal: 'mail', ...inhoud }));
}

const fout = (responseCode: number): Error =>
  Object.assign(new Error('Testpersoon Geheim'), { responseCode });

const sessies: { tls: boolean; gebruiker: string | undefined }[] = [];

describe('een mailserver die aanneemt', () => {
  it.each(['starttls', 'direct'] as const)('krijgt de mail versleuteld (%s)', async (tls) => {
    sessies.length = 0;
    const poort = await start({
      secure: tls === 'direct',
      onMailFrom: (_adres, sessie, klaar) => {
        sessies.push({ tls: sessie.secure, gebruiker: sessie.user as string | undefined });
        klaar();
      },
      onAuth: ({ username, password }, _sessie, klaar) => {
        if (password === WACHTWOORD) klaar(null, { user: username ?? '' });
        else klaar(fout(535));
      },
    });
    const aanmelding = { gebruiker: 'regie', wachtwoord: WACHTWOORD };

    expect(await verstuur(poort, { tls, aanmelding })).toEqual({ soort: 'gelukt' });
    expect(sessies).toEqual([{ tls: true, gebruiker: 'regie' }]);
    expect(ontvangen).toHaveLength(1);
  });

  it('leest wat er is, met een vast nummer, en zonder iets over een persoon', async () => {
    await verstuur(await start());

    const [mail = ''] = ontvangen;
    const { id, trajectId } = eenAttendering();
    expect(mail).toContain(`From: ${VAN}`);
    expect(mail).toContain(`To: ${AAN}`);
    expect(mail).toContain('Subject: Een termijn is verstreken');
    expect(mail).toContain(`<${id}@gemeente.example>`);
    expect(mail).toContain('Auto-Submitted: auto-generated');
    const tekst = mail.replaceAll('=\r\n', '');
    for (const deel of [
      trajectId,
      'PIP_VASTSTELLEN',
      'dinsdag 10 november 2026',
      'https://zaken',
    ]) {
      expect(tekst).toContain(deel);
    }
  });

  it.each([
    [{ proef: true }, 'Subject: [Proef] Een termijn is verstreken'],
    [
      { aanleiding: 'bericht-niet-aangenomen', termijn: null, uiterlijkOp: null, link: null },
      'Subject: Een bericht aan DUO is niet aangenomen',
    ],
  ] as const)('ziet aan het onderwerp wat er speelt (%#)', async (inhoud, onderwerp) => {
    await verstuur(await start(), {}, { inhoud });

    expect(ontvangen[0]).toContain(onderwerp);
    expect(ontvangen[0]).not.toContain('null');
  });
});

describe('een mailserver die niet aanneemt', () => {
  it.each([
    [451, { soort: 'storing', oorzaak: 'smtp', status: 451, ongewis: false }],
    [503, { soort: 'storing', oorzaak: 'smtp', status: 503, ongewis: false }],
    [552, { soort: 'geweigerd', oorzaak: 'smtp-552' }],
  ])('zegt met %d of het later kan', async (status, verwacht) => {
    const poort = await start({
      onData: (stroom, _sessie, klaar) => {
        stroom.resume();
        stroom.on('end', () => {
          klaar(fout(status));
        });
      },
    });

    const uitkomst = await verstuur(poort);
    expect(uitkomst).toEqual(verwacht);
    expect(JSON.stringify(uitkomst)).not.toContain('Geheim');
  });

  it('en het postvak niet kent, krijgt het niet nog eens', async () => {
    const poort = await start({
      onRcptTo: (_adres, _sessie, klaar) => {
        klaar(fout(550));
      },
    });

    expect(await verstuur(poort)).toEqual({ soort: 'geweigerd', oorzaak: 'smtp-550' });
  });

  it('en ons wachtwoord niet kent, wacht op de beheerder', async () => {
    const poort = await start({
      onAuth: (_aanmelding, _sessie, klaar) => {
        klaar(fout(535));
      },
    });
    const aanmelding = { gebruiker: 'regie', wachtwoord: 'fout' };

    expect(await verstuur(poort, { aanmelding })).toEqual({ soort: 'niet-geautoriseerd' });
  });
});

describe('een mailserver die niet te vertrouwen is', () => {
  it('omdat hij geen TLS kan, krijgt niets', async () => {
    const poort = await start({ disabledCommands: ['STARTTLS'] });

    expect(await verstuur(poort)).toMatchObject({
      soort: expect.not.stringMatching('gelukt') as string,
    });
    expect(ontvangen).toEqual([]);
  });

  it.each(['starttls', 'direct'] as const)(
    'omdat zijn certificaat niet klopt, krijgt niets (%s)',
    async (tls) => {
      const poort = await start({ secure: tls === 'direct' });
      const { ca } = await maakUitgever();

      expect(await verstuur(poort, { tls }, { ca })).toEqual({
        soort: 'storing',
        oorzaak: 'tls',
        ongewis: false,
      });
      expect(ontvangen).toEqual([]);
    },
  );
});

describe('een mailserver zonder antwoord', () => {
  it('die niets zegt, heeft de mail niet', async () => {
    const poort = await startRuw(() => undefined);

    expect(await verstuur(poort)).toEqual({
      soort: 'storing',
      oorzaak: 'time-out',
      ongewis: false,
    });
  });

  it('die na de mail zwijgt, heeft haar misschien', async () => {
    const poort = await start({
      onData: (stroom) => {
        stroom.resume();
      },
    });

    expect(await verstuur(poort, {}, { grenzen: { totaalMs: 700 } })).toEqual({
      soort: 'storing',
      oorzaak: 'time-out',
      ongewis: true,
    });
  });

  it('die de verbinding verbreekt terwijl de mail komt, heeft haar misschien', async () => {
    const verbindingen: Socket[] = [];
    const poort = await start({
      onConnect: (_sessie, klaar) => {
        klaar();
      },
      onData: (stroom) => {
        stroom.resume();
        for (const socket of verbindingen) socket.resetAndDestroy();
      },
    });
    const omweg = await startRuw((socket) => {
      verbindingen.push(socket);
      const naar = doorgeef(poort);
      socket.pipe(naar).pipe(socket);
    });

    expect(await verstuur(omweg)).toEqual({
      soort: 'storing',
      oorzaak: 'verbinding',
      ongewis: true,
    });
  });

  it('die er niet is, heeft de mail niet', async () => {
    const poort = await startRuw(() => undefined);
    for (const sluit of sluiten.splice(0)) await sluit();

    expect(await verstuur(poort)).toEqual({
      soort: 'storing',
      oorzaak: 'verbinding',
      ongewis: false,
    });
  });
});

function doorgeef(poort: number): Socket {
  const socket = connect(poort, '127.0.0.1');
  socket.on('error', () => undefined);
  return socket;
}
