import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ProbleemDto } from '../common/antwoorden.dto.js';
import { PROBLEMEN } from '../common/problemen.js';
import { API_VERSIE } from '../common/versie.js';

interface Antwoord {
  headers?: Record<string, unknown>;
  content?: Record<string, { schema?: unknown; example?: unknown }>;
  description?: string;
}
interface Operatie {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: unknown;
  security?: unknown[];
  responses: Record<string, Antwoord>;
}

const METHODEN = ['get', 'post', 'put'] as const;
const OPENBAAR = /^\/(gezondheid\/|coa-overdrachten\/schema$|openapi\.json$)/;
const VERSIEKOP = {
  'API-Version': {
    description: 'Volledige versie van de API.',
    schema: { type: 'string', example: API_VERSIE },
  },
};
const ETAG = {
  ETag: { description: 'Versie, voor If-Match.', schema: { type: 'string', example: '"12"' } },
};
const LINK = {
  Link: {
    description: 'Met rel="next" het adres van de volgende bladzijde, als die er is.',
    schema: { type: 'string', example: '</v1/taken?cursor=WyJ4Il0>; rel="next"' },
  },
};

const VOORBEELDEN: Readonly<Record<number, object>> = {
  400: {
    detail: 'dagtekening moet een bestaande dag zijn (JJJJ-MM-DD, van 1900 tot en met 2200).',
    fouten: [
      {
        veld: 'dagtekening',
        melding: 'dagtekening moet een bestaande dag zijn (JJJJ-MM-DD, van 1900 tot en met 2200).',
      },
    ],
  },
  401: { detail: 'Het toegangsbewijs is verlopen.' },
  403: { detail: 'Uw rol geeft geen toegang tot deze handeling.' },
  404: { detail: 'Dit traject is er niet.' },
  406: { detail: 'De dienst antwoordt met application/json of application/problem+json.' },
  409: {
    detail: 'Kies eerst een leerroute.',
    code: 'LEERROUTE_ONTBREEKT',
    artikel: {
      wet: 'Wet inburgering 2021',
      artikel: '15',
      url: 'https://wetten.overheid.nl/BWBR0044770',
    },
  },
  410: { detail: 'Dit traject was ten onrechte ontvangen en is gewist.' },
  412: { detail: 'Lees het traject opnieuw en probeer het nog eens.' },
  413: { detail: 'Het bericht mag hoogstens 1 MB zijn.' },
  415: { detail: 'Stuur de inhoud als application/json.' },
  429: { detail: 'U doet te veel verzoeken achter elkaar. Wacht even.' },
  500: { detail: 'Er ging iets mis bij ons. Het is vastgelegd.' },
  503: { detail: 'De gegevens zijn nu niet te bereiken. Probeer het zo weer.' },
};

function probleem(status: number): Antwoord {
  const [code, { titel }] = Object.entries(PROBLEMEN).find(([, p]) => p.status === status) ?? [
    '',
    { titel: '' },
  ];
  return {
    description: titel,
    headers: VERSIEKOP,
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/ProbleemDto' },
        example: { type: 'about:blank', title: titel, status, code, ...VOORBEELDEN[status] },
      },
    },
  };
}

function statussenVan(pad: string, methode: string, { parameters = [] }: Operatie): number[] {
  const heeft = (naam: string): boolean => parameters.some(({ name }) => name === naam);
  if (OPENBAAR.test(pad)) return [406, 429, 500, ...(pad.endsWith('/ready') ? [] : [503])];
  return [
    ...(methode !== 'get' || parameters.length > 0 ? [400] : []),
    401,
    403,
    ...(pad.includes('{') ? [404] : []),
    406,
    ...(heeft('Idempotency-Key') ? [409] : []),
    ...(pad.startsWith('/trajecten/{id}') ? [410] : []),
    ...(heeft('If-Match') ? [412] : []),
    ...(methode === 'get' ? [] : [413, 415]),
    429,
    500,
    503,
  ];
}

/** What every operation has in common is added here, so that no controller can forget it. */
function vulAan(pad: string, methode: string, operatie: Operatie): void {
  const isLijst = operatie.parameters?.some(({ name }) => name === 'cursor') === true;
  for (const [status, antwoord] of Object.entries(operatie.responses)) {
    if (!status.startsWith('2')) continue;
    antwoord.description ||= 'Gelukt.';
    antwoord.headers = {
      ...VERSIEKOP,
      ...(isLijst ? LINK : {}),
      ...(operatie.parameters?.some(({ name }) => name === 'If-Match') === true ||
      /^\/(trajecten|taken)\/\{id\}$/.test(pad)
        ? ETAG
        : {}),
    };
  }
  if (pad === '/gezondheid/ready') {
    operatie.responses['503'] = {
      ...probleem(503),
      description: 'De database of de sleutelopslag is niet te bereiken.',
    };
  }
  for (const status of statussenVan(pad, methode, operatie)) {
    operatie.responses[String(status)] ??= probleem(status);
  }
  if (!OPENBAAR.test(pad)) operatie.security = [{ inlogdienst: [] }];
}

const HOOFD = new DocumentBuilder()
  .setTitle('Inburgeringsregie')
  .setDescription(
    'Regie op trajecten van de Wet inburgering 2021. Een traject verandert alleen door een opdracht; elke opdracht heeft een Idempotency-Key. Termijnen komen met uitleg. Persoonsgegevens staan nooit in een adres.',
  )
  .setVersion(API_VERSIE)
  .setContact(
    'Beheer Inburgeringsregie',
    'https://github.com/inburgeringsregie/inburgeringsregie',
    'beheer@inburgeringsregie.example',
  )
  .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/nl/')
  .addServer('https://inburgeringsregie.example/v1', 'Uw installatie')
  .addBearerAuth(
    {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: 'Token van de inlogdienst van de gemeente, met rollen en gemeenten.',
    },
    'inlogdienst',
  )
  .addTag('Trajecten')
  .addTag('Taken')
  .addTag('COA-overdrachten')
  .addTag('Postvak')
  .addTag('Termijnen')
  .addTag('Proefdraaien')
  .addTag('Gezondheid')
  .build();

/** The OpenAPI document of the API. Made from the code, so that it cannot lag behind. */
export function maakDocument(app: INestApplication): OpenAPIObject {
  const document = SwaggerModule.createDocument(app, HOOFD, {
    ignoreGlobalPrefix: true,
    extraModels: [ProbleemDto],
    operationIdFactory: (controller, methode) =>
      `${controller.replace(/Controller$/, '').replace(/^./, (l) => l.toLowerCase())}_${methode}`,
  });
  const { paths } = document as unknown as { paths: Record<string, Record<string, Operatie>> };
  paths['/openapi.json'] = {
    get: {
      operationId: 'documentatie_openapi',
      summary: 'Deze beschrijving',
      tags: ['Gezondheid'],
      responses: {
        200: {
          description: 'Gelukt.',
          content: { 'application/json': { schema: { type: 'object' } } },
        },
      },
    } as unknown as Operatie,
  };
  for (const [pad, methoden] of Object.entries(paths)) {
    for (const methode of METHODEN) {
      const operatie = methoden[methode];
      if (operatie !== undefined) vulAan(pad, methode, operatie);
    }
  }
  return document;
}
