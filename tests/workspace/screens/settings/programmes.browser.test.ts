import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { more } from '#workspace/words/sv/more.ts';
import { App } from '#ui/app.svelte.ts';
import { openSettings } from '#data/device/settings.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';
import { setClock } from '#tests/factories/set-clock.ts';
import { openApp, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import Programmes from '#workspace/screens/settings/Programmes.svelte';

test('X15: no programme is drawn off before it is known, so that a finger does not switch it off', async () => {
  showWith(
    new App(openSettings(keptStorage()), setClock()),
    Programmes,
    { onuse: () => undefined },
    'sv',
    { more },
  );
  expect(screen.queryAllByRole('switch')).toEqual([]);
});

test('X15: the programmes of the workspace are on, the others off', async () => {
  const { app } = await openApp();
  showWith(app, Programmes, { onuse: () => undefined }, 'sv', { more });
  const used = await screen.findAllByRole<HTMLInputElement>('switch');
  expect(used.map(({ checked }) => checked)).toEqual([true, false, false]);
});
