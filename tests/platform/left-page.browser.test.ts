import { expect, onTestFinished, test, vi } from 'vitest';
import { endTransactionsWhenLeft } from '../../src/platform/left-page.ts';

const NAME = 'left-page';

const openStore = async (): Promise<IDBDatabase> => {
  const asked = indexedDB.open(NAME, 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore('records');
  await new Promise((opened) => (asked.onsuccess = opened));
  onTestFinished(() => {
    asked.result.close();
    indexedDB.deleteDatabase(NAME);
  });
  return asked.result;
};

/** A transaction that does not end by itself: it writes on and on. */
const writeOn = (store: IDBDatabase): { readonly ended: Promise<string> } => {
  const transaction = store.transaction('records', 'readwrite');
  const more = (): void => void (transaction.objectStore('records').put(1, 'cut').onsuccess = more);
  more();
  return {
    ended: new Promise((tell) => {
      transaction.onabort = () => tell('abort');
      transaction.oncomplete = () => tell('complete');
    }),
  };
};

const writeOnce = (store: IDBDatabase): Promise<unknown> =>
  new Promise((done) => {
    const transaction = store.transaction('records', 'readwrite');
    transaction.objectStore('records').put(1, 'whole');
    transaction.oncomplete = done;
  });

const kept = (store: IDBDatabase): Promise<unknown> =>
  new Promise((tell) => {
    const asked = store.transaction('records').objectStore('records').getAllKeys();
    asked.onsuccess = () => tell(asked.result);
  });

const page = (what: 'pagehide' | 'pageshow', persisted: boolean): void =>
  void window.dispatchEvent(new PageTransitionEvent(what, { persisted }));

const guarded = (): { readonly beginAnew: () => void } => {
  const beginAnew = vi.fn<() => void>();
  onTestFinished(endTransactionsWhenLeft(beginAnew));
  return { beginAnew };
};

test('X6: a page that the browser keeps when it is left holds no transaction, and begins again when it comes back', async () => {
  const { beginAnew } = guarded();
  const store = await openStore();
  const { ended } = writeOn(store);
  page('pagehide', true);
  expect(await ended).toBe('abort');
  expect(beginAnew).not.toHaveBeenCalled();
  page('pageshow', true);
  expect(beginAnew).toHaveBeenCalledOnce();
  expect(await kept(store)).toEqual([]);
});

test('X6: a page that was left while nothing was under way goes on as it was', async () => {
  const { beginAnew } = guarded();
  const store = await openStore();
  await writeOnce(store);
  page('pagehide', true);
  page('pageshow', true);
  expect(beginAnew).not.toHaveBeenCalled();
  expect(await kept(store)).toEqual(['whole']);
});

test('X6: no transaction begins in a page that was left, which begins again when it comes back', async () => {
  const { beginAnew } = guarded();
  const store = await openStore();
  page('pagehide', true);
  expect(() => store.transaction('records')).toThrow(
    expect.objectContaining({ name: 'AbortError' }),
  );
  page('pageshow', true);
  expect(beginAnew).toHaveBeenCalledOnce();
  await writeOnce(store);
});

test('X6: in a page that the browser does not keep all goes on to its end', async () => {
  guarded();
  const store = await openStore();
  page('pagehide', false);
  await writeOnce(store);
  expect(await kept(store)).toEqual(['whole']);
});
