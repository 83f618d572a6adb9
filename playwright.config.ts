import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS } from './tests/journeys/chromium-flags.ts';
import './tests/journeys/finger-pace.ts';
import './tests/journeys/requests-on-demand.ts';

/** `npm test` reads the counts from a file; by hand there is none to write. */
const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** The same browser without its windows, which takes a quarter less of the processor. */
const shell = process.env.CHROMIUM_SHELL ?? chromium;

const ARGS = [
  ...CHROMIUM_FLAGS,
  // A page lives too short here for its second compiler to pay, and for its rubbish to be worth
  // collecting early: a tenth of the processor that a screen takes.
  '--js-flags=--no-maglev --initial-heap-size=512 --min-semi-space-size=32',
];

/**
 * The app's badge, notifications, what is shared with it and the camera belong to the whole browser:
 * its shell ends at them, and now and then at a policy that a worker kept. One without WebAssembly
 * is a browser of its own.
 */
const WHOLE_BROWSER =
  '**/{first-sheet,first-start,no-webassembly,own-server-alone,reminders,secrets,share,trust,vip-journey}.spec.ts';

const BUILDS = ['**/offline.spec.ts', '**/update.spec.ts'];

/** Long by nature: run by `npm run test:long`. */
const LONG = /@long/;

const IN_SHELL = { launchOptions: { executablePath: shell, args: ARGS } };

/** To build the app anew takes three minutes beside other journeys, and more on a shared machine. */
const BUILDING_MS = 900_000;

/** The longest matrix takes four minutes on a quiet machine. */
const MATRIX_MS = 900_000;

export default defineConfig({
  testDir: 'tests/journeys',
  outputDir: 'tests/output/chromium',
  globalSetup: ['./tests/temp-folder.ts', './tests/journeys/seed/build-seed.ts'],
  reporter: report === undefined ? 'line' : [['line'], ['json', { outputFile: report }]],
  // More than there are processors: a journey waits most of its time.
  workers: 4,
  // What builds the app anew comes first: one worker would be left with it while the other has
  // nothing to do.
  projects: [
    { name: 'builds', testMatch: BUILDS, grepInvert: LONG, timeout: BUILDING_MS },
    { name: 'whole-browser', testMatch: WHOLE_BROWSER, grepInvert: LONG },
    {
      name: 'journeys',
      testIgnore: [...BUILDS, WHOLE_BROWSER],
      grepInvert: LONG,
      use: IN_SHELL,
    },
    { name: 'long-builds', testMatch: BUILDS, grep: LONG, timeout: BUILDING_MS },
    { name: 'long-whole-browser', testMatch: WHOLE_BROWSER, grep: LONG },
    {
      name: 'long',
      testIgnore: [...BUILDS, WHOLE_BROWSER],
      grep: LONG,
      use: IN_SHELL,
      timeout: MATRIX_MS,
    },
  ],
  // A machine that is shared may starve one test; what passes only at the second try is named in
  // the report.
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: true,
  timeout: 300_000,
  // Deriving a key takes seconds on a busy machine.
  expect: { timeout: 30_000 },
  // A run that hangs ends, with its report, before anyone gives up on it.
  globalTimeout: 3_600_000,
  use: {
    launchOptions: { executablePath: chromium, args: ARGS },
    viewport: { width: 390, height: 844 },
    // A phone has no mouse: every journey presses with a finger.
    hasTouch: true,
    isMobile: true,
    // A button that does not come within this time does not come; the test says so, instead of
    // using its whole minute.
    actionTimeout: 30_000,
    // Keeping the app on the device takes seconds of each first visit: only the journeys that are
    // about it do so.
    serviceWorkers: 'block',
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    screenshot: 'only-on-failure',
    // A third of the processor would go into drawing sheets that slide; what moves is looked at by
    // a journey of its own.
    contextOptions: { reducedMotion: 'reduce' },
  },
});
