import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import Facts from '#ui/controls/Facts.svelte';
import { show } from './show.ts';

test('X9: two of one name are shown beside each other, as two kits are until the older one is taken away', async () => {
  const fact = { label: 'Återställningskit', value: 'Kit 1' };
  const other = { label: 'Återställningskit', value: 'Kit 2' };
  const { change } = show(Facts, { items: [fact] });
  for (const items of [[fact, other], [other]]) {
    await change({ items });
    for (const { value } of items) await expect.element(page.getByText(value)).toBeVisible();
  }
  await expect.element(page.getByText('Kit 1')).not.toBeInTheDocument();
});
