import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import Section from '#ui/controls/Section.svelte';
import Field from '#ui/fields/Field.svelte';
import SelectField from '#ui/fields/SelectField.svelte';
import Segmented from '#ui/fields/Segmented.svelte';
import { show } from './show.ts';

const children = createRawSnippet(() => ({
  render: () => '<div class="row">A row that lies under it</div>',
}));

/** So far around its middle does a finger hit it, in px. */
const reach = (element: Element): { readonly above: number; readonly below: number } => {
  const { x, y, width, height } = element.getBoundingClientRect();
  const [middle, centre] = [x + width / 2, y + height / 2];
  const far = (way: number): number => {
    let steps = 0;
    while (steps < 40 && document.elementFromPoint(middle, centre + way * (steps + 1)) === element)
      steps += 1;
    return steps;
  };
  return { above: far(-1), below: far(1) };
};

for (const link of [
  { label: 'All', onpress: () => undefined },
  { label: 'All', href: '/all' },
])
  test(`X14: the link at the right of a section’s label is as large as a finger (${Object.keys(link).join(', ')})`, async () => {
    await page.viewport(390, 844);
    show(Section, { label: 'Distribution', link, children });
    const element = page.getByText('All', { exact: true }).element();
    const { width } = element.getBoundingClientRect();
    const { above, below } = reach(element);
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

for (const frame of ['row', 'box'] as const) {
  test(`X14: a field is hit from edge to edge of its frame (${frame})`, async () => {
    await page.viewport(390, 844);
    show(Field, { caption: 'Server', value: 'volym.example', frame });
    const input = page.getByRole('textbox', { name: 'Server' }).element();
    const { x, y, right, bottom } =
      input.closest('.line')?.getBoundingClientRect() ?? new DOMRect();
    const edges = [
      [x + 2, (y + bottom) / 2],
      [right - 2, (y + bottom) / 2],
      [(x + right) / 2, y + 2],
      [(x + right) / 2, bottom - 2],
    ] as const;
    for (const [left, top] of edges)
      expect(document.elementFromPoint(left, top)?.closest('label')?.control).toBe(input);
    expect(bottom - y).toBeGreaterThanOrEqual(44);
  });

  test(`X14: a list opens from edge to edge of its frame, its caption and its mark included (${frame})`, async () => {
    await page.viewport(390, 844);
    const options = ['Sweden', 'Norway'].map((label) => ({ value: label, label }));
    show(SelectField, { caption: 'Country', options, value: 'Norway', frame });
    const select = page.getByRole('combobox', { name: 'Country' }).element();
    const { x, y, right, bottom } =
      select.closest('.line')?.getBoundingClientRect() ?? new DOMRect();
    // What a caption passes on gives a list the focus, but does not open it.
    for (const [left, top] of [
      [x + 2, y + 2],
      [right - 2, y + 2],
      [x + 2, bottom - 2],
      [right - 2, bottom - 2],
    ] as const)
      expect(document.elementFromPoint(left, top)).toBe(select);
  });
}
