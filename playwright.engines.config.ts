import { defineConfig } from '@playwright/test';
import shared from './playwright.config.ts';
import './tests/engines/engines.ts';
import { FIREFOX_PREFERENCES } from './tests/engines/firefox.ts';

// How each engine is driven, and what it cannot do: docs/decisions/engines.md.

const { isMobile: _, ...phone } = shared.use ?? {};

const journeys = (...names: readonly string[]): string[] =>
  names.map((name) => `**/journeys/${name}.spec.ts`);

/**
 * The named journeys, by file: those that are without network for a while, and the others. What two
 * devices do is in that of trust.
 */
const WITHOUT_NETWORK = journeys('first-sheet', 'apple-credit', 'vip-journey', 'offline', 'trust');
const ONLINE = journeys('apple-licences', 'backup');

/**
 * Of those files: what needs Chromium's own protocol or question, builds of its own, and what
 * stands beside a named journey.
 */
const NOT_HERE = [
  /X6: (cold start|served as plain files|served from a folder)/,
  /X7: the browser finds the app fit/,
  /X10: where the browser asks where to save/,
  /X14: the first paint/,
];

/** What counts requests, of which Firefox does not tell here. */
const NOT_IN_FIREFOX = /X6: what cannot be loaded/;

/**
 * A device more is a process or a window more: two of them on a busy machine take more than two
 * minutes.
 */
const PATIENT_MS = 240_000;

const named = { grepInvert: NOT_HERE, timeout: PATIENT_MS };

const firefox = {
  browserName: 'firefox' as const,
  channel: 'moz-firefox',
  launchOptions: {
    executablePath: process.env.FIREFOX ?? '',
    firefoxUserPrefs: FIREFOX_PREFERENCES,
  },
};

export default defineConfig({
  ...shared,
  testDir: 'tests',
  // Its own: each run clears what it finds there, and a journey in WebKit is run beside others.
  outputDir: 'tests/output/engines',
  // A device here is a process of its own.
  workers: 3,
  use: { ...phone, launchOptions: {} },
  projects: [
    { name: 'short-webkit', testMatch: '**/engines/short.spec.ts', use: { browserName: 'webkit' } },
    {
      ...named,
      name: 'webkit',
      testMatch: [...WITHOUT_NETWORK, ...ONLINE],
      use: { browserName: 'webkit' },
    },
    {
      ...named,
      name: 'firefox',
      testMatch: WITHOUT_NETWORK,
      grepInvert: [...NOT_HERE, NOT_IN_FIREFOX],
      // Without network Firefox gets nothing out of its own cache over this protocol: the app's
      // worker answers, as for a user. To keep all files takes it seconds on each device.
      use: { ...firefox, serviceWorkers: 'allow' },
    },
    { ...named, name: 'firefox-online', testMatch: ONLINE, use: firefox },
  ],
});
