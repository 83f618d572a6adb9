import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { faults, inTheme } from './axe.ts';
import ControlsGallery from './ControlsGallery.svelte';
import PartsGallery from './PartsGallery.svelte';
import { show } from './show.ts';

const themes = ['light', 'dark'] as const;

/** With VITE_PICTURES set, what is on the screen is kept in tests/output to be looked at. */
const picture = async (name: string): Promise<void> => {
  if (import.meta.env.VITE_PICTURES) await page.screenshot({ path: `../output/${name}.png` });
};

describe('X14: the shared look', () => {
  test.each(themes)('X14: axe finds nothing among the controls, %s', async (theme) => {
    inTheme(theme);
    await page.viewport(390, 2600);
    show(ControlsGallery, {});
    await document.fonts.ready;
    await picture(`controls-${theme}`);
    expect(await faults()).toEqual([]);
  });

  test.each(themes)('X14: axe finds nothing among the parts, %s', async (theme) => {
    inTheme(theme);
    await page.viewport(390, 1600);
    show(PartsGallery, {});
    await document.fonts.ready;
    await expect
      .element(page.getByRole('img', { name: 'QR-kod med inlösningskoden' }))
      .toBeVisible();
    await picture(`parts-${theme}`);
    expect(await faults()).toEqual([]);
  });
});
