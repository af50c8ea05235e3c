import type { Express } from 'express';

import { alsIso } from '../datum.js';
import { GEBEURTENISSEN } from '../gebeurtenislijst.js';
import type { Kern } from '../kern.js';
import type { Speler } from '../scenario/speler.js';
import { STORINGSSOORTEN, type Storing } from '../storingen.js';
import type { Persoon } from '../toestand/persoon.js';
import type { Bericht } from '../toestand/staat.js';
import { SCRIPT, STIJL } from './pagina-bestanden.js';
import { standBijDuo } from './pagina-stand.js';

const LAATSTE = 100;

const veilig = (tekst: string): string =>
  tekst.replace(/[&<>"']/g, (teken) => `&#${teken.charCodeAt(0)};`);

const rij = (waarden: readonly (string | readonly string[])[]): string => {
  const cel = (waarde: string | readonly string[]): string =>
    typeof waarde === 'string'
      ? veilig(waarde)
      : `<ul>${waarde.map((regel) => `<li>${veilig(regel)}</li>`).join('')}</ul>`;
  return `<tr>${waarden.map((waarde) => `<td>${cel(waarde)}</td>`).join('')}</tr>`;
};

const tabel = (titel: string, koppen: readonly string[], rijen: readonly string[]): string =>
  `<table><caption>${titel}</caption><thead><tr>` +
  `${koppen.map((kop) => `<th scope="col">${kop}</th>`).join('')}</tr></thead>` +
  `<tbody>${rijen.join('')}</tbody></table>`;

const persoonRij = (kern: Kern, persoon: Persoon): string =>
  rij([
    persoon.naam,
    persoon.id,
    alsIso(kern.klok.nu(persoon)),
    standBijDuo(persoon),
    persoon.agenda.map((a) => `${a.gebeurtenisId} op ${a.tijdstip}`),
  ]);

const uitRijen = (persoon: Persoon): string[] =>
  persoon.notificaties
    .slice(-LAATSTE)
    .map((n) =>
      rij([
        n.registratieDatumTijd,
        `${n.gebeurtenisId} ${GEBEURTENISSEN[n.gebeurtenisId] ?? ''}`,
        persoon.naam,
        n.status,
        String(n.pogingen.length),
        n.berichtId,
      ]),
    );

const inRij = (kern: Kern, bericht: Bericht): string =>
  rij([
    bericht.ontvangenOp,
    `${bericht.methode} ${bericht.pad}`,
    kern.staat.persoon(bericht.persoonId ?? '')?.naam ?? '',
    String(bericht.status),
    bericht.berichtId,
  ]);

const storingRij = (kern: Kern, storing: Storing): string => {
  const { soort, api, methode, persoon, gebeurtenisId, aantal, tot } = storing;
  return rij([
    soort,
    [api, methode, gebeurtenisId].filter((deel) => deel !== undefined).join(' '),
    persoon === undefined ? 'iedereen' : (kern.staat.persoon(persoon)?.naam ?? persoon),
    aantal === undefined ? 'onbeperkt' : String(aantal),
    tot ?? '',
  ]);
};

const opties = (waarden: readonly (readonly [waarde: string, tekst: string])[]): string =>
  waarden
    .map(([waarde, tekst]) => `<option value="${veilig(waarde)}">${veilig(tekst)}</option>`)
    .join('');

const formulieren = (personen: readonly Persoon[]): string => {
  const wie = opties(personen.map(({ id, naam }) => [id, `${naam} (${id.slice(0, 8)})`]));
  const ids = opties(
    Object.entries(GEBEURTENISSEN).map(([id, omschrijving]) => [id, `${id} ${omschrijving}`]),
  );
  const soorten = opties(STORINGSSOORTEN.map((soort) => [soort, soort]));
  return `<form data-pad="/personen/ID/gebeurtenissen" data-methode="POST">
<label>Persoon <select name="id" required>${wie}</select></label>
<label>Gebeurtenis <select name="gebeurtenisId">${ids}</select></label>
<button>Verstuur</button> <output></output></form>
<form data-pad="/personen/ID/klok" data-methode="PUT">
<label>Persoon <select name="id" required>${wie}</select></label>
<label>Zet de datum op <input type="date" name="tijdstip" data-soort="datum" required></label>
<button>Spoel vooruit</button> <output></output></form>
<form data-pad="/storingen" data-methode="POST">
<label>Storing <select name="soort">${soorten}</select></label>
<label>Persoon <select name="persoon"><option value="">iedereen</option>${wie}</select></label>
<label>API <input name="api" pattern="\\w{1,30}" size="14"></label>
<label>Methode <input name="methode" pattern="\\w{1,10}" size="7"></label>
<label>Hoe vaak <input type="number" name="aantal" data-soort="getal" min="1" max="1000000" value="1"></label>
<button>Stel in</button> <output></output></form>
<form data-pad="/storingen" data-methode="PUT" data-lijst>
<button>Haal alle storingen weg</button> <output></output></form>`;
};

const scenarioDeel = (speler: Speler): string => {
  const stand = speler.stand();
  if (stand === undefined) return '';
  const kop = `Scenario: ${stand.titel} (${stand.status}, ${stand.nietVoldaan} niet voldaan)`;
  return tabel(
    veilig(kop),
    ['Stap', 'Tijdstip', 'Wat', 'Stand', 'Uitleg'],
    stand.stappen.map((s) => rij([String(s.nr), s.tijdstip, s.wat, s.status, s.uitleg ?? ''])),
  );
};

/** The page as a whole; it shows test persons by name, never a BSN or V-nummer. */
const pagina = (kern: Kern, speler: Speler): string => {
  const { personen, berichten, storingen } = kern.staat.gegevens;
  return `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Ketensimulator</title>
<link rel="stylesheet" href="/pagina.css"></head><body>
<h1>Ketensimulator</h1>
<p><button id="ververs">Ververs</button></p>
${formulieren(personen)}
${tabel(
  'Personen',
  ['Naam', 'Persoon', 'Klok', 'Stand bij DUO', 'Gepland'],
  personen.map((persoon) => persoonRij(kern, persoon)),
)}
${scenarioDeel(speler)}
${tabel(
  'Storingen',
  ['Soort', 'Waarop', 'Persoon', 'Nog', 'Tot'],
  storingen.map((storing) => storingRij(kern, storing)),
)}
${tabel(
  'Uit: notificaties aan de gemeente',
  ['Tijdstip', 'Gebeurtenis', 'Persoon', 'Stand', 'Pogingen', 'Bericht'],
  personen.flatMap(uitRijen),
)}
${tabel(
  'In: aanroepen bij DUO',
  ['Tijdstip', 'Aanroep', 'Persoon', 'Status', 'Bericht'],
  berichten
    .slice(-LAATSTE)
    .reverse()
    .map((bericht) => inRij(kern, bericht)),
)}
<script src="/pagina.js"></script></body></html>`;
};

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A page to look along with, to let something happen by hand and to order a fault. */
export const paginaRoutes = (app: Express, kern: Kern, speler: Speler): void => {
  const geef = (pad: string, type: string, inhoud: () => string): void => {
    app.get(pad, (_req, res) => {
      res.setHeader('Content-Security-Policy', CSP);
      res.setHeader('X-Content-Type-Options', 'nosniff');
      res.setHeader('Cache-Control', 'no-store');
      res.type(type).send(inhoud());
    });
  };
  geef('/', 'html', () => pagina(kern, speler));
  geef('/pagina.js', 'js', () => SCRIPT);
  geef('/pagina.css', 'css', () => STIJL);
};
