import { isIsoDatum, plusDagen, type IsoDatum } from '#domain/datum/datum.js';
import { Onleesbaar, type Lezer } from './lezer.js';

/** A civil date as it is. */
export const datum: Lezer<IsoDatum> = (waarde, plek) => {
  if (!isIsoDatum(waarde)) throw new Onleesbaar(`${plek}: geen datum`);
  return waarde;
};

const verschoven =
  (dagen: number): Lezer<IsoDatum> =>
  (waarde, plek, afwijkingen) => {
    try {
      return plusDagen(datum(waarde, plek, afwijkingen), dagen);
    } catch {
      throw new Onleesbaar(`${plek}: geen datum`);
    }
  };

/** DUO's first day that no longer counts becomes our last day that does. */
export const laatsteDagUitExclusief = verschoven(-1);

/** Our last day that counts becomes DUO's first day that no longer does. */
export const exclusiefUitLaatsteDag = verschoven(1);

const SCORE = /^(\d{1,3}),(\d{2})$/;

/** A score with a decimal comma and two decimals becomes a number. */
export const score: Lezer<number> = (waarde, plek) => {
  const delen = typeof waarde === 'string' ? SCORE.exec(waarde) : null;
  if (delen === null) throw new Onleesbaar(`${plek}: geen score`);
  return (Number(delen[1]) * 100 + Number(delen[2])) / 100;
};
