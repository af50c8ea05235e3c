import { laatste, type IsoDatum } from '../datum/datum.js';
import { geldendEnVervallen, schorsingenVan, type LedgerRegel } from '../termijnen/ledger.js';
import type { Schorsing } from '../termijnen/typen.js';
import type { GewensteTermijn } from '../traject/onderwerp.js';
import type { Toestand } from '../traject/toestand.js';

/** The day on which the last of the awaited information came (Bi 5.3 lid 2); null: none came. */
function informatieOp(regels: readonly LedgerRegel[]): IsoDatum | null {
  return geldendEnVervallen(regels)
    .geldend.flatMap(({ inhoud }) =>
      inhoud.soort === 'derde' && inhoud.ontvangenOp !== undefined ? [inhoud.ontvangenOp] : [],
    )
    .reduce<IsoDatum | null>((tot, dag) => (tot === null ? dag : laatste(tot, dag)), null);
}

/** What the term waited for is there: no suspension without an end runs on past that day. */
function totBesluit(
  schorsingen: readonly Schorsing[],
  gehaaldOp: IsoDatum | null,
): readonly Schorsing[] {
  if (gehaaldOp === null) return schorsingen;
  return schorsingen.flatMap((schorsing) => {
    if (schorsing.tot !== undefined) return [schorsing];
    return schorsing.van <= gehaaldOp ? [{ ...schorsing, tot: gehaaldOp }] : [];
  });
}

/** What the term engine is asked, with what stands in the ledger of this term. */
export function metOpschorting(gewenst: GewensteTermijn, toestand: Toestand): GewensteTermijn {
  const regels = toestand.opschortingen?.[gewenst.sleutel];
  const { verzoek } = gewenst;
  if (regels === undefined || verzoek.soort === 'gesteld') return gewenst;
  const schorsingen = totBesluit(schorsingenVan(regels), gewenst.gehaaldOp);
  const zonderDagZelf = totBesluit(schorsingenVan(regels, false), gewenst.gehaaldOp);
  const ontvangenOp = informatieOp(regels);
  return {
    ...gewenst,
    ...(JSON.stringify(zonderDagZelf) === JSON.stringify(schorsingen)
      ? {}
      : { zonderDagVanAanvulling: { ...verzoek.vraag, schorsingen: zonderDagZelf } }),
    verzoek: {
      ...verzoek,
      vraag: { ...verzoek.vraag, ...(schorsingen.length === 0 ? {} : { schorsingen }) },
      ...(ontvangenOp === null
        ? {}
        : {
            daarna: [
              {
                vraag: { termijn: 'PIP_NA_INFORMATIE_DERDEN', feiten: { ontvangenOp } },
                feit: 'eindeTienWeken' as const,
              },
            ],
          }),
    },
  };
}

/** Whether the ledger of this term holds a suspension of which no end is known. */
export function staatStil(toestand: Toestand, sleutel: string): boolean {
  return schorsingenVan(toestand.opschortingen?.[sleutel] ?? []).some(
    ({ tot }) => tot === undefined,
  );
}
