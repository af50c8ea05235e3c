import { geldendEnVervallen } from '../termijnen/ledger.js';
import type { Reeks, Vervolg } from '../termijnen/reeks.js';
import { isAsiel } from '../traject/regels.js';
import type { Toestand, VerlengingRegel } from '../traject/toestand.js';

/** Verlengingen that count, in the order in which DUO granted them; what is only expected comes last. */
export function geldendeVerlengingen({ verlengingen = [] }: Toestand): readonly VerlengingRegel[] {
  const eersteNr = (gezocht: string): number =>
    verlengingen.find(({ id }) => id === gezocht)?.nr ?? 0;
  const rang = ({ besluitOp }: VerlengingRegel): string => besluitOp ?? '~';
  return [...geldendEnVervallen(verlengingen).geldend].sort((a, b) =>
    rang(a) === rang(b) ? eersteNr(a.id) - eersteNr(b.id) : rang(a) < rang(b) ? -1 : 1,
  );
}

/** What the term engine is asked for one verlenging, from the end so far. */
export function vervolgVan(toestand: Toestand, { feiten, op }: VerlengingRegel): Vervolg {
  const { grond, opleiding, ...rest } = feiten;
  const feit = 'eindeTermijn' as const;
  if (grond === 'onderbreking') return { vraag: { termijn: 'ONDERBREKING', feiten: rest }, feit };
  const route = toestand.leerroute?.route;
  const bekend =
    grond === 'g'
      ? {
          leerroute: route,
          pipDagtekening: toestand.pip.eersteDagtekening,
          doelgroep: isAsiel(toestand) ? 'asiel' : 'gezin',
        }
      : grond === 'e'
        ? { leerroute: route }
        : opleiding === undefined
          ? {}
          : { soort: opleiding };
  return {
    vraag: {
      termijn: 'VERLENGING',
      feiten: { grond, ...rest, ...bekend },
      // Without a first lesson the time without aanbod counts up to the day on which this was recorded.
      ...(grond === 'g' && rest.startLessenOp === undefined ? { peildatum: op } : {}),
    },
    feit,
  };
}

/**
 * What the term engine is asked for the inburgeringstermijn by our own count, whatever DUO states; null without a
 * PIP. Only verlengingen that `telt` accepts are stacked on it.
 */
export function eigenTermijn(
  toestand: Toestand,
  telt: (verlenging: VerlengingRegel) => boolean,
): Reeks | null {
  const { vastgesteld, eersteDagtekening } = toestand.pip;
  if (vastgesteld === null || eersteDagtekening === null) return null;
  const daarna = geldendeVerlengingen(toestand)
    .filter(telt)
    .map((verlenging) => vervolgVan(toestand, verlenging));
  return {
    vraag: {
      termijn: 'INBURGERINGSTERMIJN',
      feiten: { pipDagtekening: vastgesteld.op, eerstePipDagtekening: eersteDagtekening },
    },
    ...(daarna.length === 0 ? {} : { daarna }),
  };
}

/** Granted by DUO: what the term of the journey rests on. */
export function isToegekend({ oordeel }: VerlengingRegel): boolean {
  return oordeel === 'toegekend';
}
