import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested, type ValidationArguments } from 'class-validator';
import { isIsoDatum } from '#domain/datum/datum.js';
import { normaliseerBsn, normaliseerVNummer } from '#security/bsn.js';

// One decorator per kind of field: it checks the input and describes it in the documentation.

interface VeldOpties {
  readonly uitleg?: string;
  readonly voorbeeld?: unknown;
  readonly optioneel?: boolean;
}

const MEEST_TEKENS = 4_000;

function toets(naam: string, klopt: (waarde: unknown) => boolean, eis: string): PropertyDecorator {
  return ValidateBy({
    name: naam,
    validator: {
      validate: klopt,
      defaultMessage: (args?: ValidationArguments) => `${args?.property ?? 'Dit veld'} ${eis}.`,
    },
  });
}

function veld(
  { uitleg, voorbeeld, optioneel = false }: VeldOpties,
  vorm: ApiPropertyOptions,
  ...eisen: PropertyDecorator[]
): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      ...vorm,
      required: !optioneel,
      ...(uitleg === undefined ? {} : { description: uitleg }),
      ...(voorbeeld === undefined ? {} : { example: voorbeeld }),
    } as ApiPropertyOptions),
    ...(optioneel ? [ValidateIf((_dto, waarde: unknown) => waarde !== undefined)] : []),
    ...eisen,
  );
}

/** A civil day, YYYY-MM-DD. */
export function Datum(opties: VeldOpties = {}): PropertyDecorator {
  return veld(
    { voorbeeld: '2026-11-16', ...opties },
    { type: String, format: 'date' },
    toets(
      'datum',
      isIsoDatum,
      'moet een bestaande dag zijn (JJJJ-MM-DD, van 1900 tot en met 2200)',
    ),
  );
}

// A lone surrogate or a NUL cannot be stored.
const schoon = (waarde: string): boolean => !/\p{Surrogate}|\0/u.test(waarde);

/** Text that is not empty, of at most `hoogstens` characters. */
export function Tekst(
  opties: VeldOpties & { readonly hoogstens?: number; readonly patroon?: RegExp } = {},
): PropertyDecorator {
  const { hoogstens = MEEST_TEKENS, patroon } = opties;
  const vorm = {
    type: String,
    minLength: 1,
    maxLength: hoogstens,
    ...(patroon === undefined ? {} : { pattern: patroon.source }),
  };
  const klopt = (waarde: unknown): boolean =>
    typeof waarde === 'string' &&
    waarde.trim() !== '' &&
    waarde.length <= hoogstens &&
    schoon(waarde) &&
    (patroon?.test(waarde) ?? true);
  const eis =
    patroon === undefined
      ? `moet tekst zijn van 1 tot en met ${hoogstens} tekens`
      : 'heeft niet de goede vorm';
  return veld({ voorbeeld: 'Tekst', ...opties }, vorm, toets('tekst', klopt, eis));
}

/** One of a closed set. */
export function Keuze(waarden: readonly string[], opties: VeldOpties = {}): PropertyDecorator {
  return veld(
    { voorbeeld: waarden[0], ...opties },
    { type: String, enum: [...waarden] },
    toets(
      'keuze',
      (waarde) => typeof waarde === 'string' && waarden.includes(waarde),
      `moet een van deze waarden zijn: ${waarden.join(', ')}`,
    ),
  );
}

/** Several different ones of a closed set, or free short texts when `waarden` is left out. */
export function Lijst(
  opties: VeldOpties & { readonly waarden?: readonly string[]; readonly hoogstens?: number } = {},
): PropertyDecorator {
  const { waarden, hoogstens = 50 } = opties;
  const klopt = (lijst: unknown): boolean =>
    Array.isArray(lijst) &&
    lijst.length <= hoogstens &&
    new Set(lijst).size === lijst.length &&
    lijst.every(
      (een: unknown) =>
        typeof een === 'string' &&
        een.trim() !== '' &&
        een.length <= 200 &&
        schoon(een) &&
        (waarden?.includes(een) ?? true),
    );
  const items = { type: 'string', ...(waarden === undefined ? {} : { enum: [...waarden] }) };
  const eis =
    waarden === undefined
      ? `moet een lijst van hoogstens ${hoogstens} verschillende teksten zijn`
      : `moet een lijst zijn met alleen: ${waarden.join(', ')}`;
  return veld(
    opties,
    { type: 'array', items, maxItems: hoogstens, uniqueItems: true },
    toets('lijst', klopt, eis),
  );
}

/** A number between two limits, both included; whole, unless it may have decimals. */
export function Getal(
  opties: VeldOpties & { readonly min: number; readonly max: number; readonly decimalen?: number },
): PropertyDecorator {
  const { min, max, decimalen = 0 } = opties;
  const stap = 10 ** decimalen;
  const klopt = (waarde: unknown): boolean =>
    typeof waarde === 'number' &&
    waarde >= min &&
    waarde <= max &&
    Math.abs(Math.round(waarde * stap) / stap - waarde) < 1e-9;
  const soort =
    decimalen === 0 ? 'een geheel getal' : `een getal met hoogstens ${decimalen} decimalen`;
  return veld(
    { voorbeeld: min, ...opties },
    { type: decimalen === 0 ? 'integer' : 'number', minimum: min, maximum: max },
    toets('getal', klopt, `moet ${soort} zijn van ${min} tot en met ${max}`),
  );
}

export function Waarheid(opties: VeldOpties = {}): PropertyDecorator {
  return veld(
    { voorbeeld: true, ...opties },
    { type: Boolean },
    toets('waarheid', (waarde) => typeof waarde === 'boolean', 'moet true of false zijn'),
  );
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for the text of a uuid of any version. */
export function isUuid(waarde: unknown): waarde is string {
  return typeof waarde === 'string' && UUID.test(waarde);
}

export function Uuid(opties: VeldOpties = {}): PropertyDecorator {
  return veld(
    { voorbeeld: '3f0c1c1e-6d0a-4b52-9a3a-2f6f2a1f7f10', ...opties },
    { type: String, format: 'uuid' },
    toets('uuid', isUuid, 'moet een uuid zijn'),
  );
}

// Not a number here: a BSN is text, and the leading zero of one counts.
const genormaliseerd = (lees: (waarde: string) => string | undefined): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? (lees(value) ?? value) : value,
  );

export function Bsn(opties: VeldOpties = {}): PropertyDecorator {
  return applyDecorators(
    genormaliseerd(normaliseerBsn),
    veld(
      { voorbeeld: '999993653', ...opties },
      { type: String, pattern: '^\\d{8,9}$' },
      toets(
        'bsn',
        (waarde) => typeof waarde === 'string' && normaliseerBsn(waarde) === waarde,
        'is geen geldig burgerservicenummer',
      ),
    ),
  );
}

export function VNummer(opties: VeldOpties = {}): PropertyDecorator {
  return applyDecorators(
    genormaliseerd(normaliseerVNummer),
    veld(
      { voorbeeld: '1234567890', ...opties },
      { type: String, pattern: '^\\d{1,10}$' },
      toets(
        'vNummer',
        (waarde) => typeof waarde === 'string' && normaliseerVNummer(waarde) === waarde,
        'is geen geldig V-nummer (tien cijfers)',
      ),
    ),
  );
}

/** An object whose fields we keep as they come. */
export function VrijObject(opties: VeldOpties = {}): PropertyDecorator {
  const klopt = (waarde: unknown): boolean =>
    typeof waarde === 'object' &&
    waarde !== null &&
    !Array.isArray(waarde) &&
    schoon(JSON.stringify(waarde)) &&
    !JSON.stringify(waarde).includes('\\u0000');
  return veld(
    opties,
    { type: 'object', additionalProperties: true },
    toets('object', klopt, 'moet een object zijn'),
  );
}

type Klasse = abstract new (...args: never[]) => object;

/** An object of its own class, checked in turn. */
export function Deel(klasse: () => Klasse, opties: VeldOpties = {}): PropertyDecorator {
  return veld(
    opties,
    // The library tells a function that gives a class by its name, which must be `type`.
    { type: () => klasse() as new () => object },
    toets(
      'object',
      (waarde) => typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde),
      'moet een object zijn',
    ),
    ValidateNested(),
    Type(() => klasse()),
  );
}

/** As `Getal`, `Waarheid`: from the text of a query. */
export function UitQuery(soort: 'getal' | 'waarheid'): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => {
    if (typeof value !== 'string') return value;
    if (soort === 'getal') return /^\d{1,9}$/.test(value) ? Number(value) : value;
    return value === 'true' ? true : value === 'false' ? false : value;
  });
}
