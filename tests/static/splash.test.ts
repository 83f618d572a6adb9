import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pictureIn } from '#tests/factories/picture-size.ts';
import { splashLinks } from '../../src/tools/splash-screens.mjs';

const folder = join(import.meta.dirname, '../../static');
const LINK =
  /^<link rel="apple-touch-startup-image" media="([^"]*)" href="\/volym\/(splash\/[^"]*)">$/;

const links = splashLinks('/volym')
  .split('\n')
  .map((line) => {
    const [, media = '', file = ''] = LINK.exec(line.trim()) ?? [];
    return { media, file };
  });

/** The pixels of the device that a media query is about. */
const pixelsOf = (media: string): readonly number[] => {
  const says = (what: string): string =>
    new RegExp(`\\(${what}:(\\w+?)(?:px)?\\)`).exec(media)?.[1] ?? '';
  const ratio = Number(says('-webkit-device-pixel-ratio'));
  const upright = [Number(says('device-width')) * ratio, Number(says('device-height')) * ratio];
  return says('orientation') === 'portrait' ? upright : upright.reverse();
};

test('X7: iOS finds a picture of the very size of its screen, light and dark, upright and for an iPad across', () => {
  for (const { media, file } of links) {
    const bytes = readFileSync(join(folder, file));
    const { type, width, height } = pictureIn(bytes);
    expect([file, type, width, height]).toEqual([file, 'image/png', ...pixelsOf(media)]);
    expect(file).toContain(/prefers-color-scheme:(\w+)/.exec(media)?.[1]);
    expect(bytes.length).toBeLessThan(5_000);
  }
  expect(links.some(({ media }) => media.includes('landscape'))).toBe(true);
});

test('X7: each screen is asked about once, and the folder has no picture that no screen asks for', () => {
  expect(new Set(links.map(({ media }) => media)).size).toBe(links.length);
  const lie = readdirSync(join(folder, 'splash')).map((name) => `splash/${name}`);
  expect(lie.sort()).toEqual(links.map(({ file }) => file).sort());
});

test('X7: their ground is the canvas of the first paint, so that nothing flashes', () => {
  const page = readFileSync(join(import.meta.dirname, '../../src/app.html'), 'utf8');
  for (const { media, file } of links) {
    const bytes = readFileSync(join(folder, file));
    const palette = bytes.indexOf('PLTE') + 4;
    const theme = /prefers-color-scheme:(\w+)/.exec(media)?.[1];
    const colour = new RegExp(
      `name="theme-color" content="#(\\w+)" media="\\(prefers-color-scheme: ${theme}`,
    ).exec(page);
    expect([file, bytes.toString('hex', palette, palette + 3)]).toEqual([file, colour?.[1]]);
  }
});
