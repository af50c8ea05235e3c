// Real: the API, the door, PostgreSQL, sealing. Fake: Temporal, of which this spec decides how a workflow ended; the
// key store. E16.
import { ApplicationFailure, WorkflowFailedError } from '@temporalio/client';
import { beginVanDag } from '#config/amsterdam.js';
import { PROEF_TE_LANG } from '#contracts/traject.js';
import { termijnenVan } from '#domain/traject/overzicht.js';
import {
  Aanroeper,
  GEMEENTE_A,
  maakOpstelling,
  openTraject,
  type Opstelling,
} from './opstelling.js';

let o: Opstelling;
let regie: Aanroeper;
let beheer: Aanroeper;

beforeAll(async () => {
  o = await maakOpstelling();
  regie = new Aanroeper(o, await o.token());
  beheer = new Aanroeper(o, await o.token({ rollen: ['functioneel-beheerder'] }));
});

afterAll(async () => {
  await o.stop();
});

const plekVan = (trajectId: string) => ({ gemeenteId: GEMEENTE_A.id, trajectId });
async function openProef(extra: object = {}): Promise<string> {
  const { token } = beheer;
  const { trajectId } = await openTraject(o, { token, extra: { proef: true, ...extra } });
  // A driver that has seen everything.
  const workflowTijdstip = new Date(0).toISOString();
  await o.dossier.stuur({ ...plekVan(trajectId), epoche: 1, workflowTijdstip });
  return trajectId;
}
const spoel = (trajectId: string, body: object) =>
  beheer.geef(`/proefdraaien/${trajectId}/vooruitspoelen`, body);

describe('vooruitspoelen', () => {
  it('weigert intussen elke opdracht met 409 en zegt waarom', async () => {
    const trajectId = await openProef();
    expect(await o.dossier.beginVooruitspoelen(plekVan(trajectId))).toBe('begonnen');
    const kies = () =>
      regie.geef(`/trajecten/${trajectId}/opdrachten`, {
        soort: 'kiesScenario',
        scenario: 'snelle-start',
      });

    const tijdens = await kies();
    const nogEens = await spoel(trajectId, { dagen: 1 });
    await o.dossier.eindVooruitspoelen(plekVan(trajectId));
    const erna = await kies();

    for (const geweigerd of [tijdens, nogEens]) {
      expect(geweigerd.status).toBe(409);
      expect(geweigerd.body).toMatchObject({ code: 'WORDT_VOORUITGESPOELD' });
    }
    expect(erna.status).toBeLessThan(300);
  });

  it('gaat tot het eerste moment waarop een termijn van zich laat horen', async () => {
    const trajectId = await openProef({ proefVanafOp: '2026-06-15' });
    const { toestand, tijdstip } = (await o.dossier.leesToestand(plekVan(trajectId)))!;
    const dagen = termijnenVan(toestand)
      .flatMap(({ volgendeSport }) => (volgendeSport === null ? [] : [volgendeSport.op]))
      .filter((dag) => beginVanDag(dag) > new Date(tijdstip))
      .sort();

    const antwoord = await spoel(trajectId, { totVolgendeTermijn: true });

    expect(antwoord.body).toMatchObject({ doelTijdstip: beginVanDag(dagen[0]!).toISOString() });
    expect(antwoord.status).toBe(202);
  });

  it('weigert met 409 als er geen termijn loopt', async () => {
    const trajectId = await openProef({ vergunningOp: undefined });

    const antwoord = await spoel(trajectId, { totVolgendeTermijn: true });

    expect(antwoord.status).toBe(409);
    expect(antwoord.body).toMatchObject({ code: 'GEEN_TERMIJN' });
  });

  it('zegt waarom de proef zelf is gestopt', async () => {
    const trajectId = await openProef();
    const melding = 'Deze proef is gestopt: zij telt 10000 gebeurtenissen.';
    o.temporal.gestopt = new WorkflowFailedError(
      'failed',
      ApplicationFailure.nonRetryable(melding, PROEF_TE_LANG),
      'NON_RETRYABLE_FAILURE',
    );

    await spoel(trajectId, { dagen: 1 }).expect(202);

    for (;;) {
      const antwoord = await beheer.haal(`/proefdraaien/${trajectId}`).expect(200);
      const stand = antwoord.body as { status: string };
      if (stand.status === 'bezig') continue;
      expect(stand).toMatchObject({ status: 'mislukt', melding });
      return;
    }
  });
});
