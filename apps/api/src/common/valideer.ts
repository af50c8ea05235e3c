import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { invoerFout, veldnaam, type Veldfout } from './problemen.js';

export type Klasse<T extends object = object> = new () => T;

const VERBODEN = new Set(['__proto__', 'constructor', 'prototype']);

function verboden(waarde: unknown, pad: string): Veldfout[] {
  if (typeof waarde !== 'object' || waarde === null) return [];
  return Object.entries(waarde).flatMap(([naam, inhoud]) => {
    const hier = pad === '' ? veldnaam(naam) : `${pad}.${veldnaam(naam)}`;
    if (VERBODEN.has(naam)) return [{ veld: hier, melding: 'Dit veld is niet toegestaan.' }];
    return verboden(inhoud, hier);
  });
}

function plat(fouten: readonly ValidationError[], pad: string): Veldfout[] {
  return fouten.flatMap(({ property, constraints, children }) => {
    const naam = veldnaam(property);
    const veld = pad === '' ? naam : `${pad}.${naam}`;
    // A missing or unknown field needs one message, not one for every rule it breaks.
    const meldingen = Object.entries(constraints ?? {})
      .slice(0, 1)
      .map(([soort, melding]) => ({
        veld,
        melding: soort === 'whitelistValidation' ? `${naam} hoort hier niet.` : melding,
      }));
    return [...meldingen, ...plat(children ?? [], veld)];
  });
}

/**
 * The input as an instance of its class, or the errors of all fields together. Fields that the class
 * does not have are refused. `pad` stands before the names of the fields.
 */
export async function controleer<T extends object>(
  klasse: Klasse<T>,
  invoer: unknown,
  pad = '',
): Promise<{ readonly waarde: T } | { readonly fouten: readonly Veldfout[] }> {
  if (typeof invoer !== 'object' || invoer === null || Array.isArray(invoer)) {
    return { fouten: [{ veld: pad || 'body', melding: 'Stuur een JSON-object.' }] };
  }
  const gevaarlijk = verboden(invoer, pad);
  if (gevaarlijk.length > 0) return { fouten: gevaarlijk };
  const waarde = plainToInstance(klasse, invoer, { enableImplicitConversion: false });
  const fouten = await validate(waarde, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    validationError: { target: false, value: false },
  });
  return fouten.length === 0 ? { waarde } : { fouten: plat(fouten, pad) };
}

/** As `controleer`, but throws the answer to wrong input. */
export async function leesInvoer<T extends object>(
  klasse: Klasse<T>,
  invoer: unknown,
  pad = '',
): Promise<T> {
  const uitkomst = await controleer(klasse, invoer, pad);
  if ('fouten' in uitkomst) throw invoerFout(uitkomst.fouten);
  return uitkomst.waarde;
}

const ZELF_GELEZEN = new Set<unknown>([Object, String, Array, Number, Boolean]);

/** Checks bodies and queries against the class of the parameter. */
@Injectable()
export class InvoerPipe implements PipeTransform {
  async transform(waarde: unknown, { type, metatype }: ArgumentMetadata): Promise<unknown> {
    if (type === 'custom' || metatype === undefined || ZELF_GELEZEN.has(metatype)) return waarde;
    return leesInvoer(metatype as Klasse, waarde ?? {});
  }
}
