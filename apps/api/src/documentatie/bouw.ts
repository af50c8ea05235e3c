import type { OpenAPIObject } from '@nestjs/swagger';
import { Metrieken } from '#observability/metrieken.js';
import { maakLogger } from '#observability/logger.js';
import { maakApi } from '../app.setup.js';
import type { ApiOmgeving } from '../common/omgeving.js';
import { maakDocument } from './document.js';

/** The document without a running installation: nothing behind the controllers is touched. */
export async function bouwDocument(): Promise<OpenAPIObject> {
  const omgeving = {
    logger: maakLogger({ dienst: 'api', niveau: 'silent' }),
    metrieken: new Metrieken('api'),
    opties: {
      proefdraaien: true,
      ketensimulatorUrl: undefined,
      toegestaneOrigins: [],
      verzoekenPerMinuut: 1,
      zoekvragenPerMinuut: 1,
    },
  } as unknown as ApiOmgeving;
  const app = await maakApi(omgeving);
  await app.init();
  try {
    return maakDocument(app);
  } finally {
    await app.close();
  }
}
