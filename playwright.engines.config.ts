import { defineConfig } from '@playwright/test';
import shared from './playwright.config.ts';
import './tests/engines/engines.ts';
import { FIREFOX_PREFERENCES } from './tests/engines/firefox.ts';

// How each engine is driven, and what it cannot do: docs/decisions/engines.md.

const { isMobile: _, ...phone } = shared.use ?? {};

/** The journeys of an engine, by file: those that were seen to pass there. */
const journeys = (...names: readonly string[]): string[] => names.map((name) => `**/journeys/${name}.spec.ts`);

const firefox = {
  browserName: 'firefox' as const,
  channel: 'moz-firefox',
  // Without network Firefox gets nothing out of its own cache over this protocol: the app's worker answers, as for a user.
  serviceWorkers: 'allow' as const,
  launchOptions: { executablePath: process.env.FIREFOX ?? '', firefoxUserPrefs: FIREFOX_PREFERENCES },
};

export default defineConfig({
  ...shared,
  testDir: 'tests',
  use: { ...phone, launchOptions: {} },
  projects: [
    { name: 'short-webkit', testMatch: '**/engines/short.spec.ts', use: { browserName: 'webkit' } },
    { name: 'webkit', testMatch: journeys('first-sheet'), use: { browserName: 'webkit' } },
    {
      name: 'firefox',
      testMatch: journeys(
        'first-sheet',
        'apple-credit',
        'apple-licences',
        'vip-journey',
        'offline',
        'backup',
        'sync',
        'trust',
        'apple-sync',
      ),
      // What needs Chromium itself, colours that are asked for by a page alone, builds of their own, and, for time, what
      // stands beside a named journey in its file.
      grepInvert:
        /cold start|fit to be installed|the first paint|from a folder|cannot fetch the workspace|offers itself|asks where to save/,
      // A device more is a window more of the same process: two of them on a busy machine take more than two minutes.
      timeout: 240_000,
      use: firefox,
    },
  ],
});
