import { setTimeout as rust } from 'node:timers/promises';
import { plusDagen, type IsoDatum } from '#domain/datum/datum.js';
import { beginVanDag } from '#config/amsterdam.js';
import type { Meter, MeterOpties } from './meter.js';
import { herhaal, open } from './openen.js';
import { percentiel, type Reeksen } from './reeksen.js';
import { Systeem, wachtTot } from './systeem.js';

export const STIPT_UITLEG =
  'proeftrajecten, want alleen hun klok kan zo gezet worden dat termijnen van verschillende mensen op een seconde verlopen.';

/** A Wednesday; ten weeks before it DUO told the person, so that the term for the PIP ends on it. */
const LAATSTE_DAG = '2026-03-11' as IsoDatum;
const TE_LAAT_OP = plusDagen(LAATSTE_DAG, 1);
const MIDDERNACHT = beginVanDag(TE_LAAT_OP).getTime();
const DAGEN = 70;
/** Signals of the first day too late: past due, and escalated. */
const SPORTEN = 2;

const VARIANTEN = ['wekkers en veger', 'alleen wekkers', 'Temporal uit'] as const;
type Variant = (typeof VARIANTEN)[number];

/** Each takes over a minute; what has no aim is measured once. */
const KEREN: Readonly<Record<Variant, number>> = {
  'wekkers en veger': 3,
  'alleen wekkers': 1,
  'Temporal uit': 3,
};

const GEESCALEERD = `SELECT count(*) FROM taak WHERE soort = 'escalatie-behandelen'
  AND traject_id = ANY ($1::uuid[])`;

/** Opens journeys whose clocks all reach midnight at `tijdstip` (milliseconds) on ours. */
function openAlle(systeem: Systeem, aantal: number, tijdstip: number): Promise<string[]> {
  return herhaal(aantal, () => {
    const begin = new Date(MIDDERNACHT - (tijdstip - Date.now()));
    return open(systeem.dossier, {
      proef: true,
      bron: 'DUO',
      beginTijdstip: begin.toISOString(),
      vervolg: [
        {
          soort: 'verwerkPlicht',
          gevraagdTijdstip: begin.toISOString(),
          feiten: {
            plichtig: true,
            beginOp: plusDagen(LAATSTE_DAG, -DAGEN),
            eindeOp: null,
            kennisgevingOp: plusDagen(LAATSTE_DAG, -DAGEN),
            redenGeenPlicht: null,
          },
        },
      ],
    });
  });
}

// The sweep alone looks at this column; the dispatcher does not.
const VEGER_BLIND = `DO $$ DECLARE kolommen text; BEGIN
  SELECT string_agg(quote_ident(column_name), ', ') INTO kolommen FROM information_schema.columns
   WHERE table_name = 'route' AND table_schema = 'public' AND column_name <> 'wektijdstip';
  REVOKE SELECT ON route FROM regie_systeem_rol;
  EXECUTE format('GRANT SELECT (%s) ON route TO regie_systeem_rol', kolommen);
END $$`;
const VEGER_ZIET = 'GRANT SELECT ON route TO regie_systeem_rol';

async function meet(
  systeem: Systeem,
  reeksen: Reeksen,
  variant: Variant,
  { vlug, meld }: MeterOpties,
): Promise<void> {
  const aantal = vlug ? 200 : 1_000;
  const naam = `${aantal} termijnen, ${variant}`;
  meld(`${naam}: openen`);
  let tijdstip = 0;
  let trajecten: string[] = [];
  for (let perStuk = 50; Date.now() > tijdstip - 3_000; perStuk *= 2) {
    tijdstip = Date.now() + 10_000 + aantal * perStuk;
    trajecten = await openAlle(systeem, aantal, tijdstip);
    await systeem.loopLeeg(meld);
  }
  if (variant === 'alleen wekkers') await systeem.database.query(VEGER_BLIND);
  await rust(tijdstip - Date.now() - 2_000);
  if (variant === 'Temporal uit') await systeem.omgeving.temporal.stop();
  await rust(Math.max(0, tijdstip - Date.now()));
  meld(`${naam}: het is zover`);
  const telling = (): Promise<number> => systeem.telling(GEESCALEERD, [trajecten]);
  await wachtTot(naam, async () => (await telling()) >= aantal, 120_000).catch(() => undefined);
  if (variant === 'Temporal uit') {
    await systeem.omgeving.herstart('temporal');
    await systeem.loopLeeg(meld);
  }
  if (variant === 'alleen wekkers') await systeem.database.query(VEGER_ZIET);
  // Whoever else was still to come, has come.
  await rust(5_000);
  await zetUitkomst(systeem, reeksen, naam, trajecten, variant !== 'alleen wekkers');
}

async function zetUitkomst(
  systeem: Systeem,
  reeksen: Reeksen,
  naam: string,
  trajecten: readonly string[],
  metDoel: boolean,
): Promise<void> {
  // The clock of each journey runs beside ours, so its own moment says how late it was.
  const rijen = await systeem.lees<{ ms: string }>(
    `SELECT extract(epoch FROM min(tijdstip)) * 1000 - $2 AS ms FROM journaal
      WHERE traject_id = ANY ($1::uuid[]) AND soort = 'termijnSignaal' AND datum = $3
      GROUP BY traject_id`,
    [trajecten, MIDDERNACHT, TE_LAAT_OP],
  );
  const seinen = await systeem.telling(
    `SELECT count(*) FROM journaal WHERE traject_id = ANY ($1::uuid[])
        AND soort = 'termijnSignaal' AND datum = $2`,
    [trajecten, TE_LAAT_OP],
  );
  const seconden = rijen.map(({ ms }) => Number(ms) / 1_000);
  reeksen.zet(`${naam}: te laat, p50`, 's', percentiel(seconden, 0.5));
  reeksen.zet(`${naam}: te laat, p99`, 's', percentiel(seconden, 0.99));
  reeksen.zet(
    `${naam}: te laat, hoogste`,
    's',
    Math.max(...seconden),
    metDoel ? { doel: { hoogstens: 10 }, elke: true } : {},
  );
  const geen = { doel: { hoogstens: 0 }, elke: true } as const;
  reeksen.zet(`${naam}: gemist`, 'termijnen', trajecten.length - rijen.length, geen);
  reeksen.zet(`${naam}: dubbel`, 'seinen', Math.max(0, seinen - SPORTEN * rijen.length), geen);
}

/** Terms that all end at one instant: how late their escalation is, and whether each came once. */
export const stipt: Meter = (reeksen, opties) =>
  Systeem.met(
    opties.meld,
    async (systeem) => {
      const eigen = systeem.omgeving.temporal.pid !== undefined;
      const varianten = VARIANTEN.filter((variant) => eigen || variant !== 'Temporal uit');
      for (const variant of varianten) {
        const keren = opties.vlug ? 1 : Math.min(opties.keren, KEREN[variant]);
        for (let keer = 1; keer <= keren; keer += 1) await meet(systeem, reeksen, variant, opties);
      }
    },
    true,
  );
