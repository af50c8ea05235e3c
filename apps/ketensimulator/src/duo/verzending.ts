import type { Response } from 'express';

import type { Storing } from '../storingen.js';
import type { Antwoord } from './route.js';

/** Faults that spoil an answer after the call was processed. */
export const BEDERF = [
  'verbreek-na-verwerking',
  'half-antwoord',
  'afgekapt',
  'geen-json',
  'ander-veld',
] as const;

/** Sends an answer, spoiled when a fault says so. */
export const verzend = (res: Response, antwoord: Antwoord, bederf?: Storing): void => {
  const { status, body } = antwoord;
  const tekst = JSON.stringify(body ?? null);
  const helft = tekst.slice(0, Math.ceil(tekst.length / 2));
  switch (bederf?.soort) {
    case 'verbreek-na-verwerking':
      res.socket?.destroy();
      return;
    case 'half-antwoord':
      breekHalverwege(res, antwoord, tekst, helft);
      return;
    case 'afgekapt':
      res.status(status).type('application/json').end(helft);
      return;
    case 'geen-json':
      res.status(status).type('text/html').end('<html><body>Onderhoud</body></html>');
      return;
    case 'ander-veld':
      res.status(status).json(metVeld(body, (bederf.veld ?? '').split('.'), bederf.waarde ?? ''));
      return;
    default:
      res.status(status);
      if (body === undefined) res.end();
      else res.json(body);
  }
};

/** Half of an answer whose length was announced whole; an answer without a body just breaks. */
const breekHalverwege = (
  res: Response,
  { status, body }: Antwoord,
  tekst: string,
  helft: string,
): void => {
  if (body === undefined) {
    res.socket?.destroy();
    return;
  }
  res.status(status).type('application/json');
  res.setHeader('content-length', Buffer.byteLength(tekst));
  res.write(helft, () => res.socket?.destroy());
};

const metVeld = (body: unknown, [naam, ...rest]: readonly string[], waarde: string): unknown => {
  if (naam === undefined) return waarde;
  if (Array.isArray(body)) {
    return body.map((deel: unknown, i) =>
      String(i) === naam ? metVeld(deel, rest, waarde) : deel,
    );
  }
  const velden = (body ?? {}) as Record<string, unknown>;
  return { ...velden, [naam]: metVeld(velden[naam], rest, waarde) };
};
