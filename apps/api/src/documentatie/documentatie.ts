import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { maakDocument } from './document.js';

/** /v1/openapi.json for programs and /v1/docs for people; both without a token. */
export function toonDocumentatie(app: NestExpressApplication): void {
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('v1/docs', app, () => (document ??= maakDocument(app)), {
    jsonDocumentUrl: 'v1/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Inburgeringsregie',
  });
}
