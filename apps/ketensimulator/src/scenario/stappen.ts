import { alsIso } from '../datum.js';
import type { Kern } from '../kern.js';
import { werkBij } from '../toestand/bijwerken.js';
import type { Persoon } from '../toestand/persoon.js';
import type { ScenarioStoring, Spel, Stap, Stapverslag, Verwachting } from './spel.js';
import { minstens, telAanroepen } from './verwachting.js';

const UUR_MS = 3_600_000;
const WACHT_S = 10;

interface Omstandigheden {
  kern: Kern;
  spel: Spel;
  verslag: Stapverslag;
  persoon: Persoon | undefined;
  einde: AbortSignal;
}

const grens = (einde: AbortSignal, seconden = WACHT_S): AbortSignal =>
  AbortSignal.any([einde, AbortSignal.timeout(seconden * 1000)]);

const stuur = async (
  { kern, verslag }: Omstandigheden,
  persoon: Persoon,
  gebeurtenisId: string,
  bijwerken: Stap['bijwerken'],
): Promise<void> => {
  kern.agenda.plan(persoon, Date.parse(verslag.tijdstip), { gebeurtenisId, bijwerken });
  // From here on the event is the agenda's, also after a restart.
  verslag.status = 'gedaan';
  await kern.agenda.verwerkTot(persoon, kern.klok.nu(persoon));
  verslag.uitleg = persoon.notificaties.findLast((n) => n.gebeurtenisId === gebeurtenisId)?.status;
};

const stel = (
  { kern, verslag, persoon }: Omstandigheden,
  { uren, ...storing }: ScenarioStoring,
): void => {
  const tot =
    uren === undefined ? {} : { tot: alsIso(Date.parse(verslag.tijdstip) + uren * UUR_MS) };
  const wie = persoon === undefined ? {} : { persoon: persoon.id };
  kern.staat.gegevens.storingen.push({ ...storing, ...wie, ...tot });
  verslag.status = 'gedaan';
};

const verwacht = async (
  { kern, spel, verslag, persoon, einde }: Omstandigheden,
  verwachting: Verwachting,
): Promise<void> => {
  const nodig = minstens(verwachting);
  const tel = (): number =>
    telAanroepen(
      kern.staat.gegevens.berichten.slice(spel.berichtenErvoor),
      verwachting,
      persoon?.id,
    );
  const gekomen = await kern.staat.wachtTot(
    () => tel() >= nodig,
    grens(einde, verwachting.binnenSeconden),
  );
  const { hoogstens = Infinity } = verwachting;
  const aantal = tel();
  verslag.status = gekomen && aantal <= hoogstens ? 'gedaan' : 'niet-voldaan';
  const gevraagd = hoogstens === Infinity ? `minstens ${nodig}` : `${nodig} tot ${hoogstens}`;
  verslag.uitleg = `${aantal} keer gekomen, gevraagd ${gevraagd}`;
};

const bezorgd = async (
  { kern, verslag, einde }: Omstandigheden,
  persoon: Persoon,
  { gebeurtenisId, binnenSeconden }: NonNullable<Stap['bezorgd']>,
): Promise<void> => {
  const gevonden = () => persoon.notificaties.filter((n) => n.gebeurtenisId === gebeurtenisId);
  const gelukt = await kern.staat.wachtTot(
    () => gevonden().some(({ status }) => status === 'bezorgd'),
    grens(einde, binnenSeconden),
  );
  verslag.status = gelukt ? 'gedaan' : 'niet-voldaan';
  if (!gelukt) verslag.uitleg = gevonden().at(-1)?.status ?? 'niet gestuurd';
};

/** Does one step and writes in its report how it went; broken off it stays as it was. */
export const doeStap = async (
  kern: Kern,
  spel: Spel,
  verslag: Stapverslag,
  einde: AbortSignal,
): Promise<void> => {
  const stap = spel.scenario.stappen[verslag.nr - 1];
  const persoon = kern.staat.persoon(spel.personen[stap?.persoon ?? ''] ?? '');
  if (stap === undefined) return;
  const bij: Omstandigheden = { kern, spel, verslag, persoon, einde };
  if (stap.storing !== undefined) stel(bij, stap.storing);
  if (stap.verwacht !== undefined) await verwacht(bij, stap.verwacht);
  if (persoon !== undefined) {
    if (stap.stuur !== undefined) await stuur(bij, persoon, stap.stuur, stap.bijwerken);
    if (stap.bezorgd !== undefined) await bezorgd(bij, persoon, stap.bezorgd);
    if (stap.wijzig !== undefined) {
      werkBij(persoon, stap.wijzig, kern.klok.vandaag(persoon));
      verslag.status = 'gedaan';
    }
  }
  const onderbroken = einde.aborted && (stap.verwacht ?? stap.bezorgd) !== undefined;
  if (onderbroken && verslag.status === 'niet-voldaan') verslag.status = 'wacht';
};
