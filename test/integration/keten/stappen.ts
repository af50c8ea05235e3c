import { gebeurt, type Keten } from './ketenopstelling.js';

/** Gives the opdracht over the API; it must be taken. */
export async function geef(keten: Keten, trajectId: string, opdracht: object): Promise<void> {
  const { status, text } = await keten.geef(trajectId, opdracht);
  expect([status, status === 200 ? '' : text]).toEqual([200, '']);
}

interface Plan {
  readonly trajectId: string;
  readonly persoonId: string;
  /** The day of every step. */
  readonly op: string;
  readonly niveau?: 'A2' | 'B1';
}

/** Intake, leerroute B and the PIP of this gemeente, delivered to DUO. */
export async function totEigenPip(
  keten: Keten,
  { trajectId, persoonId, op, niveau = 'B1' }: Plan,
): Promise<void> {
  const doe = (opdracht: object) => geef(keten, trajectId, opdracht);
  await doe({ soort: 'nodigUitVoorIntake', opgeroepenOp: op, afspraakOp: op });
  await doe({
    soort: 'legIntakeVast',
    afgenomenOp: op,
    gewezenOpGesprekAlleen: true,
    taalniveau: 'A1',
  });
  await gebeurt(keten, persoonId, 'SS131');
  await keten.drijf(trajectId, `${op}T09:30:00.000Z`);
  await doe({
    soort: 'kiesLeerroute',
    gekozenOp: op,
    leerroute: 'B',
    niveau,
    motivering: 'Haalbaar.',
  });
  await doe({
    soort: 'stelPipOp',
    opgesteldOp: op,
    ondersteuning: 'Geen.',
    pvtIntensiteit: '12 uur',
    mapIntensiteit: '40 uur',
    alfabetisering: 'NVT',
  });
  await doe({ soort: 'stelPipVast', dagtekening: op });
  await keten.drijf(trajectId, `${op}T10:00:00.000Z`);
}
