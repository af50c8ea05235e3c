import { duoOperatieGevallen } from './gevallen-duo-operaties.js';
import { duoVerzoekGevallen } from './gevallen-duo-verzoek.js';
import type { Dag } from './duo-zendingen.js';
import type { Geval, Verwachting } from './geval.js';
import { mapOfPvtRegels } from './regels-map-en-pvt.js';
import type { Regel, Situatie } from './regel.js';
import { overigeRegels } from './regels-overig.js';
import { aanbodRegels, pipRegels } from './regels-pip-en-aanbod.js';
import type { DuoSpecificatie } from './specificatie.js';

const ANDERE_GEMEENTE = '00000009999999999998';
/** Conditions that cannot be seen through DUO's interface, for the report. */
export const NIET_TE_TOETSEN =
  'Niet getoetst, want de interface laat het niet zien: een nieuw aanbod bij dezelfde instelling vervangt het vorige (er is geen GET).';

const WEIGERING: Verwachting = { statussen: [403], weigering: true };

function regelGeval(
  { id, regel, grond }: Regel,
  kant: 'MAG' | 'MAG-NIET',
  situatie: Situatie,
  verwacht: Verwachting,
): Geval {
  const { persoon, bijwerken, altijd, zending, vooraf, achteraf } = situatie;
  return {
    id: `D-${id}-${kant}`,
    groep: 'regels',
    titel: `${kant === 'MAG' ? 'mag' : 'mag niet'}: ${regel}`,
    eis: kant === 'MAG' ? 'wordt geregistreerd' : 'wordt geweigerd',
    grond,
    inrichting: {
      nodig: altijd !== true,
      ...(persoon === undefined ? {} : { persoon }),
      ...(bijwerken === undefined ? {} : { stappen: [{ bijwerken }] }),
    },
    ...(vooraf === undefined ? {} : { vooraf }),
    zending,
    ...(achteraf === undefined ? {} : { achteraf }),
    verwacht,
  };
}

function regelGevallen(regel: Regel): readonly Geval[] {
  const { mag, magNiet } = regel;
  return [
    ...(magNiet === undefined
      ? []
      : [regelGeval(regel, 'MAG-NIET', magNiet, magNiet.verwacht ?? WEIGERING)]),
    ...(mag === undefined
      ? []
      : [regelGeval(regel, 'MAG', mag, { statussen: [200, 201, 204], ...mag.verwacht })]),
  ];
}

/** The list for DUO's side. Each case stands by itself, but a person without a hook serves them all. */
export function duoGevallen(opties: {
  readonly specificaties: readonly DuoSpecificatie[];
  readonly dag: Dag;
  readonly bron: string;
  readonly onbekendBsn: string;
}): readonly Geval[] {
  const { specificaties, dag, bron, onbekendBsn } = opties;
  const partijen = { bron, anderOin: ANDERE_GEMEENTE };
  const regels = [
    ...pipRegels(dag),
    ...aanbodRegels(dag),
    ...mapOfPvtRegels('map', dag, partijen),
    ...mapOfPvtRegels('pvt', dag, partijen),
    ...overigeRegels(dag, partijen),
  ];
  const operaties = duoOperatieGevallen(specificaties, dag);
  return [
    // First: some of them ask for a person who has no PIP yet.
    ...regels.flatMap(regelGevallen),
    ...operaties,
    ...duoVerzoekGevallen(specificaties, operaties, onbekendBsn),
  ];
}
