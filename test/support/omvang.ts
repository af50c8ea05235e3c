/** The size of a large test: `poort` in npm test, `volledig` in npm run test:volledig. */
export function omvang(maten: { readonly poort: number; readonly volledig: number }): number {
  return process.env['PROEF_OMVANG'] === 'volledig' ? maten.volledig : maten.poort;
}
