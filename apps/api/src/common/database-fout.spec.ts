// Real: the errors of TypeORM. Fake: nothing.
import {
  QueryFailedError,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
} from 'typeorm';
import { isDatabaseStoring } from './database-fout.js';

const metCode = (code: string): Error => Object.assign(new Error('x'), { code });

describe('isDatabaseStoring', () => {
  it('herkent een verbinding die midden in een transactie brak', () => {
    expect(isDatabaseStoring(new QueryRunnerAlreadyReleasedError())).toBe(true);
    expect(isDatabaseStoring(new QueryRunnerProviderAlreadyReleasedError())).toBe(true);
    expect(isDatabaseStoring(new QueryFailedError('SELECT 1', [], metCode('57P01')))).toBe(true);
  });

  it('houdt een fout in onze eigen vraag voor een defect', () => {
    expect(isDatabaseStoring(new QueryFailedError('SELECT 1', [], metCode('42601')))).toBe(false);
    expect(isDatabaseStoring(new TypeError('x'))).toBe(false);
  });
});
