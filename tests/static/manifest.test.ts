import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pictureIn } from '#tests/factories/picture-size.ts';
import { filesToKeep } from '../../src/service-worker/precache.ts';

const folder = join(import.meta.dirname, '../../static');

type Screenshot = {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
  readonly form_factor: 'narrow' | 'wide';
  readonly label: string;
  readonly label_localized: { readonly en: string };
};

const { screenshots } = JSON.parse(readFileSync(join(folder, 'manifest.webmanifest'), 'utf8')) as {
  readonly screenshots: readonly Screenshot[];
};
const read = (src: string): Buffer => readFileSync(join(folder, src));

describe('X7: pictures of the app where the browser asks whether to install it', () => {
  test.each(screenshots.map((screenshot) => [screenshot.src, screenshot] as const))(
    'X7: %s is what the manifest says',
    (src, screenshot) => {
      const { type, width, height } = pictureIn(read(src));
      expect({ type, sizes: `${width}x${height}` }).toEqual({
        type: screenshot.type,
        sizes: screenshot.sizes,
      });
      expect(screenshot.form_factor).toBe(width < height ? 'narrow' : 'wide');
      expect(screenshot.label).not.toBe('');
      expect(screenshot.label_localized.en).not.toBe('');
      expect(read(src).length).toBeLessThan(120_000);
    },
  );

  // Chromium leaves out, without a word, what is not so; all of a form must have the shape of the
  // first.
  test('X7: Chromium takes them all: their size, their shape, one shape for each form, at most five for a phone', () => {
    for (const form of ['narrow', 'wide'] as const) {
      const pictures = screenshots
        .filter((screenshot) => screenshot.form_factor === form)
        .map(({ src }) => pictureIn(read(src)));
      expect(pictures.length).toBeGreaterThan(0);
      expect(pictures.length).toBeLessThanOrEqual(5);
      for (const { width, height } of pictures) {
        const [least = 0, most = 0] = [width, height].sort((a, b) => a - b);
        expect(least).toBeGreaterThanOrEqual(320);
        expect(most).toBeLessThanOrEqual(3840);
        expect(most / least).toBeLessThanOrEqual(2.3);
      }
      expect(new Set(pictures.map(({ width, height }) => width / height)).size).toBe(1);
    }
  });

  test('X7: each picture in the folder is shown, and none is kept on the device', () => {
    const lie = readdirSync(join(folder, 'screenshots')).map((name) => `screenshots/${name}`);
    expect(lie.sort()).toEqual(screenshots.map(({ src }) => src).sort());
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).replace(folder, '/volym'));
    const kept = filesToKeep({ base: '/volym', build: [], files, prerendered: [], version: '17' });
    expect(kept.map(({ url }) => url).filter((url) => /screenshots|splash/.test(url))).toEqual([]);
    expect(kept.map(({ url }) => url)).toContain('/volym/icons/icon-192.png');
  });
});
