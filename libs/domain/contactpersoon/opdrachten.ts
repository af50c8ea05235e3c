/** How the chain reaches someone of the gemeente. Personal data; lives only in sealed columns. */
export interface Contactgegevens {
  readonly naam: string;
  readonly email: string;
  readonly telefoonnummer: string;
}

/** Names whom DUO and its partners can ask about this inburgeraar; takes the place of who was named before. */
export interface ContactpersoonOpdracht extends Contactgegevens {
  readonly soort: 'wijsContactpersoonAan';
  /** DUO's number of a contactpersoon it knows already, 1 to 99999; left out: a new one. */
  readonly contactpersoonId?: number;
}
