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

/** The card of a token on a device that is in step with its server. */
const showCard = async (state: AppleSyncState) => {
  const { app } = await openApp();
  vi.spyOn(app, 'syncStatus', 'get').mockReturnValue({
    ...app.syncStatus,
    state: 'in-step',
  } as never);
  const state$ = new BehaviorSubject(state);
  askApple(app, { state$, stop: async () => undefined } as unknown as AppleSync);
  showTokens(app, SyncCard, { token: tokenOf(), words, onrenew: () => undefined });
  return { app, state$ };
};

test('B7: a sync that began keeps its button in place, busy, and Cancel is in another place', async () => {
  const { app, state$ } = await showCard({ canAsk: true, waiting: ['token-1'] });
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

test('B7: a server that asks nobody leads to the lists, and a wrong clock is reported', async () => {
  const { state$ } = await showCard({ canAsk: false, waiting: [] });
  expect(await screen.findByText(words.noEndpointWhy)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Till Import' })).toHaveAttribute('href', '/import');
  expect(screen.queryByText(/^Enhetens klocka/)).toBeNull();
  state$.next({ canAsk: true, waiting: [], clockAhead: -3 * 3_600_000 });
  expect(await screen.findByText(/^Enhetens klocka går 3 timmar efter serverns/)).toBeVisible();
});
