/** DUO's doelgroepen. */
export type Indeling = 'Asielstatushouder' | 'Gezinsmigrant en overige migrant';

export type Gedetailleerd =
  | 'Asielstatushouder'
  | 'Geestelijk bedienaar'
  | 'Gezinshereniger'
  | 'Gezinshereniger met Asielstatushouder'
  | 'Gezinsvormer'
  | 'Gezinsvormer met Asielstatushouder'
  | 'Overig';

/** Personal data of the inburgeraar; lives only in sealed columns. */
export interface Persoon {
  /** 9 digits that pass the elfproef. */
  readonly bsn: string | null;
  /** 10 digits, padded with zeros. */
  readonly vNummer: string | null;
  readonly naam: string | null;
  readonly geboortedatum: string | null;
}
