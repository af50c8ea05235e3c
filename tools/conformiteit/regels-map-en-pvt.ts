import { P, pip, zet, type Dag } from './duo-zendingen.js';
import type { Zending } from './geval.js';
import type { Regel, Situatie } from './regel.js';

const SOORTEN = {
  map: { veld: 'datumEindgesprekMap', naam: 'MAP' },
  pvt: { veld: 'datumOndertekeningPvt', naam: 'PVT' },
} as const;

const VOLDAAN = {
  plicht: {
    indicatorInburgeringsplicht: false,
    redenGeenInburgeringsplicht: 'Inburgeringsplicht voldaan',
  },
};

/** The conditions for the end of the MAP and for signing the PVT; they are the same. */
export function mapOfPvtRegels(
  soort: keyof typeof SOORTEN,
  dag: Dag,
  { bron, anderOin }: { readonly bron: string; readonly anderOin: string },
): readonly Regel[] {
  const { veld, naam } = SOORTEN[soort];
  const meld = (datum?: string, verwijtbaar?: 'Ja' | 'Nee'): Zending =>
    zet(`${P}/${soort}`, { [veld]: datum, verwijtbaar });
  const mijnPip = pip(dag(-60));
  const zroute = zet(`${P}/zroute`, { datumAfrondingZroute: dag(-10) });
  const geleverd = (gemeenteOin: string): object => ({
    [soort]: { datum: dag(-10), gemeenteOin },
  });
  const termijn = (startdatum: string, einddatum: string): object => ({
    termijn: { startdatum, einddatum },
  });
  const voorbij = termijn(dag(-60), dag(-10));
  const regel = (
    id: string,
    tekst: string,
    mag: Omit<Situatie, 'vooraf'> & { vooraf?: readonly Zending[] },
    magNiet: Situatie,
  ): Regel => ({
    id: `${naam}-${id}`,
    regel: `${naam}: ${tekst}`,
    grond: `README, ${naam}`,
    mag: { vooraf: [mijnPip], ...mag },
    magNiet: { vooraf: [mijnPip], ...magNiet },
  });
  return [
    regel(
      'GELEVERD',
      'een wijziging komt van wie eerder leverde',
      { bijwerken: geleverd(bron), zending: meld(dag(-9)) },
      { bijwerken: geleverd(anderOin), zending: meld(dag(-9)) },
    ),
    regel(
      'PIP',
      'de gemeente heeft een actueel PIP',
      { zending: meld(dag(0)) },
      { vooraf: [], zending: meld(dag(0)), altijd: true },
    ),
    regel(
      'VOLDAAN',
      'de plicht is niet voldaan via de Z-route',
      { vooraf: [pip(dag(-60), { leerroute: 'Z' })], zending: meld(dag(0)) },
      { bijwerken: VOLDAAN, vooraf: [pip(dag(-60), { leerroute: 'Z' })], zending: meld(dag(0)) },
    ),
    regel(
      'BEGIN',
      'niet voor het begin van de termijn',
      { bijwerken: termijn(dag(-30), dag(1000)), zending: meld(dag(-30)) },
      { bijwerken: termijn(dag(-30), dag(1000)), zending: meld(dag(-31)) },
    ),
    regel(
      'ZROUTE',
      'niet na de afronding van de Z-route',
      { vooraf: [mijnPip, zroute], zending: meld(dag(-10)) },
      { vooraf: [mijnPip, zroute], zending: meld(dag(-9)) },
    ),
    regel('TOEKOMST', 'niet in de toekomst', { zending: meld(dag(0)) }, { zending: meld(dag(1)) }),
    regel(
      'INTREKKEN',
      'niet in te trekken na de afronding van de Z-route',
      { vooraf: [mijnPip, meld(dag(-20))], zending: meld() },
      { vooraf: [mijnPip, meld(dag(-20)), zroute], zending: meld() },
    ),
    regel(
      'OVERSCHREDEN',
      'na de termijn hoort er verwijtbaar bij',
      { bijwerken: voorbij, zending: meld(dag(-11)) },
      { bijwerken: voorbij, zending: meld(dag(-10)) },
    ),
    regel(
      'BINNEN',
      'binnen de termijn hoort er geen verwijtbaar bij',
      { bijwerken: voorbij, zending: meld(dag(-10), 'Nee') },
      { bijwerken: voorbij, zending: meld(dag(-11), 'Nee') },
    ),
    regel(
      'NEE',
      'Nee alleen in de laatste twee maanden of daarna',
      { bijwerken: termijn(dag(-60), dag(30)), zending: meld(undefined, 'Nee') },
      { bijwerken: termijn(dag(-60), dag(100)), zending: meld(undefined, 'Nee') },
    ),
    regel(
      'JA',
      'Ja alleen na de termijn',
      { bijwerken: termijn(dag(-60), dag(0)), zending: meld(undefined, 'Ja') },
      { bijwerken: termijn(dag(-60), dag(1)), zending: meld(undefined, 'Ja') },
    ),
  ];
}
