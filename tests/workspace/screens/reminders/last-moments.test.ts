import { expect, test } from 'vitest';
import { reminders } from '#workspace/words/sv/reminders.ts';
import { plannedItems } from '#workspace/screens/reminders/planned-items.ts';
import { authorizationWith } from '#tests/factories/vip.ts';
import { timeIn } from '#tests/factories/local-time.ts';
import { shellTexts } from '#tests/ui/texts.ts';
import { tokenOf } from '#tests/programmes/apple-licences/screens/token/token-of.ts';

const texts = { ...shellTexts('sv'), reminders };
const time = timeIn('Europe/Stockholm', '2026-11-13T12:00:00Z');

test('C3, X3: day 7 of the Marketplace is reminded of on Adobe’s day, with the moment at which it ends here', () => {
  const authorization = {
    ...authorizationWith({ createdOn: '2026-11-12', days: 7 }),
    updatedAt: time.now,
  };
  const [item] = plannedItems([authorization], [], time, texts);
  expect(item).toMatchObject({ on: '2026-11-20', until: Date.UTC(2026, 10, 20, 8) });
  expect(item?.reminders.map(({ day }) => day)).toEqual([
    '2026-11-19',
    '2026-11-26',
    '2026-12-07',
    '2026-12-12',
  ]);
  expect(item?.reminders[0]?.onItsDay.body).toContain('Sista dagen är 20 nov 08:59, 1 dag kvar.');
});

test('B2, X3: the last day of a token is reminded of with its time', () => {
  const token = { ...tokenOf(), updatedAt: time.now };
  const [item] = plannedItems([token], [], time, texts);
  const last = item?.reminders.at(-1);
  expect(item?.until).toBe(Date.UTC(2026, 11, 14, 9, 26, 53));
  expect([last?.day, last?.onItsDay.body]).toEqual([
    '2026-12-14',
    expect.stringContaining('14 dec 10:26'),
  ]);
});
