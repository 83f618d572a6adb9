import { screen } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { vault } from '#workspace/words/sv/vault.ts';
import type { Kit } from '#workspace/screens/vault/kit/kit.ts';
import KitPaper from '#workspace/screens/vault/kit/KitPaper.svelte';
import KitPrint from '#workspace/screens/vault/kit/KitPrint.svelte';
import { KIT } from '#tests/factories/vaults.ts';
import { onMedium } from '#tests/ui/media.ts';
import { qrSays } from '#tests/ui/qr-says.ts';
import { showVault } from './show-vault.ts';

const kitOf = (name: string): Kit => ({
  name,
  number: 1,
  mark: 'K7FA',
  made: 'Kit 1',
  words: KIT.split(' '),
});

afterEach(() => onMedium(''));

/** What a colleague can call the workspace. */
const NAMES: readonly (readonly [string, string])[] = [
  ['40,000 letters', 'W'.repeat(40_000)],
  ['a thousand lines', 'Nordby\n'.repeat(1_000)],
  ['markup', '<img src=x onerror=alert(1)><style>ol{display:none}</style>'],
  ['marks without end', `N${'\u0323'.repeat(20_000)}`],
];

test.each(NAMES)(
  'X9: the kit that is printed has its words and code on one page, whatever the name: %s',
  async (_, name) => {
    await page.viewport(794, 1123);
    showVault(KitPrint, { kit: kitOf(name) });
    await onMedium('print');
    await expect.poll(() => qrSays(vault.kit.qr)).toBe(KIT);
    const shown = [
      ...screen.getAllByRole('listitem'),
      screen.getByRole('img', { name: vault.kit.qr }),
      screen.getByText(vault.kit.paper.keep),
    ];
    for (const element of shown) {
      const { top, bottom, left, right } = element.getBoundingClientRect();
      expect(element.checkVisibility() && top > 0 && bottom < 1123 && left > 0 && right < 794).toBe(
        true,
      );
    }
    expect(document.querySelector('ol img, p img')).toBeNull();
  },
);

test.each(NAMES)('X9: so has the one on the screen: %s', async (_, name) => {
  await page.viewport(390, 844);
  showVault(KitPaper, { kit: kitOf(name) });
  await expect.poll(() => qrSays(vault.kit.qr)).toBe(KIT);
  const words = screen.getAllByRole('listitem');
  expect(words.map((element) => element.textContent?.replace(/[\d\s]/g, '')).join(' ')).toBe(KIT);
  for (const { left, right, bottom } of words.map((element) => element.getBoundingClientRect()))
    expect(left >= 0 && right <= 390 && bottom <= 844).toBe(true);
});
