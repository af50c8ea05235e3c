/** What the page does: send a form as JSON to the route it names, and show the page anew. */
export const SCRIPT = `'use strict';
for (const formulier of document.querySelectorAll('form')) {
  formulier.addEventListener('submit', async (e) => {
    e.preventDefault();
    const velden = Object.fromEntries(new FormData(formulier));
    const body = {};
    for (const [naam, waarde] of Object.entries(velden)) {
      if (naam === 'id' || waarde === '') continue;
      const soort = formulier.elements.namedItem(naam).dataset.soort;
      if (soort === 'getal') body[naam] = Number(waarde);
      else if (soort === 'datum') body[naam] = waarde + 'T09:00:00Z';
      else body[naam] = waarde;
    }
    const lijst = formulier.dataset.lijst !== undefined;
    const antwoord = await fetch(formulier.dataset.pad.replace('ID', velden.id), {
      method: formulier.dataset.methode,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(lijst ? [] : body),
    });
    if (antwoord.ok) location.reload();
    else formulier.querySelector('output').textContent = (await antwoord.json()).fout;
  });
}
document.querySelector('#ververs').addEventListener('click', () => location.reload());
`;

export const STIJL = `body { font: 15px/1.4 sans-serif; margin: 1.5rem; color: #1b1b1b; }
table { border-collapse: collapse; margin-bottom: 1.5rem; }
caption { text-align: left; font-weight: bold; padding: .3rem 0; }
td, th { border: 1px solid #767676; padding: .3rem .5rem; text-align: left; vertical-align: top; }
form { margin: .5rem 0; }
label { margin-right: .8rem; }
output { color: #a00000; }
ul { margin: 0; padding-left: 1.1rem; }
`;
