import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { Abilities } from '#platform/abilities.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { openApp, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import Lacks from '#workspace/screens/safety/Lacks.svelte';
import { loadWorkspaceWords } from '#workspace/words/load.ts';

const CHROMIUM: Abilities = {
  isInstalled: true,
  clearsUnused: false,
  promises: true,
  asksWhereToSave: true,
  notifies: true,
  wakes: true,
  shares: true,
  badges: true,
};
/** Safari on a phone, in a tab. */
const SAFARI: Abilities = {
  isInstalled: false,
  clearsUnused: true,
  promises: true,
  asksWhereToSave: false,
  notifies: false,
  wakes: false,
  shares: true,
  badges: false,
};
const PHONE = {
  userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X)',
  touchPoints: 5,
};
const MAC = { userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', touchPoints: 0 };

const show = async (abilities: Abilities, signs = PHONE, language: 'sv' | 'en' = 'sv') => {
  inTheme('light');
  const { app } = await openApp();
  const words = await loadWorkspaceWords(language, 'lacks');
  showWith(app, Lacks, { words, abilities, signs }, language, {});
  return words;
};
const text = (sentence: string) => screen.queryByText(sentence);

test('X7: in a tab of Safari on a phone the seven days come first, with how to put Volym on the Home Screen', async () => {
  const words = await show(SAFARI);
  expect(text(words.sevenDays.title)).toBeTruthy();
  const steps = screen.getAllByRole('listitem').map((item) => item.textContent?.trim());
  expect(steps.slice(0, 3)).toEqual(words.sevenDays.onPhone);
  // What is here does not come along: a backup is one press away.
  expect(
    screen
      .getByRole('link', { name: new RegExp(words.sevenDays.backUpFirst) })
      .getAttribute('href'),
  ).toMatch(/safety\/backup$/);
  for (const lack of ['asksWhereToSave', 'notifies', 'badges'] as const) {
    expect(text(words[lack].what)).toBeTruthy();
    expect(text(words[lack].instead)).toBeTruthy();
  }
  for (const ability of ['promises', 'wakes', 'shares'] as const)
    expect(text(words[ability].what)).toBeNull();
  // The heading of the screen is the screen's.
  expect((await faults()).filter((fault) => !fault.startsWith('page-has-heading-one'))).toEqual([]);
});

test('X7: on a Mac it is the Dock, in English too', async () => {
  const words = await show(SAFARI, MAC, 'en');
  expect(screen.getAllByRole('listitem').map((item) => item.textContent?.trim())).toEqual(
    expect.arrayContaining([...words.sevenDays.onMac]),
  );
  expect(text('Choose Add to Dock.')).toBeTruthy();
});

test('X7: installed, or in another engine, nobody is told of seven days; X11: nothing missing, nothing said', async () => {
  const words = await show({ ...SAFARI, isInstalled: true, clearsUnused: false });
  expect(text(words.sevenDays.title)).toBeNull();
  expect(text(words.badges.what)).toBeTruthy();
});

test('X11: a browser that lacks nothing gets no section', async () => {
  const words = await show(CHROMIUM);
  expect(text(words.label)).toBeNull();
  expect(screen.queryAllByRole('listitem')).toEqual([]);
});
