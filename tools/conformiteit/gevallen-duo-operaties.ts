import {
  aanbod,
  haal,
  koppel,
  nieuwContact,
  ontkoppel,
  P,
  pip,
  schoolMetBow,
  wijzigContact,
  wis,
  wisAanbod,
  wisContact,
  zet,
  type Dag,
} from './duo-zendingen.js';
import type { Geval, Inrichting, Verwachting, Zending } from './geval.js';
import type { DuoSpecificatie } from './specificatie.js';

type Rij = Pick<Geval, 'zending' | 'vooraf' | 'achteraf' | 'inrichting'> & {
  readonly bevat?: unknown;
  /** The status when DUO knows nothing of it; only without a way to arrange it. */
  readonly ofNiets?: true;
};

const gebeurt = (...ids: readonly string[]): Inrichting => ({
  nodig: false,
  stappen: ids.map((gebeurtenisId) => ({ gebeurtenisId })),
});

const met = (bijwerken: object): Inrichting => ({ nodig: false, stappen: [{ bijwerken }] });

function rijen(dag: Dag): readonly Rij[] {
  const mijnPip = pip(dag(0));
  const wisPip = wis(`${P}/PIP`);
  const termijn = met({ termijn: { startdatum: dag(-10), einddatum: dag(1000) } });
  const uren: Zending = zet(`${P}/uren/bredeintake/taallesknm`, { uren: 12 });
  const onderdeel = (pad: string, veld: string): readonly Rij[] => [
    {
      vooraf: [mijnPip],
      zending: zet(pad, { [veld]: dag(0) }),
      achteraf: [zet(pad, {}), wisPip],
    },
    {
      vooraf: [mijnPip, zet(pad, { [veld]: dag(0) })],
      zending: haal(pad),
      bevat: { [veld]: dag(0) },
      achteraf: [zet(pad, {}), wisPip],
    },
  ];
  const examen = { examendatum: dag(-3), onderdeel: 'LE', resultaat: 'Geslaagd', niveau: 'B1' };
  return [
    { zending: haal(`${P}/inburgeringsplicht`) },
    { zending: haal(`${P}/inburgeringsplicht/historie`), inrichting: gebeurt('SS110', 'SS130') },
    { zending: haal(`${P}/doelgroep`) },
    { zending: haal(`${P}/doelgroep/historie`), inrichting: gebeurt('SS124', 'SS125') },
    { zending: haal(`${P}/lbt/examennummer`), inrichting: gebeurt('SS137'), ofNiets: true },
    { zending: haal(`${P}/lbt/resultaten`), inrichting: gebeurt('SS137', 'SS131') },
    { zending: wis(`${P}/lbt/examennummer`), inrichting: gebeurt('SS137'), ofNiets: true },
    { zending: haal(`${P}/inburgeringstermijn`), inrichting: termijn, ofNiets: true },
    { zending: haal(`${P}/inburgeringstermijn/historie`), inrichting: termijn },
    { zending: haal('/verlengingsgronden') },
    { zending: haal(`${P}/vrijstellingen`), inrichting: gebeurt('SS117', 'SS115') },
    { zending: haal(`${P}/ontheffingen`), inrichting: gebeurt('SS119') },
    { zending: mijnPip, achteraf: [wisPip] },
    {
      vooraf: [mijnPip],
      zending: haal(`${P}/PIP`),
      bevat: { pip: { dagtekeningPip: dag(0), leerroute: 'B' } },
      achteraf: [wisPip],
    },
    { vooraf: [mijnPip], zending: wisPip },
    { zending: haal('/instellingen') },
    {
      vooraf: [mijnPip, schoolMetBow],
      zending: aanbod({ datumInburgeringsaanbod: dag(0) }),
      achteraf: [wisAanbod, wisPip],
    },
    { vooraf: [mijnPip, schoolMetBow, aanbod()], zending: wisAanbod, achteraf: [wisPip] },
    ...onderdeel(`${P}/map`, 'datumEindgesprekMap'),
    ...onderdeel(`${P}/pvt`, 'datumOndertekeningPvt'),
    {
      vooraf: [mijnPip],
      zending: zet(`${P}/zroute`, { datumAfrondingZroute: dag(0) }),
      achteraf: [zet(`${P}/zroute`, {}), wisPip],
    },
    { zending: uren },
    { zending: zet(`${P}/uren/participatieactiviteiten`, { uren: 0 }) },
    { zending: zet(`${P}/uren/participatietaalles`, { uren: 9999 }) },
    { vooraf: [uren], zending: haal(`${P}/uren`) },
    { zending: haal(`${P}/examens/resultaten`), inrichting: met({ examens: [examen] }) },
    { zending: haal(`${P}/examens/gratispogingen`) },
    { zending: nieuwContact(), achteraf: [wisContact()] },
    { vooraf: [nieuwContact()], zending: wijzigContact, achteraf: [wisContact()] },
    { vooraf: [nieuwContact()], zending: wisContact() },
    { vooraf: [nieuwContact()], zending: koppel(), achteraf: [wisContact()] },
    { vooraf: [nieuwContact(), koppel()], zending: ontkoppel(), achteraf: [wisContact()] },
  ];
}

/** A valid call of each of DUO's operations; its answer is held against the file. */
export function duoOperatieGevallen(
  specificaties: readonly DuoSpecificatie[],
  dag: Dag,
): readonly Geval[] {
  const beschikbaar = rijen(dag);
  return specificaties.map((spec) => {
    const rij = beschikbaar.find(
      ({ zending }) => zending.methode === spec.methode && zending.pad === spec.pad,
    );
    const naam = `${spec.methode} ${spec.pad}`;
    if (rij === undefined) throw new Error(`Geen geval voor ${naam}`);
    const { bevat, ofNiets, ...rest } = rij;
    const verwacht: Verwachting = {
      statussen: [...spec.antwoorden.keys()].filter((status) => status < 300),
      ...(bevat === undefined ? {} : { bevat }),
      ...(ofNiets === undefined ? {} : { zonderInrichting: [404] }),
    };
    return {
      id: `D-${spec.operationId}`,
      groep: 'operaties',
      titel: naam,
      eis: 'slaagt, met een antwoord naar het bestand',
      grond: spec.bestand,
      ...rest,
      verwacht,
    };
  });
}
