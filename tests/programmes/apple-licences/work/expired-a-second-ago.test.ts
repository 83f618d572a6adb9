import { BehaviorSubject } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { askApple } from '#programmes/apple-licences/screens/sync/apple-in-use.svelte.ts';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { BLANK_TOKEN, takeToken } from '#programmes/apple-licences/rules/token/token-commands.ts';
import {
  goOnWith,
  type AppleParts,
} from '#programmes/apple-licences/work/through-apple/ask-apple.ts';
import type { AppleSync } from '#programmes/apple-licences/work/sync/apple-sync.ts';
import { Tries } from '#programmes/apple-licences/work/sync/tries.ts';
import { canAskFor, tokenToAsk } from '#programmes/apple-licences/screens/sync/token-to-ask.ts';
import type { App } from '#ui/app.svelte.ts';
import { dayOfMoment, localTime, type Clock } from '#platform/clock.ts';
import { recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';

const END = Date.parse('2026-12-14T09:26:53Z');
const [BEFORE, AFTER] = [END - 1_000, END + 1_000];
const PLACE = { location: 'Nordby', locationId: 'uid' };

const tokenWith = (id: string, lastDay: string): ContentToken => {
  const file = { organization: 'Nordby kommun', expiresAt: `${lastDay}T09:26:53Z`, lastDay };
  const sealed = { key: 'v1', iv: 'AAAA', text: 'BBBB' };
  const input = { ...BLANK_TOKEN, name: id, appleId: 'vpp@nordby.example', location: 'Nordby' };
  const given = { edition: 'apple-licences.accounts-2025', knowsForGood: true, others: [] };
  const token = recordOf(
    valueOf(takeToken(id, input, { file, fingerprint: id, sealed }, given, doingOn())),
  );
  return { ...token, data: { ...token.data, locationId: 'uid' } } as ContentToken;
};
const ENDED = tokenWith('ended', '2026-12-14');
const NEXT = tokenWith('next', '2027-12-14');
const clockAt = (now: number): Clock => ({ now: () => now, today: () => dayOfMoment(now) });

describe('B2: a token that expired a second ago is not asked with', () => {
  test('B2: it is not synced by itself any more, as it was two seconds before', () => {
    const isDue = (now: number): boolean => new Tries(clockAt(now)).isDue(ENDED);
    expect([isDue(BEFORE), isDue(AFTER)]).toEqual([true, false]);
  });

  test('B2: nor does a screen offer to ask with it', async () => {
    const appAt = (now: number) => {
      const app = {
        endWhenLeft: () => undefined,
        mayChange: true,
        time: localTime(clockAt(now)),
        today: dayOfMoment(now),
        records: { find: () => Promise.resolve([ENDED]) },
      } as unknown as App;
      askApple(app, {
        state$: new BehaviorSubject({ canAsk: true, waiting: [] }),
      } as unknown as AppleSync);
      return app;
    };
    expect(tokenToAsk(appAt(BEFORE), [ENDED], PLACE)?.id).toBe('ended');
    expect(tokenToAsk(appAt(AFTER), [ENDED], PLACE)).toBeUndefined();
    expect([
      await canAskFor(appAt(BEFORE), [PLACE]),
      await canAskFor(appAt(AFTER), [PLACE]),
    ]).toEqual([true, false]);
  });

  test('B2: what one began is continued by the other token of its location', async () => {
    const askedWith = async (now: number): Promise<string[]> => {
      const asked: string[] = [];
      const parts = {
        workspaceId: 'w',
        records: {
          get: () => Promise.resolve(ENDED),
          find: () => Promise.resolve([ENDED, NEXT]),
          doing: () => ({ ...doingOn('2026-12-14'), now }),
        },
        apple: {
          whileHere: (work: () => Promise<unknown>) => work(),
          asking: (id: string) => Promise.resolve({ code: `asked with ${asked.push(id)}` }),
        },
      } as unknown as AppleParts;
      await goOnWith(parts, { token: 'ended' } as never, {} as never);
      return asked;
    };
    expect([await askedWith(BEFORE), await askedWith(AFTER)]).toEqual([['ended'], ['next']]);
  });
});
