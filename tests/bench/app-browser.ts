import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright';

/** A phone's browser on a profile that stays when it is closed, as an installed app's does. */
export const openProfile = (profile: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
    viewport: { width: 390, height: 844 },
    locale: 'sv-SE',
  });

/**
 * A page whose thread runs at a part of its speed. The service worker and other workers are not
 * slowed.
 */
export const slowPage = async (
  context: BrowserContext,
  rate: number,
): Promise<{ page: Page; cdp: CDPSession }> => {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });
  return { page, cdp };
};

/**
 * Lets every page say when something was painted: `untilPainted(selector)` answers ms since its
 * navigation began.
 */
export const watchPaints = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const untilPainted = (selector: string): Promise<number> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (document.querySelector(selector) === null) requestAnimationFrame(look);
          else requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
        };
        look();
      });
    Object.assign(globalThis, { untilPainted });
  });
};

/** Answers ms since the navigation began when the element is on the screen. */
export const paintedAt = (page: Page, selector: string): Promise<number> =>
  page.evaluate(
    (wanted) =>
      (globalThis as unknown as { untilPainted(selector: string): Promise<number> }).untilPainted(
        wanted,
      ),
    selector,
  );

/**
 * Waits until the service worker has the whole app, so that fetching and keeping it is no part of
 * what is measured.
 */
export const untilInstalled = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    () => navigator.serviceWorker.controller?.state === 'activated',
    undefined,
    {
      timeout: 120_000,
    },
  );
};

/** What JavaScript of the page holds after a collection (MB). */
export const heldBy = async (cdp: CDPSession): Promise<number> => {
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize / 1e6;
};
