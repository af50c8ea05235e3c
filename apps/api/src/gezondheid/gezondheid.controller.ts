import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { Response } from 'express';
import { workerLeeft } from '#database/read/hartslag.js';
import { ApiOmgeving } from '../common/omgeving.js';
import { overMs } from '../common/uiterlijk.js';
import { Openbaar } from '../common/toegang.guard.js';

const GEDULD_MS = 3_000;

export class Gezondheid {
  @ApiProperty({ enum: ['goed', 'beperkt', 'slecht'] }) status!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', enum: ['goed', 'slecht'] },
    example: { database: 'goed', sleutels: 'goed', temporal: 'goed', worker: 'goed' },
  })
  onderdelen!: Record<string, 'goed' | 'slecht'>;
}

@ApiTags('Gezondheid')
@Openbaar()
@SkipThrottle()
@Controller('gezondheid')
export class GezondheidController {
  constructor(private readonly omgeving: ApiOmgeving) {}

  @Get('live')
  @ApiOperation({ summary: 'Of het programma draait' })
  @ApiOkResponse({ type: Gezondheid })
  live(): Gezondheid {
    return { status: 'goed', onderdelen: {} };
  }

  @Get('ready')
  @ApiOperation({
    summary: 'Of de dienst verzoeken kan beantwoorden, per onderdeel',
    description:
      'Zonder Temporal of worker blijft bijna alles werken: dan is de status beperkt en het antwoord 200. Zonder database of sleutels is het 503.',
  })
  @ApiOkResponse({ type: Gezondheid })
  async ready(@Res({ passthrough: true }) res: Response): Promise<Gezondheid> {
    const { dataSource, temporal, testSleutels } = this.omgeving;
    const [database, worker, sleutels, workflows] = await Promise.all([
      lukt(() => dataSource.query('SELECT 1')),
      lukt(async () => {
        if (!(await workerLeeft(dataSource))) throw new Error('geen worker');
      }),
      lukt(testSleutels),
      lukt(() =>
        temporal.withDeadline(overMs(GEDULD_MS), () => temporal.workflowService.getSystemInfo({})),
      ),
    ]);
    const bruikbaar = database === 'goed' && sleutels === 'goed';
    if (!bruikbaar) res.status(503);
    const volledig = workflows === 'goed' && worker === 'goed';
    const status = !bruikbaar ? 'slecht' : volledig ? 'goed' : 'beperkt';
    return { status, onderdelen: { database, sleutels, temporal: workflows, worker } };
  }
}

async function lukt(doe: () => Promise<unknown>): Promise<'goed' | 'slecht'> {
  let wekker: NodeJS.Timeout | undefined;
  try {
    const telaat = new Promise<never>((_, mislukt) => {
      wekker = setTimeout(() => {
        mislukt(new Error('te laat'));
      }, GEDULD_MS);
    });
    await Promise.race([doe(), telaat]);
    return 'goed';
  } catch {
    return 'slecht';
  } finally {
    clearTimeout(wekker);
  }
}
