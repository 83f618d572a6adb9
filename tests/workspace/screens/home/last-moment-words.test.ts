import { expect, test } from 'vitest';
import { homeRows } from '#workspace/rules/reminders/home.ts';
import { rowWords } from '#workspace/screens/home/row-words.ts';
import type { Language } from '#core/language/language.ts';
import type { RowWords } from '#workspace/screens/due/row-with-own-words.ts';
import { authorizationWith } from '#tests/factories/vip.ts';
import { timeIn } from '#tests/factories/local-time.ts';
import { shellTexts } from '#tests/ui/texts.ts';
import { tokenOf } from '#tests/programmes/apple-licences/screens/token/token-of.ts';

const rowText = (
  record: Parameters<typeof homeRows>[0][number],
  written: string,
  language: Language = 'sv',
) => {
  const time = timeIn('Europe/Stockholm', written);
  const [row] = homeRows([record], time);
  const { number, day } = rowWords(row!, shellTexts(language), time.today) as RowWords;
  return [number, day];
};

test('B2, X1: home tells the time at which a token ends, and on the same day that it has', () => {
  expect(rowText(tokenOf(), '2026-11-20T08:00:00Z')).toEqual(['24', 'senast mån 14 dec']);
  expect(rowText(tokenOf(), '2026-12-14T08:00:00Z')).toEqual(['I dag', 'senast mån 14 dec 10:26']);
  expect(rowText(tokenOf(), '2026-12-14T09:26:53Z')).toEqual(['I dag', 'utgick 14 dec 10:26']);
  expect(rowText(tokenOf(), '2026-12-16T09:26:53Z')).toEqual(['2', 'utgick 14 dec']);
});

test('C3, X1: home tells the last moment of the Marketplace in local time, as long as it is ahead', () => {
  const authorization = authorizationWith({ createdOn: '2026-12-20', days: 7 });
  expect(rowText(authorization, '2026-12-22T08:00:00Z')).toEqual(['6', 'senast mån 28 dec 08:59']);
  expect(rowText(authorization, '2026-12-28T07:30:00Z')).toEqual([
    'I dag',
    'senast mån 28 dec 08:59',
  ]);
});

test.each([
  ['sv', ['Utgången', 'sista dag 28 dec 08:59'], '1 dag sen'],
  ['en', ['Expired', 'last day 28 Dec 08:59'], '1 day late'],
] as const)(
  'C3, X1: once it has expired home says so for the rest of that day, as the list does (%s)',
  (language, today, next) => {
    const authorization = authorizationWith({ createdOn: '2026-12-20', days: 7 });
    expect(rowText(authorization, '2026-12-28T08:00:00Z', language)).toEqual(today);
    const time = timeIn('Europe/Stockholm', '2026-12-29T08:00:00Z');
    const { number, unit } = rowWords(
      homeRows([authorization], time)[0]!,
      shellTexts(language),
      time.today,
    );
    expect(`${number} ${unit}`).toBe(next);
    // In VIP the last day is the user's own and in time to its end.
    const vip = authorizationWith({ createdOn: '2026-11-28', days: 30 });
    expect(rowText(vip, '2026-12-28T08:00:00Z', language)[0]).toBe(
      language === 'sv' ? 'I dag' : 'Today',
    );
  },
);
