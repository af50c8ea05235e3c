import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { isUuid } from './velden.js';
import { invoerFout, nietGevonden } from './problemen.js';

const SLEUTEL = /^[A-Za-z0-9._-]{8,100}$/;

/** The key under which this command happens once. */
export const IdempotencyKey = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => {
    const waarde = context.switchToHttp().getRequest<Request>().headers['idempotency-key'];
    if (typeof waarde === 'string' && SLEUTEL.test(waarde)) return waarde;
    const melding =
      'Geef een Idempotency-Key mee van 8 tot en met 100 letters, cijfers, punten, strepen of liggende streepjes.';
    throw invoerFout([{ veld: 'Idempotency-Key', melding }]);
  },
);

/** Version in If-Match, if the caller sends one. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): number | undefined => {
    const waarde = context.switchToHttp().getRequest<Request>().headers['if-match'];
    if (waarde === undefined || waarde === '*') return undefined;
    const versie = /^"(\d{1,9})"$/.exec(waarde)?.[1];
    if (versie !== undefined) return Number(versie);
    const melding = 'If-Match moet de ETag zijn die u bij het lezen kreeg, bijvoorbeeld "12".';
    throw invoerFout([{ veld: 'If-Match', melding }]);
  },
);

/** The version of what is sent, for If-Match later. */
export function zetEtag(res: Response, versie: number): void {
  res.setHeader('ETag', `"${versie}"`);
}

/** An id in a path; what is no uuid cannot exist, and the answer says which part that was. */
export const PadId = createParamDecorator(
  ({ naam = 'id', wat }: { naam?: string; wat: string }, context: ExecutionContext): string => {
    const waarde = context.switchToHttp().getRequest<Request>().params[naam];
    if (isUuid(waarde)) return waarde.toLowerCase();
    throw nietGevonden(wat, [{ veld: naam, melding: `${naam} in het adres is geen uuid.` }]);
  },
);

/** Documents the headers of a command. */
export function Opdrachtkoppen(): MethodDecorator {
  return applyDecorators(
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description:
        'Kies zelf een sleutel per opdracht. Dezelfde sleutel met dezelfde inhoud geeft hetzelfde antwoord; met andere inhoud 409.',
      schema: { type: 'string', pattern: SLEUTEL.source },
      example: 'pip-vaststellen-0001',
    }),
    IfMatchKop(),
    GemeenteKop(),
  );
}

export function IfMatchKop(): MethodDecorator {
  return ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'De ETag die u bij het lezen kreeg: bij een nieuwere versie volgt 412.',
    schema: { type: 'string', pattern: '^(\\*|"\\d{1,9}")$' },
    example: '"12"',
  });
}

export function GemeenteKop(): MethodDecorator {
  return ApiHeader({
    name: 'Gemeente',
    required: false,
    description:
      'Code van de gemeente. Nodig als u bij meer gemeenten hoort, behalve bij lijsten: die gaan dan over alle.',
    schema: { type: 'string', pattern: '^GM\\d{4}$' },
    example: 'GM0001',
  });
}
