/** The circuit breaker on a clock of the test; nothing else is faked. */
import { Stroomonderbreker } from './stroomonderbreker.js';

describe('stroomonderbreker', () => {
  let nu = 0;
  const nieuw = (): Stroomonderbreker =>
    new Stroomonderbreker({ naStoringen: 2, rustMs: 10_000 }, () => nu);

  beforeEach(() => {
    nu = 1_000;
  });

  it('gaat dicht na het afgesproken aantal storingen op rij', () => {
    const onderbreker = nieuw();
    onderbreker.meld('storing');
    onderbreker.meld('antwoord');
    onderbreker.meld('storing');
    expect(onderbreker.wacht()).toBeNull();
    onderbreker.meld('storing');
    expect(onderbreker.wacht()).toBe(10);
    nu += 9_001;
    expect(onderbreker.wacht()).toBe(1);
  });

  it('laat na de rust één proef door en gaat bij een storing weer dicht', () => {
    const onderbreker = nieuw();
    onderbreker.meld('storing');
    onderbreker.meld('storing');
    nu += 10_000;
    expect(onderbreker.wacht()).toBeNull();
    expect(onderbreker.wacht()).toBe(1);
    onderbreker.meld('storing');
    expect(onderbreker.wacht()).toBe(10);
  });

  it('gaat open na een proef met antwoord, en proeft opnieuw na een proef die niets zei', () => {
    const onderbreker = nieuw();
    onderbreker.meld('storing');
    onderbreker.meld('storing');
    nu += 10_000;
    expect(onderbreker.wacht()).toBeNull();
    onderbreker.meld('niets');
    expect(onderbreker.wacht()).toBeNull();
    onderbreker.meld('antwoord');
    expect(onderbreker.wacht()).toBeNull();
    expect(onderbreker.wacht()).toBeNull();
  });
});
