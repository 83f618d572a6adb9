// Draws the PNG icons from their SVG sources: node src/tools/icons.mjs (the PNGs are kept in the
// repository).
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { chromium } from 'playwright';

const folder = resolve(import.meta.dirname, '../../static/icons');

/**
 * Source, result and edge in CSS pixels. iOS cuts its own corners, so its icon comes from the
 * full-bleed drawing.
 */
const icons = [
  ['icon.svg', 'icon-192.png', 192],
  ['icon.svg', 'icon-512.png', 512],
  ['maskable.svg', 'maskable-512.png', 512],
  ['maskable.svg', 'apple-touch-icon.png', 180],
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const [source, result, edge] of icons) {
  await page.setViewportSize({ width: edge, height: edge });
  await page.setContent(
    `<style>body{margin:0}svg{display:block}</style>${await readFile(`${folder}/${source}`, 'utf8')}`,
  );
  await page.screenshot({ path: `${folder}/${result}`, omitBackground: true });
}
await browser.close();
