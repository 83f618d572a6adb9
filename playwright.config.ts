import { defineConfig } from '@playwright/test';

/** `npm test` reads the counts from a file; by hand there is none to write. */
const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

export default defineConfig({
  testDir: 'tests/journeys',
  outputDir: 'tests/output',
  reporter: report === undefined ? 'line' : [['line'], ['json', { outputFile: report }]],
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  // Deriving a key takes seconds on a busy machine.
  expect: { timeout: 15_000 },
  // A run that hangs ends, with its report, before anyone gives up on it.
  globalTimeout: 480_000,
  use: {
    launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] },
    viewport: { width: 390, height: 844 },
    // A button that does not come within this time does not come; the test says so, instead of using its whole minute.
    actionTimeout: 15_000,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    screenshot: 'only-on-failure',
  },
});
