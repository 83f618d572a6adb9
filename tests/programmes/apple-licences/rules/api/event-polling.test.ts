import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FIRST_LOOK,
  MOST_SENDINGS,
  nextLook,
  POLL_EVERY,
  SEND_AGAIN_AFTER,
} from '#programmes/apple-licences/rules/api/event-polling.ts';
import { NOW } from './fixtures.ts';

const S = 1_000;
const at = (polledAt: number | undefined, sendings = 1) => ({
  sentAt: NOW,
  polledAt: polledAt === undefined ? undefined : NOW + polledAt * S,
  sendings,
});

describe('when an event is looked at', () => {
  test.each([
    ['just sent', at(undefined), 0, { next: 'wait', ms: 4 * S }],
    ['a moment before', at(undefined), 3.999, { next: 'wait', ms: 1 }],
    ['four seconds', at(undefined), 4, { next: 'poll' }],
    ['looked soon, and not again so soon', at(4), 8, { next: 'wait', ms: 26 * S }],
    ['just looked', at(30), 30, { next: 'wait', ms: 30 * S }],
    ['looked half a minute ago', at(30), 60, { next: 'poll' }],
    ['the device slept for two hours', at(30), 7_200, { next: 'poll' }],
    ['pending just before ten minutes', at(599), 600, { next: 'wait', ms: 29 * S }],
    ['pending after ten minutes', at(600), 600, { next: 'send-again' }],
    ['the second time', at(600, 2), 600, { next: 'send-again' }],
    ['the third time', at(600, 3), 600, { next: 'give-up' }],
    ['the clock was set back', at(undefined), -86_400, { next: 'wait', ms: 4 * S }],
    ['the clock was set back after a look', at(30), -86_400, { next: 'wait', ms: 30 * S }],
  ])('B10: %s', (_, event, now, look) => {
    expect(nextLook(event, NOW + now * S)).toEqual(look);
  });

  test('B10: two looks are never nearer than thirty seconds, the first comes soon, and an event that stays pending comes to an end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 20 }),
        (lates) => {
          let now = 0;
          let event: Parameters<typeof nextLook>[0] = {
            sentAt: 0,
            polledAt: undefined,
            sendings: 1,
          };
          for (let turn = 0; turn < 400; turn += 1) {
            const look = nextLook(event, now);
            if (look.next === 'give-up') {
              expect(event.sendings).toBe(MOST_SENDINGS);
              expect(now).toBeGreaterThanOrEqual(MOST_SENDINGS * SEND_AGAIN_AFTER);
              return;
            }
            if (look.next === 'wait') now += look.ms;
            if (look.next === 'poll') {
              const since = now - (event.polledAt ?? event.sentAt);
              expect(since).toBeGreaterThanOrEqual(
                event.polledAt === undefined ? FIRST_LOOK : POLL_EVERY,
              );
              event = { ...event, polledAt: now };
            }
            if (look.next === 'send-again')
              event = { sentAt: now, polledAt: undefined, sendings: event.sendings + 1 };
            now += lates[turn % lates.length] ?? 0;
          }
          throw new Error('It never ends');
        },
      ),
    );
  });
});
