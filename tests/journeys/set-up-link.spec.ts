import { expect, test, type Request } from '@playwright/test';
import { serve, type Served } from './serve.ts';

let served: Served;
test.beforeAll(async () => void (served = await serve()));
test.afterAll(() => served.stop());

const TOKEN = 'A'.repeat(43);

for (const hash of ['set-up', 'invited'] as const)
  test(`X9: a link that lets in (${hash}) is out of the address and the history before anything is waited for`, async ({
    page,
  }) => {
    const link =
      hash === 'set-up' ? served.setUpLink() : `${served.url}/join#invited.${TOKEN}.${TOKEN}`;
    const secret = new URL(link).hash.slice(1);
    const requests: Request[] = [];
    page.on('request', (request) => void requests.push(request));
    const waiting = Promise.withResolvers<void>();
    // No screen comes: the page stops as early as it can.
    await page.route('**/_app/immutable/nodes/**', async (route) => {
      await waiting.promise;
      await route.continue();
    });
    await page.goto(link, { waitUntil: 'commit' });
    const seen = () =>
      page.evaluate(() => {
        const { navigation } = window as unknown as {
          navigation: { entries(): { url: string }[] };
        };
        return [location.href, ...navigation.entries().map(({ url }) => url)];
      });
    await expect.poll(async () => (await seen()).filter((url) => url.includes('#'))).toEqual([]);
    await expect(page.locator('h1')).toHaveCount(0);
    waiting.resolve();
    // It was read all the same.
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.getByLabel('Länk', { exact: true })).toHaveCount(0);
    expect((await seen()).filter((url) => url.includes('#'))).toEqual([]);
    // Nor did any request say it: a fragment stays in the browser, also where a page tells what led
    // to it.
    const texts = await Promise.all(
      requests.map(async (request) => request.url() + JSON.stringify(await request.allHeaders())),
    );
    expect(texts.filter((text) => text.includes(served.url)).length).toBeGreaterThan(2);
    expect(texts.filter((text) => text.includes(secret.split('.').at(-1)!))).toEqual([]);
  });
