import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { insideOf } from '../engines/inside.ts';

/**
 * Two presses as near as this are one double tap for the app (`second-press.ts`): so quick is no
 * finger that means both.
 */
const APART_MS = 450;
const NEAR_PX = 30;

type Tap = (
  this: object,
  progress: unknown,
  x: number,
  y: number,
  ...more: unknown[]
) => Promise<void>;

/** What sends a tap to the browser: an inner part of the page, without a public name. */
export type Touchscreen = { tap: Tap; isPaced?: boolean };

/**
 * Makes a finger of a robot's: it presses no second time at the same place sooner than a person who
 * looks first. Taps elsewhere are as quick as before.
 */
export const pace = (kind: Touchscreen): void => {
  if (kind.isPaced === true) return;
  kind.isPaced = true;
  const { tap } = kind;
  const lasts = new WeakMap<
    object,
    { readonly at: number; readonly x: number; readonly y: number }
  >();
  kind.tap = async function (progress, x, y, ...more) {
    const last = lasts.get(this);
    const left = last === undefined ? 0 : last.at + APART_MS - Date.now();
    if (last !== undefined && left > 0 && Math.hypot(x - last.x, y - last.y) < NEAR_PX)
      await new Promise((done) => setTimeout(done, left));
    await tap.call(this, progress, x, y, ...more);
    lasts.set(this, { at: Date.now(), x, y });
  };
};

/** This process's own half of a page. */
const touchscreenOf = (page: Page): Touchscreen => {
  const { rawTouchscreen } = insideOf(page).delegate;
  return Object.getPrototypeOf(rawTouchscreen);
};

const paceBrowser = async <Opened extends Browser | BrowserContext>(
  opened: Opened,
): Promise<Opened> => {
  const page = await opened.newPage();
  pace(touchscreenOf(page));
  await page.close();
  return opened;
};

const launch = chromium.launch.bind(chromium);
chromium.launch = async (options) => paceBrowser(await launch(options));
const launchPersistentContext = chromium.launchPersistentContext.bind(chromium);
chromium.launchPersistentContext = async (...given) => {
  const context = await launchPersistentContext(...given);
  const [page] = context.pages();
  if (page !== undefined) pace(touchscreenOf(page));
  return context;
};
