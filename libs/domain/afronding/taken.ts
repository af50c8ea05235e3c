import type { Onderwerp } from '../traject/onderwerp.js';
import { openerNa } from '../traject/regels.js';

export const afronding: Onderwerp = {
  taken: [
    {
      soort: 'eindgesprek-voeren',
      titel: 'Voer het eindgesprek',
      rol: 'regievoerder',
      uitkomsten: ['voerEindgesprek'],
      open: (t) =>
        t.plichtEinde?.reden === 'Inburgeringsplicht voldaan' && t.eindgesprek === null
          ? {
              openerNr: openerNa(t, 'eindgesprek', t.plichtEinde.nr),
              reden: 'DUO meldt dat de inburgeringsplicht is voldaan.',
            }
          : null,
    },
    {
      soort: 'traject-afsluiten',
      titel: 'Controleer het dossier en sluit het traject',
      rol: 'regievoerder',
      uitkomsten: ['sluitTraject'],
      open: (t) =>
        t.plichtEinde !== null &&
        (t.eindgesprek !== null || t.plichtEinde.reden !== 'Inburgeringsplicht voldaan')
          ? {
              openerNr: openerNa(t, 'gesloten', Math.max(t.plichtEinde.nr, t.eindgesprek?.nr ?? 0)),
              reden: 'De plicht is geeindigd; de bewaartermijn begint (Bi art. 9.9).',
            }
          : null,
    },
    {
      soort: 'escalatie-behandelen',
      titel: 'Behandel de gemiste termijn',
      rol: 'coordinator',
      uitkomsten: ['handelEscalatieAf'],
      open: (t) =>
        Object.entries(t.escalaties)
          .filter(([, { afgehandeldNr }]) => afgehandeldNr === null)
          .map(([termijn, { nr }]) => ({
            openerNr: nr,
            onderwerp: termijn,
            termijn,
            reden: `De termijn ${termijn} is verstreken zonder dat het nodige is gedaan.`,
          })),
    },
  ],
  termijnen: () => [],
  mijlpalen: { trajectGesloten: (t) => t.gesloten?.nr ?? null },
};
