// Loaded before every spec when PROEF_ZAAD is set: a full-size run can be repeated exactly.
import fc from 'fast-check';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['PROEF_ZAAD']) });
