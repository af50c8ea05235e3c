/** Why a person should never have been in our files. A closed set: free text would say who it was. */
export const WISREDENEN = [
  'verkeerde-gemeente',
  'verkeerde-persoon',
  'valt-niet-onder-deze-wet',
  'correctie-van-duo',
  'correctie-van-coa',
] as const;

export type Wisreden = (typeof WISREDENEN)[number];

export interface WissingOpdracht {
  readonly soort: 'meldTenOnrechteOntvangen';
  readonly reden: Wisreden;
  /** Whoever asks knows that nothing of it comes back. */
  readonly onherroepelijk: boolean;
}
