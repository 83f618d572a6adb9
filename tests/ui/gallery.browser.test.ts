import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { faults, inTheme } from './axe.ts';
import ControlsGallery from './ControlsGallery.svelte';
import { show } from './show.ts';

describe('X14: all controls', () => {
  test.each(['light', 'dark'] as const)('X14: axe finds nothing among the controls, %s', async (theme) => {
    inTheme(theme);
    show(ControlsGallery, {});
    await page.viewport(390, 2600);
    await document.fonts.ready;
    if (import.meta.env.VITE_PICTURES) await page.screenshot({ path: `../output/controls-${theme}.png` });
    expect(await faults()).toEqual([]);
  });
});
