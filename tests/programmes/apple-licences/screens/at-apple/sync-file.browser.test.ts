import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { BehaviorSubject } from 'rxjs';
import type { AppleSync, AppleSyncState } from '#programmes/apple-licences/work/sync/apple-sync.ts';
import { readToken } from '#programmes/apple-licences/work/token/read-token.ts';
import { appleSync as words } from '#programmes/apple-licences/words/sv/apple-sync.ts';
import SyncFileSheet from '#programmes/apple-licences/screens/sync/SyncFileSheet.svelte';
import { valueOf } from '#tests/factories/credit.ts';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { tokenOf } from '#tests/programmes/apple-licences/screens/token/token-of.ts';
import {
  showTokens,
  tokenText,
} from '#tests/programmes/apple-licences/screens/token/tokens-app.ts';
import { askApple } from '#programmes/apple-licences/screens/sync/apple-in-use.svelte.ts';

const patient = { timeout: 60_000 };
const press = (name: string) =>
  screen.findByRole('button', { name }, patient).then(userEvent.click);
const paste = async (text: string): Promise<void> => {
  await press('Klistra in texten');
  await userEvent.click(await screen.findByLabelText('Token som text'));
  await userEvent.paste(text);
  await press('Läs texten');
};

test('B2: a token whose text is not kept is synced with its file in any dress, and not with another token’s', async () => {
  const { app } = await openApp();
  const read = valueOf(await readToken(new File([tokenText()], 'token.vpptoken')));
  const token = tokenOf({}, 'BBBB', read.fingerprint, read.innerFingerprint);
  const syncNow = vi.fn(async () => ({ ok: false, code: 'stopped', params: {} }));
  const state$ = new BehaviorSubject<AppleSyncState>({ canAsk: undefined, waiting: [] });
  askApple(app, { state$, syncNow, stop: async () => undefined } as unknown as AppleSync);
  let closed = 0;
  const given = { token, words, onrenew: () => undefined, onclose: () => void (closed += 1) };
  showTokens(app, SyncFileSheet, given);
  await paste(tokenText({ token: 'FAKE-OTHER' }));
  await screen.findByRole('alert', undefined, patient);
  expect([closed, syncNow.mock.calls.length]).toEqual([0, 0]);
  const dressed = tokenText({ expDate: '2027-06-09T09:26:53+0000' });
  await userEvent.clear(await screen.findByLabelText('Token som text'));
  await userEvent.click(await screen.findByLabelText('Token som text'));
  await userEvent.paste(dressed);
  await press('Läs texten');
  await waitFor(() => expect(closed).toBe(1), patient);
  await waitFor(() => expect(syncNow).toHaveBeenCalledWith('token-1', dressed), patient);
});
