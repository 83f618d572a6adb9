import { screen } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from '../show.ts';
import HeadingHarness from './HeadingHarness.svelte';

afterEach(() => (document.documentElement.style.fontSize = ''));

const lieOver = (one: Element, other: Element): boolean => {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  return (
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1
  );
};

test.each([
  ['100%', 820, 'VIP-kunder', 'Förlängningar 7'],
  ['200%', 820, 'VIP-kunder', 'Förlängningar 7'],
  ['100%', 820, 'VIP customers', 'Renewals 7'],
  ['200%', 820, 'VIP customers', 'Renewals 7'],
  ['100%', 1180, 'VIP-kunder', 'Förlängningar 7'],
])(
  'X14: at %s of the text size and %i px a heading leaves room for its buttons: %s',
  async (size, width, title, beside) => {
    await page.viewport(width, 1180);
    document.documentElement.style.fontSize = size;
    show(HeadingHarness, { title, beside });
    const buttons = ['One', 'Two', 'Three'].map((name) => screen.getByRole('link', { name }));
    for (const element of [screen.getByRole('heading'), screen.getByRole('link', { name: beside })])
      for (const button of buttons) expect(lieOver(element, button)).toBe(false);
    expect(buttons[0]?.getBoundingClientRect().width).toBeGreaterThanOrEqual(44);
  },
);

test('X9: a record that says no name has a heading all the same', () => {
  show(HeadingHarness, { title: '', beside: 'VIP' });
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('–');
});

test('X14: the ring of a heading is beside its letters and above the line below', async () => {
  await page.viewport(390, 844);
  show(HeadingHarness, { title: 'kredit.csv', beside: 'VIP', sub: 'I dag 17:53' });
  const heading = screen.getByRole('heading');
  const letters = document.createRange();
  letters.selectNodeContents(heading);
  await userEvent.keyboard('{Tab}');
  heading.focus();
  const { outlineWidth, outlineOffset } = getComputedStyle(heading);
  const beyond = parseFloat(outlineWidth) + parseFloat(outlineOffset);
  expect(parseFloat(outlineWidth)).toBe(2);
  const box = heading.getBoundingClientRect();
  const { top } = screen.getByText('I dag 17:53').getBoundingClientRect();
  expect(box.bottom + beyond).toBeLessThanOrEqual(top);
  expect(letters.getBoundingClientRect().left - box.left).toBeGreaterThanOrEqual(4);
});
