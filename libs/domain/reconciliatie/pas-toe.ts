import type { Toepassingen } from '../traject/onderwerp.js';
import type { Toestand } from '../traject/toestand.js';
import type { ReconciliatieGebeurtenis } from './gebeurtenissen.js';
import type { Verschil } from './verschil.js';

/** Absent as long as there is nothing to tell: a journey without differences looks as it always did. */
function met(
  { reconciliatie: _vorige, ...toestand }: Toestand,
  nr: number,
  open: readonly Verschil[],
  verklaard: readonly Verschil[],
): Toestand {
  return open.length === 0 && verklaard.length === 0
    ? toestand
    : { ...toestand, reconciliatie: { nr, open, verklaard } };
}

export const reconciliatieToepassingen: Toepassingen<ReconciliatieGebeurtenis> = {
  verschillenMetDuoVastgesteld: (toestand, { verschillen }, { nr }) =>
    met(toestand, nr, verschillen, toestand.reconciliatie?.verklaard ?? []),
  verschillenMetDuoAfgehandeld: (toestand, { uitkomst }, { nr }) => {
    const { open = [], verklaard = [] } = toestand.reconciliatie ?? {};
    const erbij =
      uitkomst === 'verklaard' ? open.filter(({ actie }) => actie !== 'overgenomen-van-duo') : [];
    return met(toestand, nr, [], [...verklaard, ...erbij]);
  },
};
