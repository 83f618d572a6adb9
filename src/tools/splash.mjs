// Draws what iOS shows while the app starts: node src/tools/splash.mjs (the PNGs are kept in the
// repository).
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { chromium } from 'playwright';
import { flatPng } from './flat-png.mjs';
import { SPLASHES } from './splash-screens.mjs';

const folder = resolve(import.meta.dirname, '../../static');

/**
 * The canvas of tokens.css and of the start page's first paint, so that nothing flashes between
 * them.
 */
const GROUND = { light: '#f2f4f3', dark: '#0c1011' };

/** The colours of icon.svg: its tile, and the mark on it. */
const TILE = '#12191b';
const TICKS = ['#6c797c', '#ffffff', '#7accd9'];

/** Edge of the mark in CSS pixels. */
const MARK = 96;

/** @param {string} colour */
const channels = (colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/**
 * Two colours and two steps between them, for round edges.
 * @param {string} from
 * @param {string} to
 */
const between = (from, to) =>
  [0, 1, 2, 3].map((step) => {
    const end = channels(to);
    return channels(from).map((value, at) =>
      Math.round(value + ((end[at] ?? 0) - value) * (step / 3)),
    );
  });

/** @param {string} ground */
const paletteOn = (ground) =>
  [between(ground, TILE), ...TICKS.map((tick) => between(TILE, tick).slice(1))].flat();

/**
 * The number of the colour that is nearest.
 * @param {readonly (readonly number[])[]} colours
 * @param {readonly number[]} wanted
 */
const nearest = (colours, wanted) => {
  const far = colours.map((colour) =>
    colour.reduce((sum, value, at) => sum + (value - (wanted[at] ?? 0)) ** 2, 0),
  );
  return far.indexOf(Math.min(...far));
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
const svg = await readFile(`${folder}/icons/icon.svg`, 'utf8');

/**
 * The mark on its background, each pixel as red, green, blue and opacity.
 * @param {string} ground
 * @param {number} edge
 */
const pixelsOf = (ground, edge) =>
  page.evaluate(
    async ({ svg, ground, edge }) => {
      const mark = new Image(edge, edge);
      mark.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
      await mark.decode();
      const paper = new OffscreenCanvas(edge, edge).getContext('2d');
      if (paper === null) throw new Error('nothing to draw on');
      paper.fillStyle = ground;
      paper.fillRect(0, 0, edge, edge);
      paper.drawImage(mark, 0, 0, edge, edge);
      return [...paper.getImageData(0, 0, edge, edge).data];
    },
    { svg, ground, edge },
  );

await rm(`${folder}/splash`, { recursive: true, force: true });
await mkdir(`${folder}/splash`);
for (const { file, theme, ratio, width, height } of SPLASHES) {
  const edge = MARK * ratio;
  const colours = paletteOn(GROUND[theme]);
  const pixels = await pixelsOf(GROUND[theme], edge);
  const at = (/** @type {number} */ x, /** @type {number} */ y) =>
    nearest(colours, pixels.slice((y * edge + x) * 4, (y * edge + x) * 4 + 3));
  await writeFile(`${folder}/${file}`, flatPng({ width, height, colours, mark: { edge, at } }));
}
await browser.close();
