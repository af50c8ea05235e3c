/** Something that should not be: a journal or an installation in disorder. Holds no personal data. */
export class DossierFout extends Error {
  constructor(
    readonly code:
      'TRAJECT_ONBEKEND' | 'TRAJECT_BEZET' | 'GEMEENTE_ONBEKEND' | 'SLEUTEL_VERNIETIGD',
    melding: string,
  ) {
    super(melding);
    this.name = 'DossierFout';
  }
}
