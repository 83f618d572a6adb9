import { describe, expect, test } from 'vitest';
import { errorNumbers, meaningOf } from '#programmes/apple-licences/rules/api/error-numbers.ts';
import { exchange } from './fixtures.ts';

/** The numbers of apple.md §2.7, row by row. */
const LISTED = [
  9600, 9601, 9602, 9603, 9609, 9610, 9616, 9621, 9622, 9624, 9625, 9634, 9635, 9641, 9642, 9637,
  9643, 9644, 9645, 9646, 9650, 9700, 9701, 9702, 9703, 9704, 9705, 9706, 9707, 9708, 9709, 9710,
  9711, 9712, 9713, 9723, 9724, 9725, 9728, 9714, 9715, 9716, 9717, 9720, 9718, 9719, 9721, 9722,
  9726, 9727, 9816, 9818,
];

const service = exchange('service-config.json').response.body as {
  readonly errorCodes: readonly { readonly errorNumber: number }[];
};

describe('error numbers', () => {
  test('B7: every number of the list is known, once', () => {
    expect(errorNumbers.map(({ number }) => number)).toEqual([...LISTED].sort());
  });

  test('B7: every number that the service itself lists is known', () => {
    const codes = service.errorCodes;
    expect(codes).toHaveLength(27);
    expect(codes.filter(({ errorNumber }) => meaningOf(errorNumber).key === 'unknown')).toEqual([]);
  });

  test.each([
    [9601, 'give-token', false],
    [9603, 'retry', true],
    [9609, 'create-user', false],
    [9610, 'retry', true],
    [9616, 'nothing', false],
    [9621, 'renew-token', false],
    [9622, 'give-token', false],
    [9624, 'drop', false],
    [9625, 'new-token', false],
    [9634, 'update-app', false],
    [9637, 'other-role', false],
    [9643, 'wait', true],
    [9644, 'wait', true],
    [9645, 'read-only', false],
    [9646, 'wait', true],
    [9650, 'stop-paging', false],
    [9700, 'split', false],
    [9704, 'remove-duplicates', false],
    [9706, 'skip', false],
    [9708, 'compare', false],
    [9709, 'reclaim-or-buy', false],
    [9714, 'split', false],
    [9716, 'fix-user', false],
    [9719, 'fix-request', false],
    [9721, 'full-sync', false],
    [9723, 'fix-settings', false],
  ] as const)('B7: %i is answered by %s; asked again as it was: %s', (number, action, mayPass) => {
    expect(meaningOf(number)).toMatchObject({ number, key: number, action, mayPass });
  });

  test('B2: what a number makes of the token, and which say nothing of it', () => {
    const verdicts = errorNumbers.flatMap(({ number }) => {
      const { token } = meaningOf(number);
      return token === undefined ? [] : [[number, token]];
    });
    expect(verdicts).toEqual([
      [9601, 'invalid'],
      [9621, 'expired'],
      [9622, 'invalid'],
      [9625, 'revoked'],
      [9722, 'invalid'],
    ]);
  });

  test.each([9999, 0, -1, 96.21, Number.NaN])('B7: %d has its own meaning: unknown', (number) => {
    const unknown = {
      key: 'unknown',
      action: 'report',
      mayPass: false,
      token: undefined,
      status: undefined,
    };
    expect(meaningOf(number)).toMatchObject({ number, ...unknown });
  });

  test('B7: each number says where it was read', () => {
    expect(errorNumbers.filter(({ source }) => !source.startsWith('apple.md §2.7'))).toEqual([]);
  });
});
