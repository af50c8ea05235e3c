import type { Onderwerp } from '../traject/onderwerp.js';

const EXAMENONDERDELEN = ['KNM', 'LE', 'LU', 'SC', 'SP'] as const;

export const examens: Onderwerp = {
  taken: [],
  termijnen: () => [],
  mijlpalen: {
    examensBehaald: (t) =>
      t.examens !== null && EXAMENONDERDELEN.every((deel) => t.examens?.geslaagd.includes(deel))
        ? t.examens.nr
        : null,
  },
};
