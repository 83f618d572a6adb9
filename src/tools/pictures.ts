import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright';
import { compareAlbum, installAlbum, readmeAlbum, SIZES, type Album } from './pictures/album.ts';
import { writeSheets } from './pictures/compare.ts';
import { turnTo, type Desk } from './pictures/desk.ts';
import { licences } from './pictures/licences.ts';
import { twoDevices, type Device } from './pictures/devices.ts';
import { example, updateAndInstall } from './pictures/second-version.ts';
import { TODAY } from './pictures/seed.ts';
import { serveSite } from './pictures/site.ts';
import { vip } from './pictures/vip.ts';
import { walk } from './pictures/walk.ts';

// `npm run pictures` takes the pictures of the README and the manifest again from the built app;
// `npm run pictures -- compare` puts every screen next to the picture it was designed from, if
// those are next to the project.

const root = resolve(import.meta.dirname, '../..');
const README = join(root, 'docs/pictures');
const MANIFEST = join(root, 'static/screenshots');
const LOOK = join(root, '../shared/look');
const BUILD = join(root, 'build');
const STOPPED = join(root, 'tests/output/pictures-stopped.png');
const SHEETS = join(root, 'tests/output/compare');

/** What the status bar and the home line of the phone in the pictures take, in CSS pixels. */
const INSETS = { top: 47, bottom: 34 };

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1';

/** A phone in Swedish and light, with nothing that moves. */
const phone = (
  browser: Browser,
  { sharpness }: Album,
  userAgent?: string,
): Promise<BrowserContext> =>
  browser.newContext({
    ...(userAgent === undefined ? {} : { userAgent }),
    viewport: SIZES.phone,
    deviceScaleFactor: sharpness,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });

/** Works on its own phone; if it fails, the screen is saved. */
const at = async (
  context: BrowserContext,
  { url, album }: { readonly url: string; readonly album: Album },
  work: (device: Device) => Promise<void>,
): Promise<void> => {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const session = await context.newCDPSession(page);
  const resize: Desk['resize'] = async (size) => {
    await page.setViewportSize(size);
    const insets = album.insets && size === SIZES.phone ? INSETS : {};
    await session.send('Emulation.setSafeAreaInsetsOverride', { insets });
  };
  try {
    await resize(SIZES.phone);
    await work({
      page,
      url,
      resize,
      phrase: '',
      offline: (isOffline) => context.setOffline(isOffline),
    });
  } catch (error) {
    await page.screenshot({ path: STOPPED });
    console.error(`The walk stopped at the screen in ${STOPPED}`);
    throw error;
  } finally {
    await context.close();
  }
};

const draw = async (browser: Browser, album: Album): Promise<void> => {
  const site = await serveSite(BUILD);
  try {
    const place = { url: site.url, album };
    await at(await phone(browser, album), place, (desk) => walk(desk, album));
    await at(await phone(browser, album, IPHONE), place, async (desk) => {
      await turnTo(desk.page, TODAY);
      await example(desk, album);
      await licences(desk, album);
      await vip(desk, album);
      if (album.wantsAll) await updateAndInstall(desk, album, { site, build: BUILD });
    });
    if (!album.wantsTwoDevices) return;
    const device = (work: (device: Device) => Promise<void>) =>
      phone(browser, album).then((context) => at(context, place, work));
    await device((sara) => device((johan) => twoDevices({ sara, johan }, site.setUpLink, album)));
  } finally {
    site.close();
  }
};

const compare = async (browser: Browser): Promise<void> => {
  if (!existsSync(LOOK)) return console.log(`Nothing to compare with: ${LOOK} is not there.`);
  const album = compareAlbum();
  try {
    await draw(browser, album);
  } finally {
    const folders = { look: LOOK, files: readdirSync(LOOK), output: SHEETS };
    console.log(`${await writeSheets(browser, album.taken, folders)} sheets in ${SHEETS}`);
  }
};

/**
 * The README's pictures are less sharp than the manifest's, so each set is taken on its own walk.
 */
const forShow = async (browser: Browser): Promise<void> => {
  for (const [album, folder] of [
    [readmeAlbum(README), README],
    [installAlbum(MANIFEST), MANIFEST],
  ] as const) {
    await draw(browser, album);
    console.log(`${album.taken.size} pictures in ${folder}`);
  }
};

const main = async ([what = '']: readonly string[]): Promise<void> => {
  if (!['', 'compare'].includes(what))
    throw new Error(`npm run pictures knows "compare", not "${what}".`);
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    await (what === 'compare' ? compare(browser) : forShow(browser));
  } finally {
    await browser.close();
  }
};

await main(process.argv.slice(2));
