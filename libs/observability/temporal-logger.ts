import type { Logger as TemporalLogger, LogLevel, LogMetadata } from '@temporalio/common';
import type { Logger } from 'pino';

const NIVEAU = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
} as const satisfies Record<LogLevel, string>;

/**
 * The worker's own lines through our logger. The SDK's logger would print the message and the
 * details of every failed activity as they are.
 */
export function temporalLogger(logger: Logger): TemporalLogger {
  const log = (niveau: LogLevel, melding: string, velden?: LogMetadata): void => {
    logger[NIVEAU[niveau]](velden ?? {}, melding);
  };
  return {
    log,
    trace: (melding, velden) => {
      log('TRACE', melding, velden);
    },
    debug: (melding, velden) => {
      log('DEBUG', melding, velden);
    },
    info: (melding, velden) => {
      log('INFO', melding, velden);
    },
    warn: (melding, velden) => {
      log('WARN', melding, velden);
    },
    error: (melding, velden) => {
      log('ERROR', melding, velden);
    },
  };
}
