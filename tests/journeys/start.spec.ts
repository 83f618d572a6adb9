import { expect, test } from '@playwright/test';
import svelteConfig from '../../svelte.config.js';
import { isClosed, serve } from './serve.ts';

test.use({ serviceWorkers: 'allow' });

/** `name value value` per directive, keywords in quotes as HTTP wants them. */
const directivesOf = (policy: string): Record<string, string[]> =>
  Object.fromEntries(
    policy.split(';').map((directive) => {
      const [name = '', ...values] = directive.trim().split(/\s+/);
      return [name, values];
    }),
  );

const unquoted = (values: readonly string[]): string[] => values.map((value) => value.replace(/^'|'$/g, ''));

test('X6: the built app starts from our own server, without a complaint of the browser', async ({ page }) => {
  const served = await serve();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${served.url}/`);
  await expect(page.locator('h1').first()).toBeVisible();
  expect(complaints).toEqual([]);
  await served.stop();
});

test('X9: the server sends the policy of svelte.config.js with the hash of the start script', async ({ request }) => {
  const served = await serve();
  const answer = await request.get(`${served.url}/`);
  const { 'frame-ancestors': ancestors, ...sent } = directivesOf(answer.headers()['content-security-policy'] ?? '');
  const page = directivesOf(
    /http-equiv="content-security-policy" content="([^"]*)"/.exec(await answer.text())?.[1] ?? '',
  );
  expect(ancestors).toEqual(["'none'"]);
  expect(sent).toEqual(page);
  for (const [name, values] of Object.entries(svelteConfig.kit?.csp?.directives ?? {}))
    expect(unquoted(sent[name] ?? [])).toEqual(expect.arrayContaining([...(values as string[])]));
  expect(sent['script-src']?.some((value) => value.startsWith("'sha256-"))).toBe(true);
  await served.stop();
});

test('X6: a stopped server leaves its port closed, and comes back at the same address', async ({ request }) => {
  const served = await serve();
  expect(await isClosed(served.url)).toBe(false);
  await served.stop();
  expect(await isClosed(served.url)).toBe(true);
  await served.restart();
  expect((await request.get(`${served.url}/_up`)).status()).toBe(200);
  await served.stop();
});
