import type { Browser, BrowserContext, Page } from '@playwright/test';

/** A key of the device, in a form that leaves its browser. */
type KeptKey = {
  readonly jwk: JsonWebKey;
  readonly algorithm: KeyAlgorithm;
  readonly usages: readonly KeyUsage[];
};
/** Where a key is in the table of the device: the entry, and the way into its value. */
type KeyAt = { readonly entry: string; readonly way: readonly string[]; readonly key: KeptKey };

/** All that a device keeps: what a new one is given to be as this one was. */
export type KeptDevice = {
  readonly state: Awaited<ReturnType<BrowserContext['storageState']>>;
  /** Keys are no part of that: Playwright makes empty objects of them. */
  readonly keys: readonly KeyAt[];
};

/** The database of `src/data/device/device-store.ts`, and its table. */
const TABLE = { database: 'volym-device', store: 'keys' };

/** Lets the keys that a page makes leave it, which no key of the app can: called before its first address. */
export const letKeysOut = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const { importKey } = SubtleCrypto.prototype;
    SubtleCrypto.prototype.importKey = function (this: SubtleCrypto, ...given: unknown[]) {
      given[3] = true;
      return Reflect.apply(importKey, this, given) as Promise<CryptoKey>;
    } as typeof importKey;
  });

/** What the device of a page keeps, whose keys were let out. */
export const keepDevice = async (context: BrowserContext, page: Page): Promise<KeptDevice> => ({
  state: await context.storageState({ indexedDB: true }),
  keys: await readKeys(page),
});

/** A device that keeps what another one kept; its page is at an address that opens nothing of it. */
export const deviceLike = async (
  browser: Browser,
  { state, keys }: KeptDevice,
  quietUrl: string,
): Promise<{ readonly context: BrowserContext; readonly page: Page }> => {
  const context = await browser.newContext({ storageState: state });
  const page = await context.newPage();
  await page.goto(quietUrl);
  await putKeys(page, keys);
  return { context, page };
};

const readKeys = (page: Page): Promise<KeyAt[]> =>
  page.evaluate(async ({ database: name, store }) => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const found: { entry: string; way: string[]; key: CryptoKey }[] = [];
    const collect = (entry: string, way: string[], value: unknown): void => {
      if (value instanceof CryptoKey) found.push({ entry, way, key: value });
      else if (typeof value === 'object' && value !== null)
        for (const [name, part] of Object.entries(value)) collect(entry, [...way, name], part);
    };
    const database = await asked(indexedDB.open(name));
    const table = database.transaction(store).objectStore(store);
    const [entries, values] = await Promise.all([
      asked(table.getAllKeys()),
      asked<unknown[]>(table.getAll()),
    ]);
    database.close();
    entries.forEach((entry, nth) => collect(String(entry), [], values[nth]));
    return Promise.all(
      found.map(async ({ entry, way, key }) => {
        const { algorithm, usages } = key;
        const jwk = await crypto.subtle.exportKey('jwk', key);
        return { entry, way, key: { jwk, algorithm, usages } };
      }),
    );
  }, TABLE);

const putKeys = (page: Page, keys: readonly KeyAt[]): Promise<void> =>
  page.evaluate(
    async ({ keys, database: name, store }) => {
      const asked = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await asked(indexedDB.open(name));
      for (const { entry, way, key } of keys) {
        const made = await crypto.subtle.importKey(
          'jwk',
          key.jwk,
          key.algorithm,
          false,
          key.usages,
        );
        const table = database.transaction(store, 'readwrite').objectStore(store);
        const value: unknown = await asked(table.get(entry));
        const holder = way
          .slice(0, -1)
          .reduce((part, step) => (part as Record<string, unknown>)[step], value);
        Object.assign(holder as object, { [way.at(-1) ?? '']: made });
        await asked(table.put(value, entry));
      }
      database.close();
    },
    { keys, ...TABLE },
  );
