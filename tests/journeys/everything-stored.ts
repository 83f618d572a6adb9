import type { Page } from '@playwright/test';

/** One thing that the browser keeps for the app, as bytes read as Latin-1, and where it is. */
export type Kept = { readonly where: string; readonly bytes: string };

/**
 * All that the browser keeps for this origin, read through its own interface (files on disk may be
 * compressed): every record of every IndexedDB store with the files in it, every cache entry,
 * private files, cookies, local and session storage, and what the address bar shows.
 */
export const everythingStored = (page: Page): Promise<Kept[]> =>
  page.evaluate(async () => {
    const kept: { where: string; bytes: string }[] = [];
    const latin1 = (bytes: Uint8Array): string =>
      Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    const utf8 = (text: string): string => latin1(new TextEncoder().encode(text));
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });

    // Text inside values is kept as it is; bytes are read as bytes, since a code could hide in a
    // buffer.
    const blobs: [Blob, string][] = [];
    const spread = (value: unknown, where: string): void => {
      if (value instanceof Blob) blobs.push([value, where]);
      else if (typeof value === 'string') kept.push({ where, bytes: utf8(value) });
      else if (value instanceof ArrayBuffer)
        kept.push({ where, bytes: latin1(new Uint8Array(value)) });
      else if (ArrayBuffer.isView(value))
        kept.push({
          where,
          bytes: latin1(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)),
        });
      else if (value instanceof Map) spread([...value].flat(), where);
      else if (value instanceof Set) spread([...value], where);
      else if (value !== null && typeof value === 'object')
        for (const [key, item] of Object.entries(value)) {
          spread(key, where);
          spread(item, `${where}.${key}`);
        }
    };

    for (const { name = '' } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const opened = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([
          asked(opened.getAllKeys()),
          asked(opened.getAll()),
        ]);
        spread(keys, `${name}/${store} keys`);
        spread(values, `${name}/${store}`);
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        spread(request.url, `cache ${name}`);
        if (response) spread(await response.arrayBuffer(), `cache ${name} ${request.url}`);
      }
    }
    const walk = async (folder: FileSystemDirectoryHandle, where: string): Promise<void> => {
      const entries = folder as unknown as AsyncIterable<[string, FileSystemHandle]>;
      for await (const [name, handle] of entries) {
        spread(name, where);
        if (handle.kind === 'directory')
          await walk(handle as FileSystemDirectoryHandle, `${where}/${name}`);
        else spread(await (handle as FileSystemFileHandle).getFile(), `${where}/${name}`);
      }
    };
    // WebKit on Linux has no such place, and no `navigator.storage` at all.
    if ('storage' in navigator) await walk(await navigator.storage.getDirectory(), 'private files');
    for (const [blob, where] of blobs) spread(await blob.arrayBuffer(), where);
    spread(document.cookie, 'cookies');
    spread({ ...localStorage }, 'localStorage');
    spread({ ...sessionStorage }, 'sessionStorage');
    spread(location.href, 'address');
    spread(document.title, 'title');
    spread(history.state, 'history state');
    return kept;
  });

/** The forms in which a code could be stored, as Latin-1 bytes: each is looked for (X9). */
export const formsOf = (code: string): Record<string, string> => {
  const hyphened = (code.match(/.{1,4}/g) ?? []).join('-');
  const utf16 = (text: string): string =>
    [...Buffer.from(text, 'utf16le')].map((byte) => String.fromCharCode(byte)).join('');
  // Base64 of a text depends on where it begins in its triplet: the part that no neighbour changes
  // is looked for.
  const base64 = [0, 1, 2].map((shift) => {
    const whole = Buffer.from('\0'.repeat(shift) + code).toString('base64');
    return whole.slice(
      shift === 0 ? 0 : shift + 1,
      whole.length - (((shift + code.length) % 3) + 1),
    );
  });
  return {
    plain: code,
    lower: code.toLowerCase(),
    hyphened,
    hyphenedLower: hyphened.toLowerCase(),
    spaced: hyphened.replaceAll('-', ' '),
    utf16: utf16(code),
    base64: base64[0] as string,
    base64Shifted: base64[1] as string,
    base64Twice: base64[2] as string,
    link: `code=${code}`,
  };
};

/** Where a code is to be found, in which form; empty when it is nowhere. */
export const placesOf = (code: string, kept: readonly Kept[]): string[] =>
  Object.entries(formsOf(code)).flatMap(([form, bytes]) =>
    kept.filter((thing) => thing.bytes.includes(bytes)).map(({ where }) => `${form} in ${where}`),
  );
