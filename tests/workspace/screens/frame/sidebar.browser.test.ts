import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { destinationsFor } from '#workspace/screens/frame/destinations.ts';
import Sidebar from '#workspace/screens/frame/Sidebar.svelte';
import TabBar from '#workspace/screens/frame/TabBar.svelte';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { show } from '#tests/ui/show.ts';
import { shellTexts } from '#tests/ui/texts.ts';

const { tabs, groups, foot } = destinationsFor(shellTexts().shell, ['apple-credit']);
const given = { pathname: '/deadlines', counts: { deadlines: '14' }, isLate: true };

test('X1: the number beside home says the same on the side bar as on the tab bar, and what it counts', async () => {
  await page.viewport(1180, 820);
  const { end } = show(Sidebar, { workspace: 'Nordby', groups, foot, ...given });
  const place = screen.getByRole('link', { name: 'Frister 14 att göra nu' });
  expect(place).toHaveAttribute('title', 'Frister: 14 att göra nu');
  end();
  await page.viewport(390, 844);
  show(TabBar, { places: tabs, ...given });
  expect(screen.getByRole('link', { name: 'Frister 14 att göra nu' })).toBeVisible();
});

test.each(['light', 'dark'] as const)('X1: it can be read on the side bar, %s', async (theme) => {
  inTheme(theme);
  await page.viewport(1180, 820);
  const { change } = show(Sidebar, { workspace: 'Nordby', groups, foot, ...given });
  const pale = async () => (await faults()).filter((fault) => fault.startsWith('color-contrast'));
  expect(await pale()).toEqual([]);
  await change({ workspace: 'Nordby', groups, foot, ...given, isLate: false });
  expect(await pale()).toEqual([]);
});
