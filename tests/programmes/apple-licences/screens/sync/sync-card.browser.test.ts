import { screen, waitFor } from '@testing-library/svelte';
import { BehaviorSubject } from 'rxjs';
import { expect, test, vi } from 'vitest';
import type { AppleSync, AppleSyncState } from '#programmes/apple-licences/work/sync/apple-sync.ts';
import { appleSync as words } from '#programmes/apple-licences/words/sv/apple-sync.ts';
import SyncCard from '#programmes/apple-licences/screens/sync/SyncCard.svelte';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { tokenOf } from '#tests/programmes/apple-licences/screens/token/token-of.ts';
import { showTokens } from '#tests/programmes/apple-licences/screens/token/tokens-app.ts';
import { askApple } from '#programmes/apple-licences/screens/sync/apple-in-use.svelte.ts';

test('B7: a sync that began keeps its button where it was, busy, and Cancel stands in another place', async () => {
  const { app } = await openApp();
  vi.spyOn(app, 'syncStatus', 'get').mockReturnValue({
    ...app.syncStatus,
    state: 'in-step',
  } as never);
  const state$ = new BehaviorSubject<AppleSyncState>({ canAsk: true, waiting: ['token-1'] });
  askApple(app, { state$, stop: async () => undefined } as unknown as AppleSync);
  showTokens(app, SyncCard, { token: tokenOf(), words, onrenew: () => undefined });
  const name = app.vaultIsOpen ? 'Synka nu' : 'Lås upp';
  const place = (await screen.findByRole('button', { name })).getBoundingClientRect();

  state$.next({
    canAsk: true,
    waiting: ['token-1'],
    running: { token: 'token-1', progress: undefined },
  });
  const cancel = (await screen.findByRole('button', { name: 'Avbryt' })).getBoundingClientRect();
  expect(cancel.top).toBeGreaterThanOrEqual(place.bottom);
  const under = document.elementFromPoint(place.x + place.width / 2, place.y + place.height / 2);
  const begun = screen.getByRole('button', { name: 'Synka nu' });
  expect(begun.contains(under)).toBe(true);
  expect(begun).toBeDisabled();
  expect(screen.queryByText(words.waitsWhy)).toBeNull();

  state$.next({ canAsk: true, waiting: [] });
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Avbryt' })).toBeNull());
});
