import type { Opdracht } from '#domain/traject/opdracht.js';
import type { Gedaan, NietBeslist, VerwerkUitkomst } from '#dossier/typen.js';
import type { Rol } from '#security/toegang.js';
import { rollenVoor, type MensSoort } from '../opdrachten/opdrachten.js';
import { ApiFout, nietBeschikbaar, nietGevonden, weigeringFout } from './problemen.js';
import type { Beller } from './toegang.guard.js';

/** The answer to what the door did not decide. */
export function nietBeslistFout(uitkomst: NietBeslist): ApiFout {
  switch (uitkomst.soort) {
    case 'andere-inhoud':
      return new ApiFout(
        'SLEUTEL_HERGEBRUIKT',
        'Onder deze Idempotency-Key is al iets anders gevraagd. Gebruik een nieuwe sleutel.',
      );
    case 'versie-verouderd':
      return new ApiFout('VERSIE_VEROUDERD', 'Lees het traject opnieuw en probeer het nog eens.', {
        koppen: { ETag: `"${uitkomst.versie}"` },
      });
    case 'bezet':
      return uitkomst.reden === 'vooruitspoelen'
        ? new ApiFout(
            'GEWEIGERD',
            'Dit proeftraject wordt nu vooruitgespoeld. Wacht tot dat klaar is.',
            {
              regel: 'WORDT_VOORUITGESPOELD',
            },
          )
        : nietBeschikbaar('Dit traject is even bezet. Probeer het opnieuw.');
    case 'afgelost':
      return nietBeschikbaar('Dit traject wordt overgenomen. Probeer het opnieuw.');
    case 'onbekend':
      return nietGevonden('Dit traject');
  }
}

/** What happened at the door, or the answer that it did not. */
export function gedaanOf(uitkomst: VerwerkUitkomst): Gedaan {
  if (uitkomst.soort === 'gedaan') return uitkomst;
  if (uitkomst.soort === 'geweigerd') throw weigeringFout(uitkomst.weigering);
  throw nietBeslistFout(uitkomst);
}

/** Refuses an opdracht that is not for the roles of this caller. */
export function eisRol(beller: Beller, { soort }: Opdracht & { readonly soort: MensSoort }): void {
  const mogen: readonly Rol[] = rollenVoor(soort);
  if (!mogen.some((rol) => beller.toegang.rollen.includes(rol))) {
    throw new ApiFout('GEEN_TOEGANG', `Deze opdracht is voor: ${mogen.join(', ')}.`);
  }
}
