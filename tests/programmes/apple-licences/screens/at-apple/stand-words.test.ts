import { describe, expect, test } from 'vitest';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { NEVER_SYNCED, type TokenSync } from '#programmes/apple-licences/rules/sync/token-sync.ts';
import { appleSync } from '#programmes/apple-licences/words/sv/apple-sync.ts';
import { formatFor } from '#core/language/format.ts';
import { standWords } from '#programmes/apple-licences/screens/at-apple/stand-words.ts';

const now = new Date(2026, 10, 20, 9, 0).getTime();
const at = (hour: number): number => new Date(2026, 10, 20, hour, 2).getTime();
const sealed = { key: 'k', iv: 'i', text: 't' };

const tokenWith = (sync: Partial<TokenSync> | undefined, isKept = true): ContentToken =>
  ({
    steps: [],
    data: {
      ...(isKept ? { sealed } : {}),
      ...(sync === undefined ? {} : { sync: { ...NEVER_SYNCED, ...sync } }),
    },
  }) as unknown as ContentToken;

const stand = (
  token: ContentToken,
  more: { canAsk?: boolean | undefined; isWaiting?: boolean } = {},
) =>
  Object.values(
    standWords(token, { canAsk: true, isWaiting: false, ...more }, appleSync, {
      format: formatFor('sv'),
      now,
    }),
  );

describe('the state of a token at Apple', () => {
  test('B7: never asked, and asked twice a day from then on', () => {
    expect(stand(tokenWith(undefined))).toEqual(['Inte synkad ännu', 'Två gånger om dagen']);
    expect(stand(tokenWith({ at: at(6), okAt: at(6) }))).toEqual([
      'Synkat i dag 06:02',
      'Två gånger om dagen, nästa 18:00, när Volym är öppet och upplåst',
    ]);
  });

  test('B7: due, it comes shortly; with codes locked it waits and says what to do', () => {
    const token = tokenWith({ at: now - 20 * 3_600_000, okAt: now - 20 * 3_600_000 });
    expect(stand(token)).toEqual(['Synkat i går', 'Två gånger om dagen, nästa inom kort']);
    expect(stand(token, { isWaiting: true })).toEqual(['Synkat i går', 'Lås upp för att synka']);
    expect(stand(tokenWith(undefined), { isWaiting: true })).toEqual([
      'Synken väntar',
      'Lås upp för att synka',
    ]);
  });

  test('B7: tried by a clock that was far ahead, it comes shortly, and not a year from now', () => {
    const token = tokenWith({ at: now + 365 * 24 * 3_600_000, okAt: at(6) });
    expect(stand(token)[1]).toBe('Två gånger om dagen, nästa inom kort');
  });

  test('B7: without its text the file is asked for, and without a server of ours lists are read', () => {
    expect(stand(tokenWith({ at: at(6), okAt: at(6) }, false))[1]).toContain('Välj filen');
    expect(stand(tokenWith(undefined), { canAsk: false })).toEqual([
      'Synkas inte härifrån',
      appleSync.noEndpointWhy,
    ]);
  });

  test('B7: where Apple wants to be left alone for long, the day is shown', () => {
    const token = tokenWith({
      at: at(6),
      code: 'reply-down',
      mayPass: true,
      notBefore: now + 50 * 3_600_000,
    });
    expect(stand(token)[1]).toBe(
      'Två gånger om dagen, nästa 22 nov, när Volym är öppet och upplåst',
    );
  });
});
