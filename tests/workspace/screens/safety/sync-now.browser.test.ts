import { screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { sync as swedish } from '#workspace/words/sv/sync.ts';
import { ALONE, type TabStatus } from '#data/sync/tabs/tab-status.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { openApp, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import SyncNow from '#workspace/screens/safety/SyncNow.svelte';

const { syncNow, trying, allSynced } = swedish.safety;

test('X9: all is shown as synced once nothing that the server refused is left here, and not before', async () => {
  const { app, clock } = await openApp();
  const counted = (aside: number): TabStatus => ({
    ...ALONE,
    state: 'in-step',
    inStepAt: clock.time,
    aside,
    countedAt: clock.time,
    isCounted: true,
  });
  const { rerender } = showWith(app, SyncNow, { status: { ...counted(2), countedAt: 1 } }, 'sv', {
    sync: swedish,
  });
  const tell = (status: TabStatus) => rerender({ given: { status } });
  await userEvent.click(screen.getByRole('button', { name: syncNow }));
  expect(toasts.current?.text).toBe(trying);
  clock.time += 1_000;
  await tell(counted(2));
  expect(toasts.current?.text).toBe(trying);
  await tell(counted(0));
  expect(toasts.current?.text).toBe(allSynced);
});
