import { chromium, test as plain, type BrowserContext } from '@playwright/test';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve, type Served } from './serve.ts';
import { answeredByWorker } from './worker.ts';

/** An address where the app was once, and the profile of a browser that kept all of it there. */
export type Installed = {
  /** Serves the app at that address again, with nothing on the server. */
  readonly serveAgain: () => Promise<Served>;
  /** Makes a folder the profile of a device that has the app, and no workspace. */
  readonly copyTo: (folder: string) => Promise<void>;
};

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'volym-profile-'));

/**
 * For journeys that begin where the app is on the device with its worker, and are not about how it
 * came there: a thousand files are fetched and kept once for all of them, and each gets a browser
 * of its own with a copy.
 */
export const test = plain.extend<{ context: BrowserContext }, { installed: Installed }>({
  installed: [
    async ({ launchOptions }, use) => {
      const [profile, served] = [await newFolder(), await serve()];
      const browser = await chromium.launchPersistentContext(profile, {
        ...launchOptions,
        serviceWorkers: 'allow',
      });
      const page = await browser.newPage();
      await page.goto(`${served.url}/start`);
      await answeredByWorker(page);
      // Nobody has been here yet.
      await page.evaluate(() => localStorage.clear());
      await browser.close();
      await served.stop();
      const { port } = new URL(served.url);
      await use({
        serveAgain: () => serve(undefined, { PORT: port }),
        copyTo: (folder) => cp(profile, folder, { recursive: true }),
      });
      await rm(profile, { recursive: true });
    },
    { scope: 'worker' },
  ],
  context: async ({ installed, launchOptions }, use) => {
    const profile = await newFolder();
    await installed.copyTo(profile);
    const context = await chromium.launchPersistentContext(profile, {
      ...launchOptions,
      serviceWorkers: 'allow',
    });
    await use(context);
    await context.close();
    await rm(profile, { recursive: true, maxRetries: 3 });
  },
});
