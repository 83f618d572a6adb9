import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';

/** The two sizes that screens are drawn in, in CSS pixels. */
export const SIZES = {
  phone: { width: 390, height: 844 },
  tablet: { width: 1180, height: 820 },
} as const;

/**
 * One picture: the number of the screen it is held beside, and its name where it is shown in the
 * README or on installing.
 */
export type Shot = { readonly look: string; readonly readme?: string; readonly install?: string };

/**
 * Where pictures are saved: some of them by name for the README and the manifest, all of them by
 * number for comparing.
 */
export type Album = {
  /** Whether the screen has a status bar and a home line to keep clear of, as in the pictures. */
  readonly insets: boolean;
  /** Whether every screen is wanted, not only some. */
  readonly wantsAll: boolean;
  /** Whether it wants pictures from two devices of one workspace. */
  readonly wantsTwoDevices: boolean;
  /** Pixels of a picture per CSS pixel of a phone. */
  readonly sharpness: number;
  /** Takes the picture of what the page shows now. */
  add(page: Page, shot: Shot): Promise<void>;
  /** The pictures taken so far, by name or number. */
  readonly taken: ReadonlyMap<string, Buffer>;
};

const isTablet = (page: Page): boolean => (page.viewportSize()?.width ?? 0) > SIZES.phone.width;

/** Everything a picture needs to be still: fonts are there, nothing moves, no caret blinks. */
const still = async (page: Page): Promise<void> => {
  await page.evaluate(async () => void (await document.fonts.ready));
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
};

/** Pictures for the README, in `folder`; tablets in single pixels, so that the files stay small. */
export const readmeAlbum = (folder: string): Album => {
  const taken = new Map<string, Buffer>();
  return {
    insets: false,
    wantsAll: false,
    wantsTwoDevices: true,
    sharpness: 1.5,
    taken,
    add: async (page, { readme }) => {
      if (readme === undefined) return;
      await still(page);
      await mkdir(folder, { recursive: true });
      const picture = await page.screenshot({
        animations: 'disabled',
        scale: isTablet(page) ? 'css' : 'device',
      });
      taken.set(readme, picture);
      await writeFile(join(folder, `${readme}.png`), picture);
    },
  };
};

/**
 * Pictures that a browser shows when it asks whether to install the app (the manifest's
 * `screenshots`), in `folder`.
 */
export const installAlbum = (folder: string): Album => {
  const taken = new Map<string, Buffer>();
  return {
    insets: false,
    wantsAll: false,
    wantsTwoDevices: false,
    sharpness: 2,
    taken,
    add: async (page, { install }) => {
      if (install === undefined) return;
      await still(page);
      await mkdir(folder, { recursive: true });
      const looks = { animations: 'disabled', scale: isTablet(page) ? 'css' : 'device' } as const;
      const picture = await page.screenshot({ ...looks, type: 'webp', quality: 90 });
      taken.set(install, picture);
      await writeFile(join(folder, `${install}.webp`), picture);
    },
  };
};

/** Every screen, kept in memory to be put next to the picture it was designed from. */
export const compareAlbum = (): Album => {
  const taken = new Map<string, Buffer>();
  return {
    insets: true,
    wantsAll: true,
    wantsTwoDevices: true,
    sharpness: 2,
    taken,
    add: async (page, { look }) => {
      await still(page);
      taken.set(
        look,
        await page.screenshot({ animations: 'disabled', scale: isTablet(page) ? 'css' : 'device' }),
      );
    },
  };
};
