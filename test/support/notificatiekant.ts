import { openNotificaties, type Luisteraar } from '#apps/api/src/notificaties/luisteraar.js';
import { maakLogger } from '#observability/logger.js';
import type { Uitgever } from '#test/contract/ketensimulator/certificaten.js';

type Deur = Pick<Parameters<typeof openNotificaties>[0], 'dataSource' | 'dossier'>;

/** Where TLS ends: here, with a server certificate of `uitgever`, or at a proxy that sets a header. */
type Afzender =
  | {
      readonly uitgever: Uitgever;
      readonly oin?: string;
      readonly tussenpartijen?: readonly string[];
      readonly crlBestand?: string;
      readonly crlElkeMs?: number;
    }
  | { readonly proxyHeader: string };

/** The gemeente's listener for DUO on a free port, over the door that a test has set up. */
export async function openNotificatiekant(
  { dataSource, dossier }: Deur,
  afzender: Afzender,
  logger = maakLogger({ dienst: 'api', niveau: 'silent' }),
): Promise<Luisteraar> {
  const omgeving = { dataSource, dossier, logger };
  if ('proxyHeader' in afzender) {
    const { proxyHeader } = afzender;
    return openNotificaties(omgeving, { poort: 0, tls: undefined, proxyHeader });
  }
  const { uitgever, oin, ...rest } = afzender;
  const { cert, key } = await uitgever.geef(oin);
  const tls = { cert: Buffer.from(cert), key: Buffer.from(key), ca: Buffer.from(uitgever.ca) };
  return openNotificaties(omgeving, { poort: 0, tls, proxyHeader: undefined, ...rest });
}
