import { expect, test } from '@playwright/test';
import { SPLASHES } from '../../src/tools/splash-screens.mjs';
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

const unquoted = (values: readonly string[]): string[] =>
  values.map((value) => value.replace(/^'|'$/g, ''));

test('X6: the built app starts from our own server, without a complaint of the browser', async ({
  page,
}) => {
  const served = await serve();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${served.url}/`);
  await expect(page.locator('h1').first()).toBeVisible();
  expect(complaints).toEqual([]);
  await served.stop();
});

test('X9: the server sends the policy of svelte.config.js with the hash of the start script', async ({
  request,
}) => {
  const served = await serve();
  const answer = await request.get(`${served.url}/`);
  const { 'frame-ancestors': ancestors, ...sent } = directivesOf(
    answer.headers()['content-security-policy'] ?? '',
  );
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

test('X7: the start page says how it looks on a Home Screen, and every picture for that can be drawn @long', async ({
  page,
}) => {
  const served = await serve();
  await page.goto(`${served.url}/`);
  const meta = (name: string): Promise<string[]> =>
    page
      .locator(`meta[name="${name}"]`)
      .evaluateAll((all) => all.map((element) => element.getAttribute('content') ?? ''));
  expect(await meta('theme-color')).toEqual(['#f2f4f3', '#0c1011']);
  for (const [name, content] of [
    ['mobile-web-app-capable', 'yes'],
    ['apple-mobile-web-app-capable', 'yes'],
    ['apple-mobile-web-app-title', 'Volym'],
    ['apple-mobile-web-app-status-bar-style', 'default'],
  ] as const)
    expect([name, ...(await meta(name))]).toEqual([name, content]);
  const drawn = await page.locator('link[rel="apple-touch-startup-image"]').evaluateAll((links) =>
    Promise.all(
      links.map(async (link) => {
        const { href } = link as HTMLLinkElement;
        const { width, height } = await createImageBitmap(await (await fetch(href)).blob());
        return `${new URL(href).pathname} ${width}x${height}`;
      }),
    ),
  );
  expect(drawn).toEqual(SPLASHES.map(({ file, width, height }) => `/${file} ${width}x${height}`));
  await served.stop();
});

test('X6: a stopped server leaves its port closed, and comes back at the same address', async ({
  request,
}) => {
  const served = await serve();
  expect(await isClosed(served.url)).toBe(false);
  await served.stop();
  expect(await isClosed(served.url)).toBe(true);
  await served.restart();
  expect((await request.get(`${served.url}/_up`)).status()).toBe(200);
  await served.stop();
});
