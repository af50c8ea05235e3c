import type { Sdi005Port } from './sdi005-inburgeringsplicht.js';
import type { Sdi006Port } from './sdi006-leerbaarheidstoets.js';
import type { Sdi007Port } from './sdi007-inburgeringstermijn.js';
import type { Sdi012Port } from './sdi012-vrijstelling.js';
import type { Sdi013Port } from './sdi013-ontheffing.js';
import type { Sdi014Port } from './sdi014-pip.js';
import type { Sdi016Port } from './sdi016-resultaten.js';
import type { Sdi017Port } from './sdi017-examen.js';

/**
 * Everything a gemeente can ask of or tell DUO: all operations of its 11 APIs. Dates in and out are
 * civil dates and every end date is the last day itself; DUO's own ways are known to the http adapter only.
 */
export interface DuoPort
  extends
    Sdi005Port,
    Sdi006Port,
    Sdi007Port,
    Sdi012Port,
    Sdi013Port,
    Sdi014Port,
    Sdi016Port,
    Sdi017Port {}

export type DuoOperatieNaam = keyof DuoPort;
export type AanroepVan<N extends DuoOperatieNaam> = Parameters<DuoPort[N]>[0];
export type UitkomstVan<N extends DuoOperatieNaam> = Awaited<ReturnType<DuoPort[N]>>;
