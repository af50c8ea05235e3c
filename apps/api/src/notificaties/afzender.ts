import { X509Certificate } from 'node:crypto';
import type { Request } from 'express';
import type { TLSSocket } from 'node:tls';

const OIN = /^\d{20}$/;

/** OIN in the certificate of who is at the other end of the line. */
export function oinVanVerbinding(req: Request): string | undefined {
  const socket = req.socket as Partial<TLSSocket>;
  if (socket.authorized !== true || socket.getPeerCertificate === undefined) return undefined;
  const { subject } = socket.getPeerCertificate() as { subject?: Record<string, unknown> };
  const nummer = subject?.['serialNumber'];
  return typeof nummer === 'string' && OIN.test(nummer) ? nummer : undefined;
}

/** OIN in the certificate that a trusted proxy passes on, as PEM (URL-encoded) or as the OIN itself. */
export function oinVanProxy(req: Request, kop: string): string | undefined {
  const waarde = req.headers[kop];
  if (typeof waarde !== 'string') return undefined;
  if (OIN.test(waarde)) return waarde;
  try {
    const { subject } = new X509Certificate(decodeURIComponent(waarde));
    return /^serialNumber=(\d{20})$/m.exec(subject)?.[1];
  } catch {
    return undefined;
  }
}
