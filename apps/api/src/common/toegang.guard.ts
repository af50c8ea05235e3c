import { createHash } from 'node:crypto';
import {
  createParamDecorator,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Gemeente } from '#database/gemeenten.js';
import type { Actor } from '#domain/traject/kern.js';
import { ToegangFout, type Rol, type Toegang } from '#security/toegang.js';
import { Gemeenten } from './gemeenten.service.js';
import { ApiOmgeving } from './omgeving.js';
import { ApiFout, invoerFout } from './problemen.js';

const OPENBAAR = 'openbaar';
const ROLLEN_VAN = 'rollen';

/** Needs no token. */
export const Openbaar = (): MethodDecorator & ClassDecorator => SetMetadata(OPENBAAR, true);
/** One of these roles is enough. */
export const Rollen = (...rollen: Rol[]): MethodDecorator & ClassDecorator =>
  SetMetadata(ROLLEN_VAN, rollen);

/** Who asks, for which gemeenten. */
export interface Beller {
  readonly toegang: Toegang;
  /** Gemeenten of the token that this installation serves, by code. */
  readonly gemeenten: readonly Gemeente[];
  /** The chosen one; undefined when the caller has several and named none. */
  readonly gemeente: Gemeente | undefined;
}

export type BellersVerzoek = Request & { beller?: Beller };

const KOP = 'gemeente';

@Injectable()
export class ToegangGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly omgeving: ApiOmgeving,
    private readonly gemeenten: Gemeenten,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const plekken = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(OPENBAAR, plekken) === true) {
      return true;
    }
    const req = context.switchToHttp().getRequest<BellersVerzoek>();
    const toegang = await this.omgeving.toegang.controleer(tokenVan(req));
    const nodig = this.reflector.getAllAndOverride<readonly Rol[] | undefined>(ROLLEN_VAN, plekken);
    if (nodig?.some((rol) => toegang.rollen.includes(rol)) !== true) {
      throw new ApiFout('GEEN_TOEGANG', 'Uw rol geeft geen toegang tot deze handeling.');
    }
    const gemeenten = await this.gemeenten.vanCodes(toegang.gemeenten);
    if (gemeenten.length === 0) {
      throw new ApiFout('GEEN_TOEGANG', 'U hoort bij geen gemeente van deze installatie.');
    }
    req.beller = { toegang, gemeenten, gemeente: kies(req, gemeenten) };
    return true;
  }
}

function tokenVan(req: Request): string {
  const gevonden = /^Bearer ([\w.~+/=-]+)$/i.exec(req.headers.authorization ?? '');
  if (gevonden?.[1] === undefined) throw new ToegangFout('ONGELDIG');
  return gevonden[1];
}

function kies(req: Request, gemeenten: readonly Gemeente[]): Gemeente | undefined {
  const genoemd = req.headers[KOP];
  if (genoemd === undefined) return gemeenten.length === 1 ? gemeenten[0] : undefined;
  const gevonden = gemeenten.find(({ code }) => `GM${code}` === genoemd);
  if (gevonden === undefined) {
    throw new ApiFout('GEEN_TOEGANG', 'U hoort niet bij de gemeente in de kop Gemeente.');
  }
  return gevonden;
}

/** The caller as the journal names it. */
export function actorVan({ toegang }: Beller): Actor {
  return { soort: 'medewerker', id: toegang.onderwerp };
}

/** Namespace of this caller's idempotency keys. */
export function bellerNaam({ toegang }: Beller): string {
  const { onderwerp } = toegang;
  // The door takes names of few kinds of characters; a provider may use others.
  const bruikbaar = /^[\w:.@/-]{1,200}$/.test(onderwerp);
  return `api:${bruikbaar ? onderwerp : createHash('sha256').update(onderwerp).digest('hex')}`;
}

/** The one gemeente this request is about. */
export function gemeenteVan({ gemeente }: Beller): Gemeente {
  if (gemeente !== undefined) return gemeente;
  const melding =
    'U hoort bij meer gemeenten: noem er een in de kop Gemeente, bijvoorbeeld GM0001.';
  throw invoerFout([{ veld: 'Gemeente', melding }]);
}

/** The gemeenten a list is about: the named one, or all of the caller. */
export function gemeentenVan({ gemeente, gemeenten }: Beller): readonly Gemeente[] {
  return gemeente === undefined ? gemeenten : [gemeente];
}

/** Who asks. */
export const DeBeller = createParamDecorator((_: unknown, context: ExecutionContext): Beller => {
  const { beller } = context.switchToHttp().getRequest<BellersVerzoek>();
  if (beller === undefined) throw new ToegangFout('ONGELDIG');
  return beller;
});
