import { screen } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import TokenCard from '#programmes/apple-licences/screens/token/TokenCard.svelte';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { tokenOf } from './token-of.ts';
import { showTokens } from './tokens-app.ts';

const patient = { timeout: 60_000 };
afterEach(() => document.body.replaceChildren());

test('B2: an open screen shows a token as expired once its second has come, without a reload', async () => {
  const { app, clock } = await openApp();
  const expiresAt = '2026-11-20T09:26:53Z';
  const token = tokenOf();
  const data = { to: '2026-11-20', expiresAt, fingerprint: token.data.fingerprint };
  const ending = { ...token, steps: token.steps.map((step) => ({ ...step, data })) };
  clock.time = Date.parse(expiresAt) - 1000;
  app.tick();
  showTokens(app, TokenCard, { token: ending });
  expect(await screen.findByText('Upphör snart', {}, patient)).toBeVisible();
  clock.time += 1000;
  app.tick();
  expect(await screen.findByText('Upphörd', {}, patient)).toBeVisible();
  expect(screen.queryByText('Upphör snart')).toBeNull();
});
