import { plusDagen, type IsoDatum } from '../../datum/datum.js';
import { datumTekst } from '../../datum/datum-tekst.js';
import { laatsteWerkdagTot } from '../../kalender/kalender.js';
import { duurTekst, telAf } from '../duur.js';
import { duurVan, type Rekenaar, type Rekenresultaat } from '../rekenaar.js';
import type { Rekenblad } from '../rekenblad.js';
import { DATUM, DATUM_OPTIONEEL, WAARHEID, weiger, type Feiten, type Schema } from '../velden.js';

const BASISBEDRAG = 50;
const BEDRAGEN = [50, 100, 200, 400, 800];
const RECIDIVE_LIJST: Schema = {
  constateringOp: DATUM,
  eerdere: {
    soort: 'lijst',
    maximum: 200,
    velden: {
      constateringOp: DATUM,
      onherroepelijk: WAARHEID,
      basisbedragEuro: { soort: 'getal', min: 50, max: 800 },
    },
  },
};
const RECIDIVE_KORT: Schema = {
  constateringOp: DATUM,
  eerdereConstateringOp: DATUM,
  eerdereBoeteOnherroepelijk: WAARHEID,
};

const BREDE_INTAKE_NA_BOETE: Rekenaar = {
  velden: () => ({ bekendmakingOp: DATUM }),
  reken: (feiten, blad) => {
    const einde = blad.verloop(feiten.datum('bekendmakingOp'), duurVan(blad.rij));
    if (einde === null) return { uiterlijkOp: null };
    const laatsteWerkdagOp = laatsteWerkdagTot(blad.kalender, einde);
    blad.stap(
      `Dit is de langste termijn die het college kan stellen; de laatste werkdag daarbinnen is ${datumTekst(laatsteWerkdagOp)}.`,
      laatsteWerkdagOp,
    );
    blad.meldOnbekendeJaren(laatsteWerkdagOp, einde);
    return { uiterlijkOp: einde, laatsteWerkdagOp };
  },
};

interface EerdereOvertreding {
  readonly constateringOp: IsoDatum;
  readonly onherroepelijk: boolean;
  readonly basisbedragEuro: number;
  readonly veld: string;
}

function leesEerdere(feiten: Feiten): readonly EerdereOvertreding[] {
  if (feiten.heeft('eerdereConstateringOp')) {
    return [
      {
        constateringOp: feiten.datum('eerdereConstateringOp'),
        onherroepelijk: feiten.waar('eerdereBoeteOnherroepelijk'),
        basisbedragEuro: BASISBEDRAG,
        veld: 'eerdereConstateringOp',
      },
    ];
  }
  return feiten.lijst('eerdere').map((regel, i) => ({
    constateringOp: regel.datum('constateringOp'),
    onherroepelijk: regel.waar('onherroepelijk'),
    basisbedragEuro: regel.getal('basisbedragEuro'),
    veld: `eerdere[${i}].constateringOp`,
  }));
}

function telt(
  eerdere: EerdereOvertreding,
  vanaf: IsoDatum,
  op: IsoDatum,
  blad: Rekenblad,
): boolean {
  const dag = datumTekst(eerdere.constateringOp);
  if (eerdere.constateringOp < vanaf || eerdere.constateringOp >= op) {
    blad.stap(`De overtreding van ${dag} valt buiten de periode.`, eerdere.constateringOp);
    return false;
  }
  if (!eerdere.onherroepelijk) {
    blad.stap(
      `De boete voor de overtreding van ${dag} is nog niet onherroepelijk en telt niet.`,
      eerdere.constateringOp,
    );
    return false;
  }
  blad.stap(
    `De overtreding van ${dag} telt; het basisbedrag was toen ${eerdere.basisbedragEuro} euro.`,
    eerdere.constateringOp,
  );
  return true;
}

function recidive(feiten: Feiten, blad: Rekenblad): Rekenresultaat {
  const op = feiten.datum('constateringOp');
  const duur = duurVan(blad.rij);
  const vensterVanaf = telAf(op, duur, -1);
  blad.aanvang(op);
  blad.stap(
    `De ${duurTekst(duur)} ervoor lopen van ${datumTekst(vensterVanaf)} tot en met ${datumTekst(plusDagen(op, -1))}.`,
    vensterVanaf,
  );
  let hoogste = 0;
  for (const eerdere of leesEerdere(feiten)) {
    if (eerdere.constateringOp > op) {
      return weiger('FEIT_ONMOGELIJK', eerdere.veld, `${eerdere.veld} ligt na constateringOp.`);
    }
    if (!BEDRAGEN.includes(eerdere.basisbedragEuro)) {
      const veld = eerdere.veld.replace('constateringOp', 'basisbedragEuro');
      return weiger('FEIT_ONMOGELIJK', veld, `${veld} moet 50, 100, 200, 400 of 800 zijn.`);
    }
    if (telt(eerdere, vensterVanaf, op, blad)) hoogste = Math.max(hoogste, eerdere.basisbedragEuro);
  }
  const maximum = blad.rij.maximumEuro ?? Infinity;
  const basisbedragEuro = hoogste === 0 ? BASISBEDRAG : Math.min(hoogste * 2, maximum);
  blad.stap(
    hoogste === 0
      ? `Geen recidive: het basisbedrag is ${basisbedragEuro} euro.`
      : `Recidive: het basisbedrag verdubbelt tot ${basisbedragEuro} euro (ten hoogste ${maximum} euro).`,
  );
  return { uiterlijkOp: null, vensterVanaf, recidive: hoogste > 0, basisbedragEuro };
}

const RECIDIVE_ARTIKEL_23: Rekenaar = {
  velden: (ruw) =>
    ruw['eerdereConstateringOp'] !== undefined || ruw['eerdereBoeteOnherroepelijk'] !== undefined
      ? RECIDIVE_KORT
      : RECIDIVE_LIJST,
  reken: recidive,
};

const LAATSTE_DAGEN_DWANGSOM = { dag_14: 0, dag_15: 1 } as const;

const DWANGSOM: Rekenaar = {
  velden: () => ({ ingebrekestellingOp: DATUM, eindeBeslistermijn: DATUM_OPTIONEEL }),
  reken: (feiten, blad) => {
    const op = feiten.datum('ingebrekestellingOp');
    const eindeBeslistermijn = feiten.datumOf('eindeBeslistermijn');
    if (eindeBeslistermijn !== undefined && op <= eindeBeslistermijn) {
      return weiger(
        'FEIT_ONMOGELIJK',
        'ingebrekestellingOp',
        'ingebrekestellingOp ligt niet na eindeBeslistermijn: een ingebrekestelling kan pas als de beslistermijn voorbij is.',
        `${blad.rij.bron.artikel} ${blad.rij.bron.wet}`,
      );
    }
    const naTweeWeken = blad.verloop(op, duurVan(blad.rij));
    if (naTweeWeken === null) return { uiterlijkOp: null };
    const eersteDagOp = plusDagen(
      naTweeWeken,
      LAATSTE_DAGEN_DWANGSOM[blad.keuzes.dwangsomEersteDag],
    );
    const treden = blad.rij.bedragen ?? [];
    const dagen = treden.reduce((som, trede) => som + trede.dagen, 0);
    const maximumEuro = treden.reduce((som, trede) => som + trede.dagen * trede.euro, 0);
    const uiterlijkOp = plusDagen(eersteDagOp, dagen - 1);
    blad.stap(`De eerste dag met een dwangsom is ${datumTekst(eersteDagOp)}.`, eersteDagOp);
    blad.stap(
      `De dwangsom loopt ${dagen} dagen, tot en met ${datumTekst(uiterlijkOp)}; deze dagen verschuiven niet. ${treden
        .map((trede) => `${trede.dagen} dagen van ${trede.euro} euro`)
        .join(', ')}: ten hoogste ${maximumEuro} euro.`,
      uiterlijkOp,
    );
    if (uiterlijkOp >= '2026-01-01') {
      blad.voorbehoud(
        'De bedragen kunnen per 1 januari 2026 zijn gewijzigd; dat is niet nagelezen.',
      );
    }
    return { uiterlijkOp, eersteDagOp, maximumEuro };
  },
};

/** Codes of enforcement: the new intake term, recidive and the dwangsom. */
export const HANDHAVING_REKENAARS: readonly (readonly [string, Rekenaar])[] = [
  ['BREDE_INTAKE_NA_BOETE', BREDE_INTAKE_NA_BOETE],
  ['RECIDIVE_ARTIKEL_23', RECIDIVE_ARTIKEL_23],
  ['DWANGSOM', DWANGSOM],
];
