import { screen, waitFor } from '@testing-library/svelte';
import { userEvent } from 'vitest/browser';
import { afterEach, describe, expect, test } from 'vitest';
import NewSheet from '#workspace/screens/frame/NewSheet.svelte';
import { newThings } from '#workspace/screens/frame/new-things.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { show } from '#tests/ui/show.ts';
import { shellTexts } from '#tests/ui/texts.ts';

const { shell } = shellTexts();
const ALL = ['apple-credit', 'apple-licences', 'adobe-vip'] as const;
// An address of this page, so that a press leads nowhere.
const things = newThings(ALL, shell).map((thing) => ({ ...thing, href: `#${thing.programme}` }));
const open = (): void => void show(NewSheet, { things, onclose: () => undefined });
const row = (name: RegExp): HTMLElement => screen.getByRole('link', { name });

afterEach(() => {
  history.replaceState(null, '', location.pathname);
});

describe('X14: what is to be added is chosen among the programmes', () => {
  test('X14: the first of them has the keys, arrows and Enter choose, and so does a number', async () => {
    open();
    await waitFor(() => expect(row(/^Ny order/)).toHaveFocus());
    await userEvent.keyboard('{ArrowDown}');
    expect(row(/^Ny token/)).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(location.hash).toBe('#apple-licences');
    await userEvent.keyboard('3');
    expect(location.hash).toBe('#adobe-vip');
    await userEvent.keyboard('{Control>}1{/Control}4');
    expect(location.hash).toBe('#adobe-vip');
  });

  test.each(['light', 'dark'] as const)(
    'X14: each says what it is of, and axe finds nothing, %s',
    async (theme) => {
      inTheme(theme);
      open();
      await waitFor(() => expect(row(/^Ny order VPP-kredit från Apple/)).toHaveFocus());
      expect(row(/^Ny token Token för appar/)).toBeVisible();
      expect(row(/^Ny VIP-kund Adobe VIP/)).toBeVisible();
      expect(await faults()).toEqual([]);
    },
  );
});

test('X15: only what is looked after is offered, and an order where nothing is', () => {
  const labels = (programmes: Parameters<typeof newThings>[0]) =>
    newThings(programmes, shell).map(({ label }) => label);
  expect(labels(ALL)).toEqual(['Ny order', 'Ny token', 'Ny VIP-kund']);
  expect(labels(['adobe-vip', 'apple-licences'])).toEqual(['Ny token', 'Ny VIP-kund']);
  expect(labels([])).toEqual(['Ny order']);
  expect(labels(undefined)).toEqual(['Ny order']);
});
