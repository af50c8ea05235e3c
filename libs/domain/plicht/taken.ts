import type { Onderwerp } from '../traject/onderwerp.js';

export const plicht: Onderwerp = {
  taken: [],
  termijnen: () => [],
  mijlpalen: {
    kennisgevingOntvangen: (t) => t.plicht?.nr ?? null,
    plichtGeeindigd: (t) => t.plichtEinde?.nr ?? null,
  },
};
