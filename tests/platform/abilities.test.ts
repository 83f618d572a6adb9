import { expect, test } from 'vitest';
import { isWebKitOfApple, lacksOf, type Abilities } from '#platform/abilities.ts';

const ALL: Abilities = {
  isInstalled: true,
  clearsUnused: false,
  promises: true,
  asksWhereToSave: true,
  notifies: true,
  wakes: true,
  shares: true,
  badges: true,
};
const agent = (rest: string): { readonly userAgent: string } => ({
  userAgent: `Mozilla/5.0 ${rest}`,
});

test('X7: the seven days are mentioned where Apple’s WebKit is, whatever the browser is called, and nowhere else', () => {
  const phone =
    '(iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
  const mac = '(Macintosh; Intel Mac OS X 10_15_7) AppleWebKit';
  for (const it of [
    `${phone} Version/26.1 Mobile/15E148 Safari/604.1`,
    `${phone} CriOS/141.0 Mobile/15E148 Safari/604.1`,
  ])
    expect(isWebKitOfApple(agent(it))).toBe(true);
  expect(
    isWebKitOfApple(agent(`${mac}/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15`)),
  ).toBe(true);
  expect(
    isWebKitOfApple(agent(`${mac}/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36`)),
  ).toBe(false);
  expect(
    isWebKitOfApple(
      agent('(Macintosh; Intel Mac OS X 10.15; rv:153.0) Gecko/20100101 Firefox/153.0'),
    ),
  ).toBe(false);
  // WebKit on Linux deletes nothing.
  expect(
    isWebKitOfApple(
      agent('(X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Safari/605.1.15'),
    ),
  ).toBe(false);
});

test('X11: what is missing is named once each, the heaviest first, and nothing where nothing is', () => {
  expect(lacksOf(ALL)).toEqual([]);
  expect(lacksOf({ ...ALL, badges: false, shares: false, promises: false })).toEqual([
    'promises',
    'shares',
    'badges',
  ]);
  // Where nothing can be shown, nothing needs to wake up for it.
  expect(lacksOf({ ...ALL, wakes: false })).toEqual(['wakes']);
  expect(lacksOf({ ...ALL, wakes: false, notifies: false })).toEqual(['notifies']);
});
