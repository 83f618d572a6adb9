import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import Section from '#ui/controls/Section.svelte';
import Segmented from '#ui/controls/Segmented.svelte';
import { show } from './show.ts';

const children = createRawSnippet(() => ({ render: () => '<div class="row">A row that lies under it</div>' }));

/** So far around its middle does a finger hit it, in px. */
const reach = (one: Element): { readonly above: number; readonly below: number } => {
  const { x, y, width, height } = one.getBoundingClientRect();
  const [middle, centre] = [x + width / 2, y + height / 2];
  const far = (way: number): number => {
    let steps = 0;
    while (steps < 40 && document.elementFromPoint(middle, centre + way * (steps + 1)) === one) steps += 1;
    return steps;
  };
  return { above: far(-1), below: far(1) };
};

for (const link of [
  { label: 'All', onpress: () => undefined },
  { label: 'All', href: '/all' },
])
  test(`X14: what stands at the right of a section’s label is as large as a finger (${Object.keys(link).join(', ')})`, async () => {
    await page.viewport(390, 844);
    show(Section, { label: 'Distribution', link, children });
    const one = page.getByText('All', { exact: true }).element();
    const { width } = one.getBoundingClientRect();
    const { above, below } = reach(one);
    expect(width).toBeGreaterThanOrEqual(44);
    expect(above + below + 1).toBeGreaterThanOrEqual(43);
  });

test('X14: a choice of a few is as high as a finger, up to the edges of its frame', async () => {
  await page.viewport(390, 844);
  const options = ['Apple', 'Store'].map((label) => ({ value: label, label }));
  show(Segmented, { label: 'Channel', options, value: 'Apple' });
  const { above, below } = reach(page.getByRole('radio', { name: 'Store' }).element());
  expect(above + below + 1).toBeGreaterThanOrEqual(43);
});
