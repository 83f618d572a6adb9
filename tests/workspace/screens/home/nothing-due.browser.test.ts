import { screen } from '@testing-library/svelte';
import { of } from 'rxjs';
import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Programme, VolymRecord } from '#core/record/record.ts';
import type { Query } from '#data/records/query.ts';
import type { Records } from '#data/records/records.ts';
import { kinds, sharedKinds, type ProgrammeKindId } from '#programmes/kinds.ts';
import { newChoice } from '#ui/shell/frame-sheets.svelte.ts';
import { orderWith } from '#tests/factories/credit.ts';
import { examples } from '#tests/factories/examples.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { show } from '#tests/ui/show.ts';
import NothingHarness from './NothingHarness.svelte';

/** What no screen shows makes no workspace that has been begun. */
const SHOWN = Object.keys(kinds).filter(
  (kind): kind is ProgrammeKindId =>
    !Object.hasOwn(sharedKinds, kind) && kind !== 'price-list-item',
);

const ALL: readonly Programme[] = ['apple-credit', 'apple-licences', 'adobe-vip'];
const open = (
  programmes: readonly Programme[],
  found: readonly VolymRecord[] = [],
  mayChange = true,
) => {
  const records = {
    live: ({ kind: asked }: Query) => of(found.filter(({ kind }) => kind === asked)),
  } as unknown as Pick<Records, 'live'>;
  show(NothingHarness, { records, programmes, mayChange });
};
const links = (): (string | null)[] =>
  screen.getAllByRole('link').map((link) => link.getAttribute('href'));

beforeEach(async () => {
  newChoice.close();
  await page.viewport(390, 844);
});

describe('X1: home without a deadline', () => {
  test.each(['light', 'dark'] as const)(
    'X1: offers the first step of each programme that is on, %s',
    async (theme) => {
      inTheme(theme);
      open(ALL);
      expect(links()).toEqual(['/credit/new', '/tokens/new', '/vip/new', '/import']);
      expect(screen.getByRole('link', { name: 'Ny token Token för appar' })).toBeVisible();
      expect(screen.getByText('Lägg in det första, så räknar Volym dagarna.')).toBeVisible();
      expect(screen.queryByRole('button')).toBeNull();
      expect((await faults()).filter((fault) => !fault.startsWith('page-has-heading-one'))).toEqual(
        [],
      );
    },
  );

  test.each([
    ['apple-credit', '/credit/new', 'Lägg in en kreditorder, så räknar Volym dagarna.'],
    ['apple-licences', '/tokens/new', 'Lägg in en token, så räknar Volym dagarna till förnyelsen.'],
    [
      'adobe-vip',
      '/vip/new',
      'Lägg in en VIP-kund, så räknar Volym dagarna till order och förlängning.',
    ],
  ] as const)(
    'X1: of %s alone it is the one button, with its own sentence',
    (programme, href, sentence) => {
      open([programme]);
      expect(links()).toEqual([href, '/import']);
      expect(screen.getByText(sentence)).toBeVisible();
    },
  );

  test('X1: where all is done the button asks what to add', () => {
    open(ALL, [orderWith([], {}, 'a')]);
    expect(links()).toEqual(['/import']);
    screen.getByRole('button', { name: 'Lägg till' }).click();
    expect(newChoice.isOpen).toBe(true);
  });

  test.each(SHOWN)('X1: a workspace with nothing but a %s is not told to begin', (kind) => {
    open(ALL, [{ ...orderWith([], {}, 'a'), ...examples[kind] }]);
    expect(screen.getByText('Det finns ingen frist att hålla.')).toBeVisible();
    expect(screen.queryByText(/^Lägg in/)).toBeNull();
    expect(links()).toEqual(['/import']);
  });

  test.each([ALL, ['adobe-vip']] as const)(
    'X18: a reader is offered nothing, nor told to begin (%s)',
    (...on) => {
      open(on, [], false);
      expect(screen.queryAllByRole('link')).toEqual([]);
      expect(screen.queryByText(/^Lägg in/)).toBeNull();
      expect(screen.getByText('Den som får ändra lägger till.')).toBeVisible();
    },
  );

  test('X18: a reader is told, too, that all is done', () => {
    open(ALL, [orderWith([], {}, 'a')], false);
    expect(screen.getByText('Det finns ingen frist att hålla.')).toBeVisible();
    expect([...screen.queryAllByRole('link'), ...screen.queryAllByRole('button')]).toEqual([]);
  });
});
