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
  launchOptions: { executablePath: process.env.FIREFOX ?? '', firefoxUserPrefs: FIREFOX_PREFERENCES },
};

export default defineConfig({
  ...shared,
  testDir: 'tests',
  use: { ...phone, launchOptions: {} },
  projects: [
    { name: 'short-webkit', testMatch: '**/engines/short.spec.ts', use: { browserName: 'webkit' } },
    { name: 'webkit', testMatch: journeys('first-sheet', 'vip-journey'), use: { browserName: 'webkit' } },
    { name: 'firefox', testMatch: journeys('apple-licences'), use: firefox },
  ],
});
