import { expect, test } from 'vitest';
import { adminBy } from '#server/accounts/admin.ts';
import { cheap } from './cheap.ts';

test.each([
  ['kept in mind for a minute', 60_000],
  ['forgotten at once', 0],
])(
  'X8: an admin whose password is %s is proved by name and password together, and by nothing else',
  async (_, knownForMs) => {
    const admin = adminBy('åsa', 'räksmörgås', { knownForMs });
    const all = [
      ['åsa', 'räksmörgås', true],
      ['åsa', 'räksmörgå', false],
      ['asa', 'räksmörgås', false],
      ['', '', false],
      ['åsa', '', false],
    ] as const;
    // Before it was ever proved, just after, and many at once.
    for (const round of [1, 2, 3]) {
      const asked = round === 3 ? [...all, ...all] : all;
      const answers = await Promise.all(
        asked.map(([name, password]) => admin.isProvedBy(name, password)),
      );
      expect(answers).toEqual(asked.map(([, , isRight]) => isRight));
    }
  },
);

test('X8: an admin does not queue behind those who try other names', async () => {
  const admin = adminBy('åsa', 'räksmörgås', cheap);
  let answered = 0;
  const others = Array.from({ length: 20 }, async (_, at) => {
    await admin.isProvedBy(`name-${at}`, 'wrong');
    answered += 1;
  });
  expect(await admin.isProvedBy('åsa', 'räksmörgås')).toBe(true);
  expect(answered).toBeLessThan(others.length);
  await Promise.all(others);
});

test('X8: an admin who was right before does not queue behind those who guess with the same name', async () => {
  const admin = adminBy('åsa', 'räksmörgås', { ...cheap, knownForMs: 0 });
  let answered = 0;
  const guesses = Array.from({ length: 300 }, async (_, at) => {
    const isProved = await admin.isProvedBy('åsa', `wrong-${at}`);
    if (isProved !== 'too-many') answered += 1;
    return isProved;
  });
  expect(await admin.isProvedBy('åsa', 'räksmörgås', true)).toBe(true);
  expect(answered).toBeLessThan(5);
  // The others are refused at once, instead of waiting for minutes.
  expect(
    (await Promise.all(guesses)).filter((proof) => proof === 'too-many').length,
  ).toBeGreaterThanOrEqual(99);
});
