import { POSTTAAK, type Lijsttaak, type Posttaak } from '#database/read/posttaken.js';
import { ApiFout } from '../common/problemen.js';
import type { Beller } from '../common/toegang.guard.js';
import { MAATREGELEN } from '../postvak/postvak.dto.js';
import { naarTaak, type TaakDto, type TaakKort } from './taak.dto.js';

/** A row of the list as the API shows it: a task of a journey, or a notification that no journey took up. */
export function naarLijsttaak(beller: Beller, rij: Lijsttaak): TaakKort {
  return rij.soort === POSTTAAK
    ? {
        ...naarTaak(beller, rij),
        titel: 'Beoordeel een melding van DUO die bij geen traject past',
        uitkomsten: MAATREGELEN,
        afrondenBij: `/v1/postvak/${rij.id}/afhandeling`,
      }
    : naarTaak(beller, rij);
}

/** The same with why it waits. */
export function naarPosttaak(beller: Beller, rij: Posttaak): TaakDto {
  return { ...naarLijsttaak(beller, rij), reden: rij.reden, trajectVersie: null, notitie: null };
}

/** What can be done with a task of a journey, and not with a notification. */
export function hoortBijPostvak(): ApiFout {
  return new ApiFout('GEWEIGERD', 'Deze melding handelt u af in het postvak.', {
    regel: 'TAAK_HOORT_BIJ_POSTVAK',
  });
}
