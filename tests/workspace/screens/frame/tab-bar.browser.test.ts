import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { destinationsFor } from '#workspace/screens/frame/destinations.ts';
import TabBar from '#workspace/screens/frame/TabBar.svelte';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { show } from '#tests/ui/show.ts';
import { shellTexts } from '#tests/ui/texts.ts';

const colourOf = (token: string): string => {
  const element = document.body.appendChild(document.createElement('i'));
  element.style.color = `var(${token})`;
  const { color } = getComputedStyle(element);
  element.remove();
  return color;
};

/** Text that is too pale on its background. */
const pale = async (): Promise<string[]> =>
  (await faults()).filter((fault) => fault.startsWith('color-contrast'));

test.each(['light', 'dark'] as const)(
  'X1: the badge is red for what is late alone, amber otherwise, %s',
  async (theme) => {
    inTheme(theme);
    const places = destinationsFor(shellTexts().shell, ['apple-credit']).tabs;
    const given = { places, pathname: '/deadlines', counts: { deadlines: '2' } };
    const { change } = show(TabBar, { ...given, isLate: false });
    const badge = (): string => getComputedStyle(screen.getByText('2')).backgroundColor;
    expect(badge()).toBe(colourOf('--soon'));
    expect(await pale()).toEqual([]);
    await change({ ...given, isLate: true });
    expect(badge()).toBe(colourOf('--late'));
    expect(await pale()).toEqual([]);
  },
);
