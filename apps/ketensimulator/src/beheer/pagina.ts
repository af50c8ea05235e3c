import { alsIso } from '../datum.js';
import type { Kern } from '../kern.js';
import type { Bericht } from '../toestand/staat.js';
import type { Persoon } from '../toestand/persoon.js';

const veilig = (tekst: string): string =>
  tekst.replace(/[&<>"']/g, (teken) => `&#${teken.charCodeAt(0)};`);

const cel = (...waarden: string[]): string =>
  `<tr>${waarden.map((waarde) => `<td>${veilig(waarde)}</td>`).join('')}</tr>`;

const persoonRij = (kern: Kern, persoon: Persoon): string =>
  cel(
    persoon.id,
    persoon.doelgroep.gedetailleerdeDoelgroep ?? persoon.doelgroep.indeling,
    alsIso(kern.klok.nu(persoon)),
    persoon.pips.at(-1)?.pip.leerroute ?? '',
    persoon.termijn?.einddatum ?? '',
    persoon.agenda.map((a) => `${a.gebeurtenisId} op ${a.tijdstip}`).join(', '),
    persoon.notificaties.map((n) => `${n.gebeurtenisId} ${n.status}`).join(', '),
  );

const berichtRij = (bericht: Bericht): string =>
  cel(
    bericht.ontvangenOp,
    bericht.methode,
    bericht.pad,
    String(bericht.status),
    bericht.persoonId ?? '',
  );

const SCRIPT = `document.querySelector('form').addEventListener('submit', async (e) => {
  e.preventDefault();
  const f = new FormData(e.target);
  const r = await fetch('/personen/' + f.get('persoon') + '/gebeurtenissen', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ gebeurtenisId: f.get('gebeurtenisId') }),
  });
  document.querySelector('output').textContent = r.ok ? 'Verstuurd.' : await r.text();
  if (r.ok) location.reload();
});`;

const tabel = (koppen: string[], rijen: string[]): string =>
  `<table><thead><tr>${koppen.map((k) => `<th scope="col">${k}</th>`).join('')}</tr></thead>` +
  `<tbody>${rijen.join('')}</tbody></table>`;

/** A page to look along with and send one event by hand; it shows no BSN, V-nummer or name. */
export const pagina = (kern: Kern): string => {
  const { personen, berichten } = kern.staat.gegevens;
  const keuzes = personen.map((p) => `<option>${veilig(p.id)}</option>`).join('');
  return `<!doctype html>
<html lang="nl"><meta charset="utf-8"><title>Ketensimulator</title>
<style>body{font:15px sans-serif;margin:2rem}td,th{border:1px solid #999;padding:.3rem;
text-align:left;vertical-align:top}table{border-collapse:collapse;margin-bottom:2rem}</style>
<h1>Ketensimulator</h1>
<form><label>Persoon <select name="persoon">${keuzes}</select></label>
<label>Gebeurtenis <input name="gebeurtenisId" required pattern="[0-9A-Z]{1,6}" value="SS139"></label>
<button>Verstuur</button> <output></output></form>
<h2>Personen</h2>
${tabel(
  ['Persoon', 'Doelgroep', 'Klok', 'Leerroute', 'Einde termijn', 'Gepland', 'Notificaties'],
  personen.map((p) => persoonRij(kern, p)),
)}
<h2>Laatste berichten</h2>
${tabel(
  ['Tijdstip', 'Methode', 'Pad', 'Status', 'Persoon'],
  berichten.slice(-100).reverse().map(berichtRij),
)}
<script>${SCRIPT}</script></html>`;
};
