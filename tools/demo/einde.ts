import type { Verhaal } from './controle.js';
import type { Einde } from './verwacht/einden.js';

/** What a lost message of DUO leaves in the journal, and its attention signals: nothing else may come extra. */
const SPOREN_VAN_VERLIES = ['verschillenMetDuoVastgesteld', 'verschillenMetDuoAfgehandeld'];
const SPOREN_VAN_SIGNALEN = ['duoSignaalOntvangen', 'ketenfeitOntvangen'];
/** Our own term to notice that DUO stays silent: with a lost confirmation it must pass. */
const EIGEN_BEWAKING = 'BEVESTIGING_DUO';

const EEN_TERMIJN = /^(\S+) uiterlijk (\S+), (\S+?)( \d{4}-\d\d-\d\d)?(, te laat)?$/;
const soortVan = (lijn: string): string => lijn.split(' ')[1] ?? '';

/** The terms that were missed according to the journal. */
function gemist({ journaal }: Verhaal): string[] {
  return journaal.flatMap((lijn) => {
    const [, soort, sleutel = '', sport] = lijn.split(' ');
    return soort === 'termijnSignaal' && sport === 'verstreken' ? [sleutel] : [];
  });
}

/** Each term with its last day and how it ended, without the day of that. */
function termijnen({ termijnen: lijnen }: Verhaal): string[] {
  return lijnen.flatMap((lijn) => {
    const [, sleutel, uiterlijkOp, status, , teLaat = ''] = EEN_TERMIJN.exec(lijn) ?? [];
    return sleutel === undefined || sleutel === EIGEN_BEWAKING
      ? []
      : [`${sleutel} ${uiterlijkOp} ${status}${teLaat}`];
  });
}

const berichten = ({ berichten: lijnen }: Verhaal): string[] =>
  lijnen.map((lijn) => lijn.split(' ').slice(0, 2).join(' '));

function verschil(wat: string, gevonden: readonly string[], verwacht: readonly string[]): string[] {
  return [
    ...verwacht.filter((een) => !gevonden.includes(een)).map((een) => `${wat}: zonder ${een}`),
    ...gevonden.filter((een) => !verwacht.includes(een)).map((een) => `${wat}: ook ${een}`),
  ];
}

/**
 * How a story in which messages of DUO got lost differs from the expected one, a line in Dutch for each. Its days may
 * differ; what happened, how terms and messages ended, and which terms were missed may not.
 */
export function vergelijkVerloop(gevonden: Verhaal, verwacht: Verhaal): string[] {
  const sporen = [...SPOREN_VAN_VERLIES, ...SPOREN_VAN_SIGNALEN];
  const hoort = verwacht.journaal.map(soortVan);
  const gebeurd = gevonden.journaal
    .map(soortVan)
    .filter((soort) => hoort.includes(soort) || !sporen.includes(soort));
  return [
    ...verschil('status', [gevonden.status], [verwacht.status]),
    ...verschil('journaal', [...new Set(gebeurd)], [...new Set(hoort)]),
    ...verschil('termijnen', termijnen(gevonden), termijnen(verwacht)),
    ...verschil(
      'gemist',
      gemist(gevonden).filter((sleutel) => sleutel !== EIGEN_BEWAKING),
      gemist(verwacht),
    ),
    ...verschil('berichten', berichten(gevonden), berichten(verwacht)),
  ];
}

/** How the end of a journey differs from the expected end, a line in Dutch for each. */
export function vergelijkEinde(gevonden: Einde, verwacht: Einde): string[] {
  return [
    ...verschil('mijlpalen', gevonden.mijlpalen, verwacht.mijlpalen),
    ...verschil('reden van het einde', [gevonden.reden ?? 'geen'], [verwacht.reden ?? 'geen']),
  ];
}
