import { defineConfig } from '@playwright/test';
import shared from './playwright.config.ts';
import './tests/engines/engines.ts';
import { FIREFOX_PREFERENCES } from './tests/engines/firefox.ts';

// How each engine is driven, and what it cannot do: docs/decisions/engines.md.

const { isMobile: _, ...phone } = shared.use ?? {};

const journeys = (...names: readonly string[]): string[] =>
  names.map((name) => `**/journeys/${name}.spec.ts`);

/** The named journeys, by file. */
const NAMED = journeys(
  'first-sheet',
  'apple-credit',
  'apple-licences',
  'vip-journey',
  'offline',
  'backup',
  'sync',
  'trust',
);

/**
 * Of those files: what needs Chromium's own protocol or question, builds of its own, and what
 * stands beside a named journey.
 */
const NOT_HERE = [
  /X6: (cold start|served as plain files|served from a folder)/,
  /X7: the browser finds the app fit/,
  /X8: (who cannot fetch|a server offers itself)/,
  /X10: where the browser asks where to save/,
  /X14: the first paint/,
];

/**
 * A device more is a process or a window more: two of them on a busy machine take more than two
 * minutes.
 */
const PATIENT_MS = 240_000;

const firefox = {
  browserName: 'firefox' as const,
  channel: 'moz-firefox',
  // Without network Firefox gets nothing out of its own cache over this protocol: the app's worker
  // answers, as for a user.
  serviceWorkers: 'allow' as const,
  launchOptions: {
    executablePath: process.env.FIREFOX ?? '',
    firefoxUserPrefs: FIREFOX_PREFERENCES,
  },
};

export default defineConfig({
  ...shared,
  testDir: 'tests',
  // A device here is a process of its own.
  workers: 3,
  use: { ...phone, launchOptions: {} },
  projects: [
    { name: 'short-webkit', testMatch: '**/engines/short.spec.ts', use: { browserName: 'webkit' } },
    {
      name: 'webkit',
      testMatch: NAMED,
      grepInvert: NOT_HERE,
      timeout: PATIENT_MS,
      use: { browserName: 'webkit' },
    },
    {
      name: 'firefox',
      testMatch: [...NAMED, ...journeys('apple-sync')],
      grepInvert: NOT_HERE,
      timeout: PATIENT_MS,
      use: firefox,
    },
  ],
});
