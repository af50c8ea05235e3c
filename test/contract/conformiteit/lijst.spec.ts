// Real: the lists of cases, and DUO's twelve files, which decide what fits. Nothing is called.
import { readdirSync } from 'node:fs';
import { duoGevallen } from '#tools/conformiteit/gevallen-duo.js';
import { notificatieGevallen } from '#tools/conformiteit/gevallen-notificaties.js';
import { bsnMaker, type Geval, type Zending } from '#tools/conformiteit/geval.js';
import { operatieVan } from '#tools/conformiteit/keuring.js';
import {
  klachten,
  leesDuoSpecificaties,
  leesNotificatieSpecificatie,
  type DuoSpecificatie,
} from '#tools/conformiteit/specificatie.js';
import { metSpecificaties } from '#test/support/keten-specificaties.js';
import { RIJEN } from '../duo/operaties-tabel.js';

const dag = (verschil: number): string =>
  new Date(Date.UTC(2026, 4, 4) + verschil * 86_400_000).toISOString().slice(0, 10);

metSpecificaties('lijst van de conformiteitstoets', 'duo/API', (map) => {
  const notificatie = leesNotificatieSpecificatie(map);
  const duo = leesDuoSpecificaties(map, 'laat-toe');
  const alle = [...notificatie, ...duo];
  const gevallen: readonly Geval[] = [
    ...notificatieGevallen(bsnMaker('9999'), '2026-05-04T08:00:00.000Z'),
    ...duoGevallen({
      specificaties: duo,
      dag,
      bron: '00000099000000000002',
      onbekendBsn: '999990019',
    }),
  ];
  const slaagt = ({ verwacht }: Geval): boolean => verwacht.statussen.some((s) => s < 300);
  /** What DUO's file says against the body of a call, as it goes over the line. */
  const tegen = (spec: DuoSpecificatie | undefined, { body }: Zending): readonly string[] =>
    spec?.verzoekSchema === undefined
      ? []
      : klachten(spec.verzoekSchema, JSON.parse(JSON.stringify(body)));

  it('heeft voor elke operatie van de twaalf bestanden een geval dat slaagt', () => {
    expect(new Set(alle.map(({ bestand }) => bestand))).toEqual(new Set(readdirSync(map)));
    expect(alle).toHaveLength(35);
    const gedekt = new Set(
      gevallen
        .filter(slaagt)
        .map(({ zending: { methode, pad } }) => operatieVan(alle, methode, pad)),
    );
    expect(alle.filter((spec) => !gedekt.has(spec)).map((spec) => spec.operationId)).toEqual([]);
  });

  it('heeft voor elke operatie van DUO ook een toets van onze client', () => {
    const getoetst = RIJEN.map(({ operationId }) => operationId);
    expect(duo.map((spec) => spec.operationId).filter((id) => !getoetst.includes(id))).toEqual([]);
  });

  it('noemt elk geval één keer', () => {
    const ids = gevallen.map(({ id }) => id);
    expect(ids.filter((id, plek) => ids.indexOf(id) !== plek)).toEqual([]);
  });

  it('stuurt waar het iets mag verwachten alleen wat in het bestand past', () => {
    const zendingen = gevallen.flatMap((geval) => [
      ...(geval.vooraf ?? []),
      ...(geval.achteraf ?? []),
      ...(slaagt(geval) || geval.verwacht.weigering === true ? [geval.zending] : []),
    ]);
    const fout = zendingen.flatMap((zending) => {
      const spec = operatieVan(alle, zending.methode, zending.pad);
      if (spec === undefined) return [`${zending.methode} ${zending.pad} staat in geen bestand`];
      return tegen(spec, zending);
    });
    expect(fout).toEqual([]);
  });

  it('vraagt alleen om 400 bij een verzoek dat echt niet past', () => {
    const bodies = gevallen.filter(
      ({ groep, zending }) =>
        groep.endsWith('niet passen') ||
        (groep === 'inhoud die niet past' && zending.ruw === undefined),
    );
    expect(bodies.length).toBeGreaterThan(60);
    const past = bodies.filter(
      ({ zending }) =>
        zending.ruw === undefined &&
        tegen(operatieVan(alle, zending.methode, zending.pad), zending).length === 0,
    );
    expect(past.map(({ id }) => id)).toEqual([]);
  });

  it('verwacht alleen statussen die het bestand noemt', () => {
    const vreemd = gevallen.filter(({ zending, verwacht }) => {
      const spec = operatieVan(alle, zending.methode, zending.pad);
      return (
        spec !== undefined && !verwacht.statussen.some((status) => spec.antwoorden.has(status))
      );
    });
    expect(vreemd.map(({ id }) => id)).toEqual([]);
  });
});
