import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { fileOf } from '#programmes/apple-licences/rules/token/token-files.ts';
import { filesTaken } from '#programmes/apple-licences/rules/token/token-past-files.ts';
import { renewalOf, tokenState } from '#programmes/apple-licences/rules/token/token-life.ts';
import { addDays, daysBetween } from '#core/day/day.ts';
import { kindOf } from '#programmes/kinds.ts';
import { exampleTokens } from '#programmes/apple-licences/work/example/example-tokens.ts';
import { recordOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import fixture from '../../../../fixtures/demo/bjorkdalen-tokens.json' with { type: 'json' };

const on = async (today: string): Promise<ContentToken[]> => {
  const seal = (text: string) =>
    Promise.resolve({ key: 'v1', iv: 'AAAA', text: `sealed ${text.length}` });
  return (await exampleTokens({ doing: doingOn(today), seal })).map(
    (draft) => recordOf(draft) as ContentToken,
  );
};
const STATES: Readonly<Record<string, string>> = { 'used by another MDM': 'claimed' };
const seen = (token: ContentToken, today: string) => ({
  location: token.data.location,
  state: tokenState(fileOf(token), token.steps, today),
  left: daysBetween(today, fileOf(token).lastDay),
});

describe('X15, B2: the example’s tokens', () => {
  test('X15: they are those of the example data, in every state a token can have but one', async () => {
    const placeOf = (id: string) => fixture.locations.find((place) => place.id === id)?.name;
    expect(
      (await on(fixture.referenceDate)).map((token) => seen(token, fixture.referenceDate)),
    ).toEqual(
      fixture.tokens.map(({ location, state, expiresAt }) => ({
        location: placeOf(location),
        state: STATES[state] ?? state,
        left: daysBetween(fixture.referenceDate, expiresAt.slice(0, 10)),
      })),
    );
  });

  test('X15: on whatever day it is looked at, the states stay', async () => {
    const reference = (await on(fixture.referenceDate)).map((token) =>
      seen(token, fixture.referenceDate),
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -900, max: 3_000 }), async (days) => {
        const today = addDays(fixture.referenceDate, days);
        expect((await on(today)).map((token) => seen(token, today))).toEqual(reference);
      }),
      { numRuns: 20 },
    );
  });

  test('X15: each has content that its kind knows, its own file, and no step in the future', async () => {
    const tokens = await on('2026-11-20');
    expect(
      tokens.map(({ data }) => kindOf('content-token')!.schema.safeParse(data).success),
    ).not.toContain(false);
    expect(new Set(tokens.map(({ data }) => data.fingerprint)).size).toBe(tokens.length);
    expect(tokens.flatMap(({ steps }) => steps).filter((step) => step.on > '2026-11-20')).toEqual(
      [],
    );
    expect(JSON.stringify(tokens)).not.toContain('FAKE-NOT-A-REAL');
  });

  test('X15: one renewal is half done, one is over, and one account has a single holder', async () => {
    const [gymnasium, schools, adults] = await on('2026-11-20');
    expect(renewalOf(schools?.steps ?? []).filter(({ done }) => done !== undefined)).toHaveLength(
      2,
    );
    expect(filesTaken(gymnasium ?? { steps: [] })).toHaveLength(2);
    expect(Object.values(adults?.data.holders ?? {})).toEqual(['Sara Lindholm']);
  });
});
