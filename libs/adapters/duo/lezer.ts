/** Reads one value of an answer, or throws `Onleesbaar`. Surplus is noted in `afwijkingen`. */
export type Lezer<T> = (waarde: unknown, plek: string, afwijkingen: string[]) => T;

/** A value is not what DUO's specification promises. Holds the place, never the value. */
export class Onleesbaar extends Error {
  constructor(readonly reden: string) {
    super(reden);
  }
}

export interface Veld<T, O extends boolean = boolean> {
  readonly lezer: Lezer<T>;
  readonly optioneel: O;
  /** Name at DUO when ours differs. */
  readonly bijDuo?: string;
}

type Velden<T> = {
  readonly [K in keyof T]-?: undefined extends T[K]
    ? Veld<Exclude<T[K], undefined>, true>
    : Veld<T[K], false>;
};

export function verplicht<T>(lezer: Lezer<T>, bijDuo?: string): Veld<T, false> {
  return { lezer, optioneel: false, ...(bijDuo === undefined ? {} : { bijDuo }) };
}

export function optioneel<T>(lezer: Lezer<T>, bijDuo?: string): Veld<T, true> {
  return { lezer, optioneel: true, ...(bijDuo === undefined ? {} : { bijDuo }) };
}

const BRUIKBARE_NAAM = /^[A-Za-z][A-Za-z_-]{0,59}$/;

// The name of a field nobody agreed on is data of the other side too, so it is shown only if harmless.
const toonNaam = (naam: string): string => (BRUIKBARE_NAAM.test(naam) ? naam : '(naamloos)');

/** An object with these fields. Other fields are noted and left out. */
export function objectMet(
  velden: Readonly<Record<string, Veld<unknown>>>,
): Lezer<Readonly<Record<string, unknown>>> {
  const rijen = Object.entries(velden);
  const bekend = new Set(rijen.map(([naam, veld]) => veld.bijDuo ?? naam));
  return (waarde, plek, afwijkingen) => {
    if (typeof waarde !== 'object' || waarde === null || Array.isArray(waarde)) {
      throw new Onleesbaar(`${plek}: geen object`);
    }
    const bron = new Map<string, unknown>(Object.entries(waarde));
    for (const naam of bron.keys()) {
      if (!bekend.has(naam)) afwijkingen.push(`${plek}: onbekend veld ${toonNaam(naam)}`);
    }
    const gelezen: [string, unknown][] = [];
    for (const [naam, veld] of rijen) {
      const bijDuo = veld.bijDuo ?? naam;
      const ruw = bron.get(bijDuo);
      const hier = `${plek}.${bijDuo}`;
      if (ruw === null && veld.optioneel) afwijkingen.push(`${hier}: null in plaats van afwezig`);
      else if (ruw !== undefined) gelezen.push([naam, veld.lezer(ruw, hier, afwijkingen)]);
      else if (!veld.optioneel) throw new Onleesbaar(`${hier}: ontbreekt`);
    }
    return Object.fromEntries(gelezen);
  };
}

/** An object of our own type: the compiler asks for every field, optional where the type is. */
export function object<T>(velden: Velden<T>): Lezer<T> {
  return objectMet(velden) as Lezer<T>;
}

/** A list; more items than agreed is noted, not refused. */
export function lijst<T>(lezer: Lezer<T>, hoogstens = Infinity): Lezer<readonly T[]> {
  return (waarde, plek, afwijkingen) => {
    if (!Array.isArray(waarde)) throw new Onleesbaar(`${plek}: geen lijst`);
    if (waarde.length > hoogstens) afwijkingen.push(`${plek}: meer dan ${hoogstens} stuks`);
    return waarde.map((stuk, nr) => lezer(stuk, `${plek}[${nr}]`, afwijkingen));
  };
}

/** One of a closed set. A value outside it could mean anything, so it is refused. */
export function keuze<T extends string>(waarden: readonly T[]): Lezer<T> {
  return (waarde, plek) => {
    const gevonden = waarden.find((mogelijk) => mogelijk === waarde);
    if (gevonden === undefined) throw new Onleesbaar(`${plek}: onbekende waarde`);
    return gevonden;
  };
}

interface TekstEisen {
  readonly minstens?: number;
  readonly hoogstens?: number;
  readonly vorm?: RegExp;
}

/** A text; too long or too short is noted (we can keep it), another form is refused. */
export function tekst({
  minstens = 0,
  hoogstens = Infinity,
  vorm,
}: TekstEisen = {}): Lezer<string> {
  return (waarde, plek, afwijkingen) => {
    if (typeof waarde !== 'string') throw new Onleesbaar(`${plek}: geen tekst`);
    if (vorm !== undefined && !vorm.test(waarde)) throw new Onleesbaar(`${plek}: verkeerde vorm`);
    const lengte = Array.from(waarde).length;
    if (lengte < minstens) afwijkingen.push(`${plek}: korter dan ${minstens}`);
    if (lengte > hoogstens) afwijkingen.push(`${plek}: langer dan ${hoogstens}`);
    return waarde;
  };
}

/** A whole number from `laagst` to `hoogst`, both included. */
export function geheelGetal(laagst: number, hoogst: number): Lezer<number> {
  return (waarde, plek) => {
    if (typeof waarde !== 'number' || !Number.isInteger(waarde)) {
      throw new Onleesbaar(`${plek}: geen geheel getal`);
    }
    if (waarde < laagst || waarde > hoogst) throw new Onleesbaar(`${plek}: buiten bereik`);
    return waarde;
  };
}

/** For what we send: `null` means that DUO's field stays away. */
export function ofWeglaten<T>(lezer: Lezer<T>): Lezer<T | undefined> {
  return (waarde, plek, afwijkingen) =>
    waarde === null ? undefined : lezer(waarde, plek, afwijkingen);
}

export const vlag: Lezer<boolean> = (waarde, plek) => {
  if (typeof waarde !== 'boolean') throw new Onleesbaar(`${plek}: geen ja of nee`);
  return waarde;
};
