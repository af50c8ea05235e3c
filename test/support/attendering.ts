import type { UitgaandBericht } from '#adapters/uitgaand/uitgaand.port.js';
import { STANDAARD_UITGAAND_GRENZEN } from '#adapters/uitgaand/lijn.js';
import { naarDatum } from '#domain/datum/datum.js';
import type { AttenderingInhoud } from '#domain/uitgaand/attendering.js';

export const UITGAAND_OIN = '00000001900100000000';

/** Short enough for a test, and no rest after a few failures. */
export const KORTE_GRENZEN = {
  ...STANDAARD_UITGAAND_GRENZEN,
  verbindenMs: 500,
  koppenMs: 1_000,
  totaalMs: 2_000,
  naStoringen: 1_000,
};

/** An escalated PIP, as the door would decide it. */
export function eenAttendering(
  inhoud: Partial<AttenderingInhoud> = {},
  meer: Partial<UitgaandBericht> = {},
): UitgaandBericht {
  const trajectId = '0d6f2a8e-2f57-4a0c-9a0a-0000000000a1';
  return {
    id: `${trajectId}_12-termijn-geescaleerd-webhook`,
    gemeenteOin: UITGAAND_OIN,
    trajectId,
    inhoud: {
      kanaal: 'webhook',
      aanleiding: 'termijn-geescaleerd',
      taak: 'escalatie-behandelen',
      termijn: 'PIP_VASTSTELLEN',
      uiterlijkOp: naarDatum('2026-11-10'),
      link: 'https://zaken.gemeente.example/trajecten/0d6f2a8e-2f57-4a0c-9a0a-0000000000a1',
      proef: false,
      ...inhoud,
    },
    ...meer,
  };
}
