import type { Express } from 'express';

interface Laag {
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
  match(pad: string): boolean;
}

/** Methods that the routes of this path do have. */
export function toegestaneMethoden(app: Express, pad: string): string[] {
  const lagen = (app as unknown as { router: { stack: Laag[] } }).router.stack;
  const gevonden = new Set<string>();
  for (const laag of lagen) {
    if (laag.route === undefined) continue;
    try {
      if (!laag.match(pad)) continue;
    } catch {
      continue;
    }
    for (const methode of Object.keys(laag.route.methods)) gevonden.add(methode.toUpperCase());
  }
  if (gevonden.has('GET')) gevonden.add('HEAD');
  return [...gevonden].filter((methode) => methode !== '_ALL').sort();
}
