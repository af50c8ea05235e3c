import { Injectable, type ExecutionContext } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { BellersVerzoek } from './toegang.guard.js';

/** Counts per caller; who is not logged in is counted by address. */
@Injectable()
export class LimietGuard extends ThrottlerGuard {
  protected override getTracker(req: Record<string, unknown>): Promise<string> {
    const { beller, ip } = req as unknown as BellersVerzoek;
    return Promise.resolve(beller?.toegang.onderwerp ?? ip ?? 'onbekend');
  }
}

/** Searches for persons are few: whoever tries many numbers is stopped. */
export function zoeklimiet(context: ExecutionContext): number {
  const { app } = context.switchToHttp().getRequest<BellersVerzoek>();
  return Number(app.get('zoekvragenPerMinuut'));
}
