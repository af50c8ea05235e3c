import { moetNogNaarDuo } from '../berichten/gevolgen.js';
import type { IsoDatum } from '../datum/datum.js';
import type { Toestand } from '../traject/toestand.js';
import { URENVORMEN, type Urenvorm } from '../uren/opdrachten.js';
import type { Verschil, VerschilActie } from './verschil.js';

type Antwoord = Readonly<Record<string, unknown>> | readonly unknown[] | null;

const tekst = (waarde: unknown): string | null =>
  typeof waarde === 'string' || typeof waarde === 'number' ? String(waarde) : null;

/** Messages of the lane are on their way, or wait for a person: DUO cannot have the last word of us yet. */
function onderweg({ berichten }: Toestand, baan: string): boolean {
  return Object.values(berichten).some(
    (bericht) =>
      bericht.baan === baan &&
      (moetNogNaarDuo(bericht.status) ||
        bericht.status === 'geweigerd' ||
        bericht.status === 'opgegeven'),
  );
}

/** DUO confirms receipt of a PIP and registers it later. */
function pasBezorgd({ berichten }: Toestand, vandaag: IsoDatum): boolean {
  return Object.values(berichten).some(
    ({ baan, bezorgdOp }) => baan === 'pip' && bezorgdOp !== null && bezorgdOp >= vandaag,
  );
}

function actieBij(ons: string | null, wasIngetrokken: boolean): VerschilActie {
  if (ons !== null) return 'opnieuw-aanleveren';
  return wasIngetrokken ? 'intrekken-bij-duo' : 'vastleggen';
}

/** PIP: what this gemeente decided beside what DUO has. */
export function pipVerschillen(
  toestand: Toestand,
  antwoord: Antwoord,
  gemeentecode: string,
  vandaag: IsoDatum,
): readonly Verschil[] {
  if (onderweg(toestand, 'pip') || pasBezorgd(toestand, vandaag)) return [];
  const { vastgesteld, alfabetisering } = toestand.pip;
  const duo = antwoord as {
    readonly gemeentecode?: unknown;
    readonly pip?: Readonly<Record<string, unknown>>;
  } | null;
  const vanOns = duo?.gemeentecode === gemeentecode;
  if (vastgesteld === null) {
    // A PIP of a former gemeente is what DUO should have until we bring ours.
    return duo === null || !vanOns
      ? []
      : [
          {
            bron: 'pip',
            veld: 'dagtekening',
            ons: null,
            duo: tekst(duo.pip?.['dagtekeningPip']),
            actie: actieBij(null, toestand.ingetrokken['pip'] !== undefined),
          },
        ];
  }
  if (duo !== null && !vanOns) {
    const code = tekst(duo.gemeentecode);
    const kop = { bron: 'pip', veld: 'gemeente', actie: 'navragen-bij-duo' } as const;
    return [{ ...kop, ons: gemeentecode, duo: code }];
  }
  const { leerroute } = toestand;
  const velden: readonly (readonly [string, string | null, unknown])[] = [
    ['dagtekening', vastgesteld.op, duo?.pip?.['dagtekeningPip']],
    ['leerroute', leerroute?.route ?? null, duo?.pip?.['leerroute']],
    // Left out by us, DUO fills in what the route implies.
    ['niveau', leerroute?.niveau ?? null, duo?.pip?.['niveau']],
    [
      'alfabetisering',
      alfabetisering,
      duo === null ? null : (duo.pip?.['indicatorAlfabetiseringsonderwijs'] ?? 'NVT'),
    ],
  ];
  return velden
    .map(([veld, ons, bijDuo]) => ({
      bron: 'pip' as const,
      veld,
      ons,
      duo: tekst(bijDuo),
      actie: 'opnieuw-aanleveren' as const,
    }))
    .filter(({ veld, ons, duo: bijDuo }) => ons !== bijDuo && !(veld === 'niveau' && ons === null));
}

const DATUMVELD = { map: 'datumEindgesprekMap', pvt: 'datumOndertekeningPvt' } as const;

/** MAP or PVT: the date. DUO cannot be asked for the verdict on verwijtbaarheid. */
export function datumVerschillen(
  toestand: Toestand,
  bron: 'map' | 'pvt',
  antwoord: Antwoord,
): readonly Verschil[] {
  if (onderweg(toestand, bron)) return [];
  const ons = (bron === 'map' ? toestand.map.eindgesprek : toestand.pvt.ondertekend)?.op ?? null;
  const duo = tekst((antwoord as Readonly<Record<string, unknown>> | null)?.[DATUMVELD[bron]]);
  if (ons === duo) return [];
  const feit = bron === 'map' ? 'mapEindgesprek' : 'pvtOndertekening';
  const actie = actieBij(ons, toestand.ingetrokken[feit] !== undefined);
  return [{ bron, veld: DATUMVELD[bron], ons, duo, actie }];
}

interface UrenBijDuo {
  readonly gemeentecode?: unknown;
  readonly taallesEnKnmBredeIntake?: { readonly uren?: unknown };
  readonly participatieactiviteitenBredeIntake?: { readonly uren?: unknown };
  readonly participatieAlsTaalles?: { readonly uren?: unknown };
}

const URENVELD = {
  participatieactiviteiten: 'participatieactiviteitenBredeIntake',
  'taallessen-brede-intake': 'taallesEnKnmBredeIntake',
} as const satisfies Record<Urenvorm, keyof UrenBijDuo>;

function totaalVerschil(
  toestand: Toestand,
  { baan, veld, uren }: { baan: string; veld: string; uren: number | undefined },
  bijDuo: { readonly uren?: unknown } | undefined,
): readonly Verschil[] {
  if (onderweg(toestand, baan)) return [];
  const gemeld = tekst(bijDuo?.uren);
  // No hours yet and none reported are the same.
  const duo = gemeld === '0' && uren === undefined ? null : gemeld;
  const ons = uren === undefined ? null : String(Math.floor(uren));
  return ons === duo ? [] : [{ bron: 'uren', veld, ons, duo, actie: actieBij(ons, false) }];
}

/** Totals of hours that this gemeente reported; those of another gemeente are not ours to compare. */
export function urenVerschillen(
  toestand: Toestand,
  antwoord: Antwoord,
  gemeentecode: string,
): readonly Verschil[] {
  const rijen = (Array.isArray(antwoord) ? antwoord : []) as readonly UrenBijDuo[];
  const eigen = rijen.find((rij) => rij.gemeentecode === gemeentecode);
  const { uren, overigeUren } = toestand;
  const cursus = uren === null ? undefined : uren.nt2 + uren.knm;
  return [
    ...totaalVerschil(
      toestand,
      { baan: 'uren', veld: 'uren', uren: cursus },
      eigen?.participatieAlsTaalles,
    ),
    ...URENVORMEN.flatMap((vorm) =>
      totaalVerschil(
        toestand,
        { baan: vorm, veld: vorm, uren: overigeUren?.[vorm]?.uren },
        eigen?.[URENVELD[vorm]],
      ),
    ),
  ];
}
