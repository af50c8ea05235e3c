// Real: npm run demo as a user starts it, with every server it needs. Nothing is fake.
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GEMIST_VERWACHT } from '#tools/demo/verwacht/gemist.js';
import { omvang } from '#test/support/omvang.js';
import { lopend } from './processen.js';
import { draai, tot } from './proefomgeving.js';

interface Regel {
  readonly soort: string;
  readonly persoon?: string;
  readonly tekst?: string;
  readonly toelichting?: readonly string[];
  readonly samenvatting?: readonly string[];
  readonly afwijkingen?: readonly string[];
  readonly seconden?: number;
}

let uitgang: number;
let regels: readonly Regel[];
let map: string;

beforeAll(async () => {
  map = realpathSync(mkdtempSync(join(tmpdir(), 'demoproef-')));
  // Under root, PostgreSQL runs as another user and must be able to pass through.
  chmodSync(map, 0o755);
  const { code, uitvoer } = await draai('npm', ['run', '--silent', 'demo', '--', '--json'], {
    TMPDIR: map,
    DEMO_PROEF: map,
  });
  uitgang = code;
  regels = uitvoer
    .split('\n')
    .filter((regel) => regel.startsWith('{'))
    .map((regel) => JSON.parse(regel) as Regel);
}, 150_000);

afterAll(() => {
  rmSync(map, { recursive: true, force: true });
});

/** What is told when the ten weeks begin. */
function tienWeken(persoon: string): Regel | undefined {
  return regels.find(
    (regel) => regel.persoon === persoon && regel.tekst?.startsWith('Termijn PIP vaststellen: '),
  );
}

describe('npm run demo', () => {
  it('vertelt drie verhalen zonder afwijking, binnen anderhalve minuut', () => {
    const slot = regels.at(-1);
    expect(slot).toMatchObject({ soort: 'samenvatting', afwijkingen: [] });
    expect(slot?.samenvatting).toHaveLength(3);
    expect(slot?.seconden).toBeLessThan(90);
    expect(uitgang).toBe(0);
  });

  it.each([
    ['asiel B1', '2026-11-23', ['14 september 2026']],
    ['gezinsmigrant', '2026-05-18', ['Hemelvaart', 'gelijkgesteld']],
    ['termijn gemist', '2026-05-26', ['Pinkster']],
  ])(
    'geeft %s de tien weken tot en met %s en noemt de dag die dat bepaalde',
    (persoon, uiterlijkOp, woorden) => {
      const regel = tienWeken(persoon);
      const verteld = regels.filter(
        (een) => een.persoon === persoon && een.tekst?.includes('PIP vaststellen'),
      );
      expect(verteld.map(({ tekst }) => tekst).join(' ')).toContain(uiterlijkOp);
      const uitleg = regel?.toelichting?.join(' ') ?? '';
      for (const woord of woorden) expect(uitleg).toContain(woord);
    },
  );

  it('laat de herinnering, de gemiste dag en de escalatie zien', () => {
    const gemist = regels.flatMap(({ persoon, tekst }) =>
      persoon === 'termijn gemist' && tekst !== undefined ? [tekst] : [],
    );
    const volgorde = ['HERINNERING', 'GEMIST', 'ESCALATIE', 'De coördinator heeft'].map((woord) =>
      gemist.findIndex((tekst) => tekst.startsWith(woord)),
    );
    expect(volgorde).toEqual([...volgorde].sort((a, b) => a - b));
    expect(volgorde).not.toContain(-1);
  });

  it('eindigt met uitgang 1 en noemt de afwijking als een verhaal anders loopt dan verwacht', async () => {
    const anders = join(map, 'anders.json');
    const journaal = [...GEMIST_VERWACHT.journaal.slice(0, -1), '2026-05-27 iemandLachte'];
    writeFileSync(anders, JSON.stringify({ ...GEMIST_VERWACHT, journaal }));
    const { code, uitvoer } = await draai(
      'npm',
      ['run', '--silent', 'demo', '--', '--gemist', anders],
      { TMPDIR: map, DEMO_PROEF: map },
    );
    const [, afwijkingen = ''] = uitvoer.split('Afwijkingen van het verwachte verhaal:');
    expect(afwijkingen.trim().split('\n')).toEqual([
      expect.stringContaining('er ontbreekt "2026-05-27 iemandLachte"'),
      expect.stringContaining('onverwacht "2026-05-27 escalatieAfgehandeld"'),
    ]);
    expect(code).toBe(1);
  }, 150_000);

  // Without attention signals, as DUO is today: nothing may depend on them. With them at full size.
  const SIGNALEN = [
    ['zonder attentiesignalen', []],
    ['met attentiesignalen', ['--attentiesignalen']],
  ] as const;

  it.each(SIGNALEN.slice(0, omvang({ poort: 1, volledig: 2 })))(
    'eindigt %s hetzelfde als SS102 en SS106 wegraken, door de eigen vergelijking met DUO',
    async (_signalen, extra) => {
      const { code, uitvoer } = await draai(
        'npm',
        ['run', '--silent', 'demo', '--', '--json', '--verlies', 'SS102,SS106', ...extra],
        { TMPDIR: map, DEMO_PROEF: map },
      );
      const slot = JSON.parse(uitvoer.trim().split('\n').at(-1) ?? '{}') as Regel;
      expect(slot).toMatchObject({ soort: 'samenvatting', afwijkingen: [] });
      const verloren = slot.samenvatting?.map((regel) => regel.split(', verloren: ')[1] ?? '');
      expect(verloren).toEqual(['SS102 SS106', 'SS102 SS106', '']);
      expect(code).toBe(0);
    },
    150_000,
  );

  it('laat geen proces en geen bestand achter', async () => {
    expect(existsSync('/proc')).toBe(true);
    expect(
      await tot(
        'het einde',
        () => Promise.resolve(lopend(`DEMO_PROEF=${map}`)),
        (lijst) => lijst.length === 0,
      ),
    ).toEqual([]);
    expect(readdirSync(map).filter((naam) => naam.includes('inburgeringsregie'))).toEqual([]);
  });
});
