/** What we read of Jest's JSON report. */
export interface JestVerslag {
  readonly testResults: readonly Suite[];
}

interface Suite {
  /** Path of the spec. */
  readonly name: string;
  readonly status: string;
  /** Why the suite did not run at all, or the failures in words. */
  readonly message: string;
  readonly startTime?: number;
  readonly endTime?: number;
  readonly assertionResults: readonly {
    readonly fullName: string;
    readonly status: string;
  }[];
}

export interface Telling {
  readonly geslaagd: number;
  readonly mislukt: number;
  readonly overgeslagen: number;
}

const NIET_GEDRAAID = ['pending', 'skipped', 'todo', 'disabled'];

/** Counts tests; a suite that could not run counts as one failure, or it would go unnoticed. */
export function tel(verslagen: readonly JestVerslag[]): Telling {
  const suites = verslagen.flatMap(({ testResults }) => testResults);
  const tests = suites.flatMap(({ assertionResults }) => assertionResults);
  const aantal = (klopt: (status: string) => boolean): number =>
    tests.filter(({ status }) => klopt(status)).length;
  const nietTeLaden = suites.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  return {
    geslaagd: aantal((status) => status === 'passed'),
    mislukt: aantal((status) => status === 'failed') + nietTeLaden,
    overgeslagen: aantal((status) => NIET_GEDRAAID.includes(status)),
  };
}

/** The closing line, in the words that test services read. */
export function slotregel({ geslaagd, mislukt, overgeslagen }: Telling): string {
  return `${geslaagd} passed, ${mislukt} failed, ${overgeslagen} skipped`;
}

/** Full names of the tests that did not run; the reason is part of the name. */
export function overgeslagenTests(verslagen: readonly JestVerslag[]): string[] {
  return verslagen
    .flatMap(({ testResults }) => testResults)
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => NIET_GEDRAAID.includes(status))
    .map(({ fullName }) => fullName);
}

export interface Bewijskop {
  readonly commit: string;
  readonly zaad: string;
  readonly node: string;
  readonly datum: string;
  readonly minuten: number;
}

/** docs/bewijs.md: what the full-size run showed, per spec. `wortel` is cut off the paths. */
export function bewijsDocument(
  verslagen: readonly JestVerslag[],
  kop: Bewijskop,
  wortel: string,
): string {
  const rijen = verslagen
    .flatMap(({ testResults }) => testResults)
    .map((suite) => {
      const { geslaagd, mislukt, overgeslagen } = tel([{ testResults: [suite] }]);
      const seconden = Math.round(((suite.endTime ?? 0) - (suite.startTime ?? 0)) / 1000);
      const pad = suite.name.replace(`${wortel}/`, '');
      return `| ${pad} | ${geslaagd} | ${mislukt} | ${overgeslagen} | ${seconden} |`;
    })
    .sort((a, b) => a.localeCompare(b));
  return [
    '# Bewijs',
    '',
    'Written by `npm run test:volledig`: every suite at full size.',
    '',
    `- commit: ${kop.commit}`,
    `- seed: ${kop.zaad} (repeat with \`PROEF_ZAAD=${kop.zaad}\`)`,
    `- date: ${kop.datum}, Node ${kop.node}, ${kop.minuten} minutes`,
    `- result: ${slotregel(tel(verslagen))}`,
    '',
    '| spec | passed | failed | skipped | seconds |',
    '| --- | --- | --- | --- | --- |',
    ...rijen,
    '',
  ].join('\n');
}
