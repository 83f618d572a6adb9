import { screen } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { people } from '#workspace/words/sv/sync-people.ts';
import { sync } from '#workspace/words/sv/sync.ts';
import { openApp, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import PasteStep from '#workspace/screens/join/PasteStep.svelte';

afterEach(() => vi.unstubAllGlobals());

/**
 * Shows the step where the server that the app came from keeps that in step; answers the links that
 * were followed.
 */
const show = async (keeps: 'set-up' | 'members' | undefined) => {
  const headers: HeadersInit = keeps === undefined ? {} : { 'volym-endpoint': keeps };
  vi.stubGlobal('fetch', async () => new Response('', { headers }));
  const followed: unknown[] = [];
  const { app } = await openApp();
  showWith(
    app,
    PasteStep,
    { back: '/start', onlink: (link: unknown) => followed.push(link) },
    'sv',
    { sync, people },
  );
  return followed;
};

test('X8: an incomplete code is called a code where the server takes one, and a link elsewhere', async () => {
  const followed = await show('set-up');
  await userEvent.fill(await screen.findByLabelText('Länk eller kod'), 'A'.repeat(42));
  await userEvent.click(screen.getByRole('button', { name: 'Fortsätt' }));
  expect(await screen.findByText(sync.problems['not-the-set-up'])).toBeVisible();
  await userEvent.fill(screen.getByLabelText('Länk eller kod'), 'A'.repeat(43));
  await userEvent.click(screen.getByRole('button', { name: 'Fortsätt' }));
  expect(followed).toEqual([{ kind: 'set-up', secret: 'A'.repeat(43) }]);
});

test('X8: elsewhere only a link is asked for', async () => {
  await show('members');
  await userEvent.fill(await screen.findByLabelText('Länk'), 'A'.repeat(43));
  await userEvent.click(screen.getByRole('button', { name: 'Fortsätt' }));
  expect(await screen.findByText(sync.join.notALink)).toBeVisible();
});
