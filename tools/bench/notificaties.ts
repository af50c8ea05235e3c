import type { Meter } from './meter.js';
import { herhaal, open } from './openen.js';
import { nieuwBsn, nieuwVNummer } from './personen.js';
import { geheugenVan } from './proces.js';
import { percentiel } from './reeksen.js';
import { Systeem, wachtTot } from './systeem.js';

const VERBINDINGEN = 10;
/** DUO says something about each person so many times. */
const PER_PERSOON = 5;

const NIET_KLAAR = "SELECT count(*) FROM postvak WHERE status IN ('nieuw', 'gekoppeld')";

/** A burst of notifications about persons with a journey: taken in, and the facts fetched. */
export const notificaties: Meter = (reeksen, opties) =>
  Systeem.met(opties.meld, async (systeem) => {
    const { vlug, meld } = opties;
    const keren = Math.min(opties.keren, vlug ? 2 : 3);
    const aantal = vlug ? 500 : 5_000;
    for (let keer = 1; keer <= keren; keer += 1) {
      const personen = Array.from({ length: aantal / PER_PERSOON }, nieuwVNummer);
      meld(`${personen.length} trajecten openen`);
      await herhaal(personen.length, (nr) =>
        open(systeem.dossier, {
          vNummer: personen[nr] ?? nieuwVNummer(),
          bsn: nieuwBsn(),
          vervolg: [],
        }),
      );
      await systeem.loopLeeg(meld);
      const eerst = await systeem.telling('SELECT count(*) FROM postvak');
      let meeste = { api: 0, worker: 0 };
      const kijk = setInterval(() => {
        const { api, worker } = geheugenVan(systeem.omgeving);
        meeste = { api: Math.max(meeste.api, api), worker: Math.max(meeste.worker, worker) };
      }, 250);
      try {
        meld(`${aantal} meldingen`);
        const begin = performance.now();
        const uitslag = await systeem.last.geef({
          soort: 'notificaties',
          gebruikers: VERBINDINGEN,
          gebeurtenisId: 'SS103',
          vNummers: Array.from({ length: aantal }, (_, nr) => personen[nr % personen.length] ?? ''),
        });
        reeksen.zet('aangenomen', 'per s', uitslag.aantal / uitslag.seconden, {
          doel: { minstens: 500 },
        });
        reeksen.zet('antwoord, p50', 'ms', percentiel(uitslag.ms, 0.5));
        reeksen.zet('antwoord, p99', 'ms', percentiel(uitslag.ms, 0.99));
        meld('meldingen verwerken');
        let stap = 0;
        await wachtTot('verwerkt', async () => {
          const nog = await systeem.telling(NIET_KLAAR);
          stap += 1;
          if (stap % 50 === 0) meld(`nog ${nog} meldingen`);
          return nog === 0;
        });
        reeksen.zet(
          'verwerkt, vanaf de eerste melding',
          'per s',
          (aantal * 1_000) / (performance.now() - begin),
        );
      } finally {
        clearInterval(kijk);
      }
      const later = await systeem.telling("SELECT count(*) FROM postvak WHERE status = 'verwerkt'");
      reeksen.zet('verloren', 'meldingen', aantal - (later - eerst), {
        doel: { hoogstens: 0 },
        elke: true,
      });
      reeksen.zet('geheugen api, hoogste stand', 'MB', meeste.api);
      reeksen.zet('geheugen worker, hoogste stand', 'MB', meeste.worker);
    }
  });
