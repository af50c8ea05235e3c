// Real: the documents of this repository, held against the files they speak of.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Pakket {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}

const lees = (pad: string): string => readFileSync(pad, 'utf8');
const pakket = JSON.parse(lees('package.json')) as Pakket;

const DOCUMENTEN = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'],
  ...readdirSync('docs')
    .filter((naam) => naam.endsWith('.md'))
    .map((naam) => join('docs', naam)),
  ...readdirSync('docs/adr').map((naam) => join('docs/adr', naam)),
];

// Made by a run at full size, not by a build.
const GEMAAKT = ['docs/bewijs.md'];
const MAPPEN = 'apps|workflows|activities|libs|test|tools|docs';

describe('de documenten', () => {
  it('README past op 150 regels', () => {
    expect(lees('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(150);
  });

  it.each(DOCUMENTEN)('%s verwijst alleen naar wat er is', (document) => {
    const tekst = lees(document);
    const links = [...tekst.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(([, doel]) =>
      join(dirname(document), doel ?? ''),
    );
    const paden = [...tekst.matchAll(new RegExp(`\`((?:${MAPPEN})/[\\w./-]+)\``, 'g'))].map(
      ([, pad]) => pad ?? '',
    );
    expect(
      [...links, ...paden].filter((pad) => !existsSync(pad) && !GEMAAKT.includes(pad)),
    ).toEqual([]);
  });

  it.each(DOCUMENTEN)('%s noemt alleen opdrachten die er zijn', (document) => {
    const opdrachten = [...lees(document).matchAll(/npm run ([\w:-]+)/g)].map(([, naam]) => naam);
    expect(opdrachten.filter((naam) => !(String(naam) in pakket.scripts))).toEqual([]);
  });

  it('keuzes.md noemt elke afhankelijkheid, en geen andere', () => {
    const eersteCellen = [...lees('docs/keuzes.md').matchAll(/^\| ([@a-z][^|]*?) +\|/gm)];
    const genoemd = eersteCellen
      .flatMap(([, cel]) => (cel ?? '').split(', '))
      .filter((naam) => /^@?[a-z][\w./-]*$/.test(naam));
    const { dependencies, devDependencies, optionalDependencies, overrides } = pakket;
    const alles = Object.keys({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
      ...overrides,
    });
    expect(alles.filter((naam) => !genoemd.includes(naam))).toEqual([]);
    expect(genoemd.filter((naam) => !alles.includes(naam) && naam !== 'package')).toEqual([]);
  });

  it('regels.md noemt elke regel één keer', () => {
    const regels = [...lees('docs/regels.md').matchAll(/^\| (E\d+) +\|/gm)].map(([, r]) => r);
    expect(regels).toEqual(Array.from({ length: 23 }, (_, n) => `E${n + 1}`));
  });
});
