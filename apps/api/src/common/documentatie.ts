import { ApiParam } from '@nestjs/swagger';

/** Documents a uuid in the path. */
export function ApiParamId(naam: string, vanWat: string): MethodDecorator {
  return ApiParam({
    name: naam,
    description: `Id van ${vanWat}.`,
    schema: { type: 'string', format: 'uuid' },
    example: '3f0c1c1e-6d0a-4b52-9a3a-2f6f2a1f7f10',
  });
}
