import { datumTekst } from '#domain/datum/datum-tekst.js';
import type { Aanleiding } from '#domain/uitgaand/attendering.js';
import type { UitgaandBericht } from './uitgaand.port.js';

const TEKSTEN: Readonly<Record<Aanleiding, { readonly onderwerp: string; readonly zin: string }>> =
  {
    'termijn-geescaleerd': {
      onderwerp: 'Een termijn is verstreken',
      zin: 'In een traject is een termijn verstreken zonder dat het nodige is gedaan. Er wacht een taak.',
    },
    'bericht-niet-aangenomen': {
      onderwerp: 'Een bericht aan DUO is niet aangenomen',
      zin: 'In een traject heeft DUO een bericht niet aangenomen. Er wacht een taak.',
    },
  };

/** Subject and text of a mail, in Dutch; nothing of the person. */
export function mailTekst({ trajectId, inhoud }: UitgaandBericht): {
  readonly onderwerp: string;
  readonly tekst: string;
} {
  const { aanleiding, taak, termijn, uiterlijkOp, link, proef } = inhoud;
  const { onderwerp, zin } = TEKSTEN[aanleiding];
  const regels = [
    zin,
    '',
    `Traject: ${trajectId}`,
    `Taak: ${taak}`,
    ...(termijn === null ? [] : [`Termijn: ${termijn}`]),
    ...(uiterlijkOp === null ? [] : [`Laatste dag: ${datumTekst(uiterlijkOp)}`]),
    ...(link === null ? [] : ['', link]),
    '',
    'In deze mail staan met opzet geen persoonsgegevens. Ze kan een enkele keer dubbel aankomen.',
    '',
  ];
  return { onderwerp: `${proef ? '[Proef] ' : ''}${onderwerp}`, tekst: regels.join('\r\n') };
}
