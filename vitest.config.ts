import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import viteConfig from './vite.config.ts';
// A fifteenth of what component tests take went into telling nobody of each request of a page.
import './tests/journeys/requests-on-demand.ts';

/** Chromium without its windows, which takes a tenth less of the processor. */
const chromium = process.env.CHROMIUM_SHELL ?? process.env.CHROMIUM ?? '/usr/bin/chromium';

const PAGE_SERVERS = [
  'openFuzzServer',
  'askFuzzServer',
  'copyFuzzServer',
  'putBackFuzzServer',
  'closeFuzzServer',
] as const;

/**
 * What a page of the tests asks of Node. Read when it is asked first: most runs of tests never do.
 */
const commands = Object.fromEntries(
  PAGE_SERVERS.map((name) => [
    name,
    async (...given: readonly unknown[]): Promise<unknown> => {
      const { pageServers } = await import('./tests/fuzz/page-servers.ts');
      return (pageServers[name] as (...all: readonly unknown[]) => unknown)(...given);
    },
  ]),
);

/**
 * Component tests, in a Chromium that is started with these flags as well. Widths of texts are not
 * rounded, as in its whole.
 */
const inBrowser = (...flags: string[]) => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: {
      executablePath: chromium,
      args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', ...flags],
    },
    // Half of the time went by while sheets slid.
    contextOptions: { reducedMotion: 'reduce' },
  }),
  commands,
  instances: [{ browser: 'chromium' as const, viewport: { width: 390, height: 844 } }],
});

/** What all projects share whose tests need no browser. */
const inNode = {
  environment: 'node',
  globalSetup: 'tests/temp-folder.ts',
  setupFiles: 'tests/put-back.ts',
} as const;

/** What all projects share whose tests are in a browser's page. */
const inPage = { setupFiles: ['tests/put-back.ts', 'tests/ui/patience.ts'] };

/**
 * Tests in Node have the machine for themselves, and then tests in pages: side by side they took a
 * tenth more of the processor.
 */
const FIRST = { sequence: { groupOrder: 0 } };

/** A page waits now and then, and a third has the core meanwhile; a fourth takes from the others. */
const IN_PAGES = { sequence: { groupOrder: 1 }, maxWorkers: 3 };

/** What is long waits a good deal, for servers and browsers that are ended: a third has the core meanwhile. */
const AT_LENGTH = { sequence: { groupOrder: 2 }, maxWorkers: 3 };

/** What weighs the memory of its process, and shares it with no other file. */
const WEIGHED = ['tests/data/sync/forgotten-names.test.ts', 'tests/server/held-room.test.ts'];

/** What weighs the memory of its page, which takes long: run by `npm run test:long`. */
const PAGE_WEIGHED = 'tests/data/vault/memory.browser.test.ts';

/**
 * What has its page for itself: it looks whether that has the focus, or puts something in the place
 * of a module, which a page that has loaded it before would not take.
 */
const PAGE_ALONE = 'tests/**/*.alone.browser.test.ts';

/**
 * What asks `tests/factories/long-run.ts` how much to go over, and what only the long run does.
 */
const LONG = [
  'tests/data/{damaged,newer}-record.test.ts',
  'tests/data/backup/format.test.ts',
  'tests/data/import/corpus-mutations.test.ts',
  'tests/data/import/read/xls-stream.test.ts',
  'tests/data/merge/newer-meets.test.ts',
  'tests/data/sync/{damaged-documents,long-answers}.test.ts',
  'tests/fuzz/sync.test.ts',
  'tests/server/{held-bodies,many-bodies,small-pieces}.test.ts',
];

/** The same of what needs a page. */
const PAGE_LONG = [
  'tests/data/import/import-undo-cut.browser.test.ts',
  'tests/fuzz/sync.browser.test.ts',
  'tests/rx-storage-indexeddb/differential.browser.test.ts',
  'tests/programmes/apple-credit/screens/code/code-list.browser.test.ts',
  'tests/programmes/apple-licences/screens/app/app-screen.browser.test.ts',
  'tests/workspace/screens/import/{same-file-again,same-files-together}.browser.test.ts',
];

/** What is long by nature, all of it. */
const LONG_ONLY = [
  'tests/data/sync/filled-by-size.test.ts',
  'tests/rx-storage-indexeddb/kill.test.ts',
  'tests/server/{kill,torn,untaken-answers}.test.ts',
  'tests/server/couch/same-document.test.ts',
  'tests/server/relay/untaken-answers.test.ts',
  'tests/tools/own-node.test.ts',
];

/** The same of what needs a page. */
const PAGE_LONG_ONLY = [
  'tests/data/import/import-undo-any-order.browser.test.ts',
  'tests/workspace/screens/import/import-press.browser.test.ts',
];

/** What makes keys by the worker that the app makes them by, and shows how far they are. */
const DERIVES = [
  'tests/data/vault/**/*.browser.test.ts',
  'tests/data/backup/restore.browser.test.ts',
  'tests/workspace/screens/vault/{key-wait,slow-key,unlock-sheet}.browser.test.ts',
];

/**
 * What a read says that was under way when its workspace was closed: the store, RxDB, or the app
 * that has none any more. The app loads its page anew then, and nobody hears of it; in a test the
 * page stays.
 */
const isLeftBehind = ({
  name,
  message,
}: {
  readonly name?: string;
  readonly message?: string;
}): boolean =>
  name === 'StorageError' ||
  message?.includes('Error-Code: COL21') === true ||
  message === 'no workspace is open';

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      // A busy machine is slow, not wrong: a test that hangs is found all the same. What is polled
      // for is waited for, too.
      testTimeout: 120_000,
      hookTimeout: 120_000,
      expect: { poll: { timeout: 60_000 } },
      // The pages of browser tests wait for each other otherwise, with a core idle.
      maxWorkers: '100%',
      // As for the journeys: a starved machine in CI gets a second try.
      retry: process.env.CI === undefined ? 0 : 1,
      // False: it is not counted.
      onUnhandledError: (error) => !isLeftBehind(error),
      projects: [
        {
          extends: true,
          test: {
            name: 'node',
            ...inNode,
            ...FIRST,
            // Loading the same modules anew for each file took more than half of the time.
            isolate: false,
            include: ['tests/**/*.test.ts'],
            exclude: ['tests/**/*.browser.test.ts', ...WEIGHED, ...LONG_ONLY],
          },
        },
        {
          extends: true,
          test: {
            name: 'weighed',
            ...inNode,
            ...FIRST,
            include: WEIGHED,
          },
        },
        // What goes over a matrix looks at all of it here: run by `npm run test:long`.
        {
          extends: true,
          test: {
            name: 'long',
            ...inNode,
            ...AT_LENGTH,
            env: { LONG_RUN: 'yes' },
            include: [...LONG, ...LONG_ONLY],
          },
        },
        {
          extends: true,
          resolve: { conditions: ['browser'] },
          test: {
            name: 'browser',
            ...inPage,
            ...IN_PAGES,
            // As in Node: a page for each file took longer than the tests in it.
            isolate: false,
            include: ['tests/**/*.browser.test.ts'],
            exclude: [PAGE_ALONE, PAGE_WEIGHED, ...PAGE_LONG_ONLY],
            browser: inBrowser(),
          },
        },
        {
          extends: true,
          resolve: { conditions: ['browser'] },
          test: {
            name: 'page-alone',
            ...inPage,
            ...IN_PAGES,
            include: [PAGE_ALONE],
            browser: inBrowser(),
          },
        },
        {
          extends: true,
          resolve: { conditions: ['browser'] },
          test: {
            name: 'page-weighed',
            ...inPage,
            ...AT_LENGTH,
            include: [PAGE_WEIGHED],
            browser: inBrowser(),
          },
        },
        {
          extends: true,
          resolve: { conditions: ['browser'] },
          test: {
            name: 'page-long',
            ...inPage,
            ...AT_LENGTH,
            env: { LONG_RUN: 'yes' },
            include: [...PAGE_LONG, ...PAGE_LONG_ONLY],
            browser: inBrowser(),
          },
        },
        // As an iPhone in Lockdown Mode, without WebAssembly, where the app's worker makes keys another
        // way: run by `npm run test:long`. Left out is what makes none by it, what is about WebAssembly,
        // and what looks at the page alone.
        {
          extends: true,
          resolve: { conditions: ['browser'] },
          test: {
            name: 'no-webassembly',
            ...inPage,
            ...AT_LENGTH,
            isolate: false,
            include: DERIVES,
            exclude: ['tests/data/vault/derive/derive.browser.test.ts', PAGE_WEIGHED],
            browser: inBrowser('--js-flags=--jitless'),
          },
        },
      ],
    },
  }),
);
