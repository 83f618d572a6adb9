import { userEvent } from '@testing-library/user-event';
import { screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { install as english } from '#ui/words/en/install.ts';
import { install as swedish } from '#ui/words/sv/install.ts';
import OverHome from './OverHome.svelte';
import { faults, inTheme } from '../axe.ts';
import { show } from '../show.ts';

const hint = (way: 'safari' | 'browser', language: 'sv' | 'en' = 'sv') => {
  const heard: string[] = [];
  const words = language === 'sv' ? swedish : english;
  show(
    OverHome,
    { words, way, onInstall: () => heard.push('install'), onClose: () => heard.push('close') },
    language,
  );
  return heard;
};

describe('X7: the hint to install', () => {
  test('X7: in Safari it shows the three steps and says that the installed app has its own store', async () => {
    const heard = hint('safari');
    const steps = screen
      .getAllByRole('listitem')
      .map((step) => step.textContent?.replace(/^\s*\d\s*/, '').trim());
    expect(steps).toEqual([
      'Tryck på Dela i Safari',
      'Välj Lägg till på hemskärmen',
      'Öppna Volym därifrån',
    ]);
    expect(screen.getByText(/egen lagring/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Stäng' }));
    expect(heard).toEqual(['close']);
  });

  test('X7: elsewhere it has one button', async () => {
    const heard = hint('browser', 'en');
    expect(screen.queryByRole('list')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Install Volym' }));
    expect(heard).toEqual(['install']);
  });

  test.each([
    ['safari', 'light'],
    ['safari', 'dark'],
    ['browser', 'light'],
    ['browser', 'dark'],
  ] as const)('X14: axe finds nothing in it: %s, %s', async (way, theme) => {
    inTheme(theme);
    await page.viewport(390, 844);
    hint(way);
    await document.fonts.ready;
    if (import.meta.env.VITE_PICTURES)
      await page.screenshot({ path: `../../output/install-${way}-${theme}.png` });
    expect(await faults()).toEqual([]);
    expect(screen.getByRole('complementary').getBoundingClientRect().bottom).toBeLessThan(844 - 49);
  });
});
