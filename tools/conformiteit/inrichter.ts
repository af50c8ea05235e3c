import { request } from 'undici';
import type { Inrichting } from './geval.js';

export interface Inrichter {
  /** Makes a person at DUO's side in the state a case asks for, and gives the BSN. */
  richtIn(inrichting: Inrichting | undefined): Promise<string>;
  /** A BSN that DUO's side does not know. */
  onbekendBsn(): Promise<string>;
}

const POGINGEN = 50;

/** Arranges persons by the control side of the chain simulator. */
export function simulatorInrichter(opties: {
  readonly beheer: string;
  readonly gemeenteOin: string;
  readonly begindatum: string;
  readonly nieuwBsn: () => string;
  readonly tijdMs: number;
}): Inrichter {
  const { beheer, gemeenteOin, begindatum, nieuwBsn, tijdMs } = opties;
  const stuur = async (pad: string, body: object): Promise<{ status: number; tekst: string }> => {
    const antwoord = await request(`${beheer}${pad}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(tijdMs),
    });
    return { status: antwoord.statusCode, tekst: await antwoord.body.text() };
  };
  const maakPersoon = async (anders: object): Promise<{ id: string; bsn: string }> => {
    for (let poging = 0; poging < POGINGEN; poging += 1) {
      const bsn = nieuwBsn();
      const { status, tekst } = await stuur('/personen', {
        bsn,
        gemeenteOin,
        begindatum,
        ...anders,
      });
      if (status === 201) return { ...(JSON.parse(tekst) as { id: string }), bsn };
      // Known from an earlier round.
      if (status !== 409) throw new Error(`de simulator maakt geen persoon: status ${status}`);
    }
    throw new Error('alle testnummers van de reeks zijn al in gebruik');
  };
  const richtIn: Inrichter['richtIn'] = async (inrichting) => {
    const { id, bsn } = await maakPersoon(inrichting?.persoon ?? {});
    for (const stap of inrichting?.stappen ?? []) {
      const { status } = await stuur(`/personen/${id}/gebeurtenissen`, {
        gebeurtenisId: 'SS199',
        ...stap,
      });
      if (status !== 200)
        throw new Error(`de simulator richt de persoon niet in: status ${status}`);
    }
    return bsn;
  };
  const onbekendBsn = async (): Promise<string> => {
    for (let poging = 0; poging < POGINGEN; poging += 1) {
      const bsn = nieuwBsn();
      if ((await stuur('/personen/_zoek', { bsn })).status === 404) return bsn;
    }
    throw new Error('alle testnummers van de reeks zijn al in gebruik');
  };
  return { richtIn, onbekendBsn };
}
