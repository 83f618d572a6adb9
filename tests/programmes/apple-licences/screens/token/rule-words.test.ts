import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#core/day/day.ts';
import { noteFinding } from '#programmes/apple-licences/rules/token/token-findings.ts';
import {
  reckoning,
  reminderTape,
  ruleFacts,
} from '#programmes/apple-licences/screens/token/rule-words.ts';
import { fileRows } from '#programmes/apple-licences/screens/token/token-words.ts';
import { recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { EN, SV, tokenOf } from './token-of.ts';

const TODAY = '2026-11-20';
const asked = (text = SV, given = {}) => reckoning(tokenOf(given), TODAY, text);

describe('B2: the rule behind a token’s last day', () => {
  test('B2: the day of the download explains what the file says, where it does', () => {
    expect(asked()).toEqual({
      title: 'Förnya senast mån 14 dec',
      isOver: false,
      sentence:
        'Hämtad *14 dec 2025*, plus *ett år*. Filen säger samma dag, och den sista dagen räknas. Från 15 dec kan inga licenser delas ut med den.',
      found: '',
    });
    expect(asked(EN).sentence).toBe(
      'Downloaded *14 Dec 2025*, plus *a year*. The file says the same day, and the last day counts. From 15 Dec no licences can be assigned with it.',
    );
  });

  test.each(['', '2025-12-13', '2026-01-02'])(
    'B2: else the file’s own day counts (downloaded "%s")',
    (downloadedOn) => {
      expect(asked(SV, { downloadedOn }).sentence).toMatch(
        /^Filen säger \*mån 14 dec\*: den sista dagen av \*ett år\*/,
      );
    },
  );

  test.each([
    ['2024-02-29', '2025-02-28'],
    ['2023-09-04', '2024-09-04'],
  ])('B2: downloaded %s, a year of the calendar ends %s', (downloadedOn, lastDay) => {
    const token = { ...tokenOf({ downloadedOn }), steps: [] };
    expect(reckoning({ ...token, data: { ...token.data, lastDay } }, TODAY, SV).sentence).toMatch(
      /^Hämtad /,
    );
  });

  test('B2: one that was found to no longer count says that the day does not apply', () => {
    const revoked = valueOf(
      noteFinding(tokenOf(), { kind: 'revoked', on: '2026-11-19' }, doingOn()),
    );
    expect(reckoning(recordOf(revoked), TODAY, SV)).toEqual({
      title: 'En token gäller ett år',
      isOver: true,
      sentence:
        'Hämtad *14 dec 2025*, plus *ett år*. Filen säger samma dag, och den sista dagen räknas.',
      found: 'Här är den antecknad som återkallad, så dagen gäller inte.',
    });
  });

  test('B2: it names edition, source, since when, the warning and the reminders', () => {
    expect(ruleFacts(TODAY, SV).map(({ value }) => value)).toEqual([
      'Token för appar från Apple',
      'ett år',
      'Microsoft, Appar från volyminköp; Apple, Innehållstoken',
      'Ett kalenderår, enligt källan',
      'så länge källan har funnits',
      '30 dagar före',
      '60, 30, 14, 7 och 0',
    ]);
  });

  test('B2: every reminder is on the tape, and the counted days are on it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (away) => {
        const tape = reminderTape('2026-12-14', addDays('2026-12-14', -away));
        expect(tape.marks.map((on) => on >= tape.from && on <= tape.to)).toEqual([
          true,
          true,
          true,
          true,
          true,
        ]);
        expect([tape.left, tape.countFrom >= tape.from]).toEqual([away, true]);
      }),
    );
    expect(reminderTape('2026-12-14', TODAY)).toMatchObject({
      from: '2026-10-10',
      to: '2026-12-14',
      left: 24,
    });
    expect(reminderTape('2026-12-14', '2026-12-20')).toMatchObject({
      to: '2026-12-20',
      countTo: '2026-12-20',
    });
  });
});

test('B6: the files that a token had, the newest first, with when each came and until when it counted', () => {
  const files = [
    { on: '2026-11-20', until: '2027-12-09' },
    { on: '2025-12-12', until: '2026-12-10' },
  ];
  expect(fileRows(files, TODAY, SV)).toEqual([
    { label: 'Läst in 20 nov', value: 'nu, till 9 dec 2027' },
    { label: 'Läst in 12 dec 2025', value: 'till 10 dec' },
  ]);
  expect(fileRows([], TODAY, EN)).toEqual([]);
});
