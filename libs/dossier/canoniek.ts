/** JSON with sorted keys and without `undefined`: equal values give equal text. */
export function canoniek(waarde: unknown): string {
  return JSON.stringify(waarde, (_naam, deel: unknown) =>
    deel !== null && typeof deel === 'object' && !Array.isArray(deel)
      ? Object.fromEntries(Object.entries(deel).sort(([a], [b]) => (a < b ? -1 : 1)))
      : deel,
  );
}
