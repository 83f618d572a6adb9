import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { homeChunk } from './src/tools/home-chunk.ts';

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

export default defineConfig({
  plugins: [sveltekit()],
  // rxdb brings a Dexie of its own; two in one page refuse to work together.
  resolve: { dedupe: ['dexie'] },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: homeChunk() }] } } },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.ts'],
        },
      },
      {
        extends: true,
        resolve: { conditions: ['browser'] },
        // Loaded late by a part: found only then, it would make the running tests load anew.
        optimizeDeps: { include: ['qr', 'xlsx'] },
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: chromium, args: ['--no-sandbox'] } }),
            instances: [{ browser: 'chromium', viewport: { width: 390, height: 844 } }],
          },
        },
      },
    ],
  },
});
