import {
  aanbod,
  haal,
  kiesSchool,
  ONBEKENDE_SCHOOL,
  P,
  pip,
  schoolMetBow,
  wis,
  type Dag,
} from './duo-zendingen.js';
import type { Zending } from './geval.js';
import type { Regel } from './regel.js';

const PIP = 'README, PIP';
const AANBOD = 'README, Inburgeringsaanbod';
const GEZIN = { doelgroep: 'Gezinsmigrant en overige migrant' };

export function pipRegels(dag: Dag): readonly Regel[] {
  const eerste = pip(dag(-30));
  const wisPip = wis(`${P}/PIP`);
  const termijn = { termijn: { startdatum: dag(-30), einddatum: dag(1000) } };
  const vandaag = (velden: object): Zending => pip(dag(0), velden);
  const leerroute = (id: string, regel: string, goed: object, fout: object): Regel => ({
    id: `PIP-${id}`,
    regel,
    grond: PIP,
    mag: { zending: vandaag(goed), achteraf: [wisPip], altijd: true },
    magNiet: { zending: vandaag(fout), altijd: true },
  });
  return [
    {
      id: 'PIP-PLICHT',
      regel: 'de dagtekening ligt niet voor het begin van de plicht',
      grond: PIP,
      mag: { persoon: { gevestigdOp: dag(-90) }, zending: pip(dag(-60)) },
      magNiet: { persoon: { gevestigdOp: dag(-90) }, zending: pip(dag(-61)) },
    },
    {
      id: 'PIP-VESTIGING',
      regel: 'de dagtekening ligt niet voor de vestiging in de gemeente',
      grond: PIP,
      mag: { persoon: { gevestigdOp: dag(-20) }, zending: pip(dag(-20)) },
      magNiet: { persoon: { gevestigdOp: dag(-20) }, zending: pip(dag(-21)) },
    },
    {
      id: 'PIP-EERDER',
      regel: 'een gewijzigd PIP ligt niet voor het eerste of het actuele',
      grond: PIP,
      mag: { vooraf: [eerste], zending: pip(dag(-30)) },
      magNiet: { vooraf: [eerste], zending: pip(dag(-31)) },
    },
    leerroute(
      'A2-O',
      'A2 niet bij de onderwijsroute',
      { leerroute: 'O', niveau: 'B1' },
      { leerroute: 'O', niveau: 'A2' },
    ),
    leerroute(
      'B1-Z',
      'B1 niet bij de Z-route',
      { leerroute: 'Z', niveau: 'A2' },
      { leerroute: 'Z', niveau: 'B1' },
    ),
    {
      id: 'PIP-A2-EERST',
      regel: 'A2 bij de B1-route niet in het eerste PIP',
      grond: PIP,
      mag: { vooraf: [eerste], zending: vandaag({ niveau: 'A2' }) },
      magNiet: { zending: vandaag({ niveau: 'A2' }), altijd: true },
    },
    ...(['B', 'O'] as const).map((route): Regel => ({
      id: `PIP-NIVEAU-${route}`,
      regel: `zonder niveau geldt B1 bij route ${route}`,
      grond: PIP,
      mag: {
        vooraf: [vandaag({ leerroute: route })],
        zending: haal(`${P}/PIP`),
        achteraf: [wisPip],
        altijd: true,
        verwacht: { bevat: { pip: { leerroute: route, niveau: 'B1' } } },
      },
    })),
    leerroute(
      'INTENSITEIT',
      'geschatte intensiteit alleen bij de B1-route',
      { geschatteIntensiteitB1Route: 600 },
      { leerroute: 'O', geschatteIntensiteitB1Route: 600 },
    ),
    {
      id: 'PIP-INTENSITEIT-ASIEL',
      regel: 'geschatte intensiteit alleen bij asielmigranten',
      grond: PIP,
      mag: { persoon: GEZIN, zending: vandaag({}) },
      magNiet: { persoon: GEZIN, zending: vandaag({ geschatteIntensiteitB1Route: 600 }) },
    },
    {
      id: 'PIP-WIS-TERMIJN',
      regel: 'een PIP gaat niet weg als de termijn is vastgesteld',
      grond: PIP,
      mag: { vooraf: [eerste], zending: wisPip },
      magNiet: { bijwerken: termijn, vooraf: [eerste], zending: wisPip },
    },
    {
      id: 'PIP-WIS-UREN',
      regel: 'een PIP gaat niet weg als er cursusuren zijn',
      grond: PIP,
      magNiet: { bijwerken: { cursusuren: 3 }, vooraf: [eerste], zending: wisPip },
    },
  ];
}

export function aanbodRegels(dag: Dag): readonly Regel[] {
  const eerste = pip(dag(-30));
  const onderwijs = pip(dag(-30), { leerroute: 'O' });
  const metTst = kiesSchool((school) => school.indicatieTstKeurmerk);
  const alleenBow = kiesSchool((s) => s.indicatieBowKeurmerk && !s.indicatieTstKeurmerk);
  const bijBow = [eerste, schoolMetBow];
  const termijn = { termijn: { startdatum: dag(-29), einddatum: dag(1000) } };
  const datums = (
    id: string,
    regel: string,
    goed: object,
    fout: object,
    bijwerken?: object,
  ): Regel => ({
    id: `AANBOD-${id}`,
    regel,
    grond: AANBOD,
    mag: { vooraf: bijBow, zending: aanbod(goed), ...(bijwerken && { bijwerken }) },
    magNiet: { vooraf: bijBow, zending: aanbod(fout), ...(bijwerken && { bijwerken }) },
  });
  return [
    {
      id: 'AANBOD-ASIEL',
      regel: 'een aanbod is er voor asielmigranten',
      grond: AANBOD,
      mag: { vooraf: bijBow, zending: aanbod() },
      magNiet: { persoon: GEZIN, vooraf: bijBow, zending: aanbod() },
    },
    {
      id: 'AANBOD-PIP',
      regel: 'de persoon heeft een PIP',
      grond: AANBOD,
      magNiet: { vooraf: [schoolMetBow], zending: aanbod(), altijd: true },
    },
    {
      id: 'AANBOD-SCHOOL',
      regel: 'de instelling is bekend en heeft een keurmerk',
      grond: AANBOD,
      magNiet: { vooraf: [eerste], zending: aanbod({}, ONBEKENDE_SCHOOL) },
    },
    {
      id: 'AANBOD-TST',
      regel: 'bij de onderwijsroute is de instelling erkend voor taalschakeltrajecten',
      grond: AANBOD,
      mag: { vooraf: [onderwijs, metTst], zending: aanbod() },
      magNiet: { vooraf: [onderwijs, alleenBow], zending: aanbod() },
    },
    datums(
      'DAGTEKENING',
      'geen datum ligt voor de dagtekening van het PIP',
      { datumInburgeringsaanbod: dag(-30) },
      { datumInburgeringsaanbod: dag(-31) },
    ),
    datums(
      'BEGIN',
      'de opleiding begint niet voor het aanbod',
      { datumInburgeringsaanbod: dag(0), verwachteStartdatumOpleiding: dag(0) },
      { datumInburgeringsaanbod: dag(0), verwachteStartdatumOpleiding: dag(-1) },
    ),
    datums(
      'EINDE',
      'de opleiding eindigt na haar begin',
      { verwachteStartdatumOpleiding: dag(0), verwachteEinddatumOpleiding: dag(1) },
      { verwachteStartdatumOpleiding: dag(0), verwachteEinddatumOpleiding: dag(0) },
    ),
    datums(
      'TERMIJN',
      'de opleiding valt binnen de termijn',
      { verwachteStartdatumOpleiding: dag(-29), verwachteEinddatumOpleiding: dag(1000) },
      { verwachteStartdatumOpleiding: dag(-29), verwachteEinddatumOpleiding: dag(1001) },
      termijn,
    ),
  ];
}
