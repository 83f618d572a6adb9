import { expect, test } from 'vitest';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { renewToken } from '#programmes/apple-licences/rules/token/token-commands.ts';
import { noteFinding } from '#programmes/apple-licences/rules/token/token-findings.ts';
import type { LocalTime } from '#core/day/local-time.ts';
import { history as english } from '#workspace/words/en/history.ts';
import { history as swedish } from '#workspace/words/sv/history.ts';
import { pastLines } from '#workspace/screens/history/past-lines.ts';
import type { Texts } from '#ui/text.ts';
import { recordOf, valueOf } from '#tests/factories/credit.ts';
import { timeIn } from '#tests/factories/local-time.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { EN, SV, tokenOf } from '#tests/programmes/apple-licences/screens/token/token-of.ts';
import { shellTexts } from '#tests/ui/texts.ts';
import { loadHistoryText } from '#workspace/screens/history/load-history-text.ts';

const TOLD = {
  sv: (await loadHistoryText('sv')).recordWords,
  en: (await loadHistoryText('en')).recordWords,
};

const TODAY = '2026-11-20';
const NEXT = {
  file: { organization: 'Nordby kommun', expiresAt: '2027-12-13T09:26:53Z', lastDay: '2027-12-13' },
  fingerprint: 'bb',
};
const textOf = (language: 'sv' | 'en'): Texts => ({
  ...shellTexts(language),
  ...(language === 'sv' ? SV : EN),
  history: language === 'sv' ? swedish : english,
  recordWords: TOLD[language],
});
const told = (token: ContentToken, language: 'sv' | 'en', time?: LocalTime): readonly string[] =>
  pastLines(token, { text: textOf(language), today: TODAY, time, people: [] })
    .filter(({ of }) => of === 'step')
    .map(({ title, notes }) => [title, ...notes].join(', '));

test('B2, X12: the history tells of a finding of an earlier file which one that was', () => {
  const doing = doingOn();
  const revoked = recordOf(
    valueOf(noteFinding(tokenOf(), { kind: 'revoked', on: TODAY }, doing)),
  ) as ContentToken;
  expect(told(revoked, 'sv')[0]).toBe('Återkallad, fre 20 nov');
  const renewed = recordOf(valueOf(renewToken(revoked, NEXT, [], doing))) as ContentToken;
  expect(told(renewed, 'sv')[1]).toBe('Återkallad, fre 20 nov, filen till mån 14 dec');
  expect(told(renewed, 'en')[1]).toBe('Revoked, Fri 20 Nov, the file until Mon 14 Dec');
});

test.each([
  ['America/Los_Angeles', '31 dec 2027', 'sön 13 dec'],
  ['Asia/Tokyo', '1 jan 2028', 'mån 14 dec'],
])(
  'B2, X12: in %s the history tells files by the days of the user’s own calendar',
  (zone, next, before) => {
    const doing = doingOn();
    const late = {
      ...NEXT,
      file: { ...NEXT.file, expiresAt: '2028-01-01T02:00:00Z', lastDay: '2028-01-01' },
    };
    const first = tokenOf();
    const ends = (step: (typeof first.steps)[number]) => ({
      ...step,
      data: { ...step.data, expiresAt: '2026-12-14T02:00:00Z' },
    });
    const token = { ...first, steps: first.steps.map(ends) };
    const revoked = recordOf(
      valueOf(noteFinding(token, { kind: 'revoked', on: TODAY }, doing)),
    ) as ContentToken;
    const renewed = recordOf(valueOf(renewToken(revoked, late, [], doing))) as ContentToken;
    const lines = told(renewed, 'sv', timeIn(zone, `${TODAY}T12:00:00Z`));
    expect(lines[0]).toContain(next);
    expect(lines[1]).toContain(`filen till ${before}`);
  },
);
