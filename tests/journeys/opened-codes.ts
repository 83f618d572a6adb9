import type { Page } from '@playwright/test';

/** A code as its record has it, opened, with where it came from. */
export type OpenedCode = {
  readonly code: string;
  readonly id: string;
  readonly parent: string;
  readonly row: number;
  readonly run: string;
};

type Heard = { vaultKeys: Set<CryptoKey> };

/**
 * Notes the keys with which this page seals codes, before any page is loaded: the only way to open
 * what is stored, since the app gives codes out one at a time. The keys stay in the page, which
 * cannot export them.
 */
export const hearVaultKeys = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const vaultKeys = new Set<CryptoKey>();
    const seal = crypto.subtle.encrypt.bind(crypto.subtle);
    crypto.subtle.encrypt = (algorithm, key, data) => {
      const { additionalData } = algorithm as AesGcmParams;
      if (additionalData !== undefined) {
        const boundTo = JSON.parse(
          new TextDecoder().decode(additionalData as BufferSource),
        ) as string[];
        if (boundTo[1] === 'sealed') vaultKeys.add(key);
      }
      return seal(algorithm, key, data);
    };
    (globalThis as unknown as Heard).vaultKeys = vaultKeys;
  });

/** Every live code record opened with the keys that were heard; rejects when one does not open. */
export const openedCodes = (page: Page, run: string): Promise<OpenedCode[]> =>
  page.evaluate(async (run) => {
    type Stored = {
      readonly id: string;
      readonly kind: string;
      readonly parent: string;
      readonly _deleted: unknown;
      readonly data: {
        readonly sealed: { readonly key: string; readonly iv: string; readonly text: string };
        readonly origin?: { readonly row: number; readonly run: string };
      };
    };
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const bytes = (text: string): Uint8Array<ArrayBuffer> =>
      Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const open = async ({ id, data: { sealed } }: Stored): Promise<string> => {
      const additionalData = new TextEncoder().encode(JSON.stringify([id, 'sealed', sealed.key]));
      const algorithm = { name: 'AES-GCM', iv: bytes(sealed.iv), additionalData };
      for (const key of (globalThis as unknown as Heard).vaultKeys) {
        const opened = await crypto.subtle
          .decrypt(algorithm, key, bytes(sealed.text))
          .catch(() => undefined);
        if (opened !== undefined) return new TextDecoder().decode(opened);
      }
      throw new Error(`the code of ${id} does not open`);
    };
    const found: OpenedCode[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name));
      if (database.objectStoreNames.contains('docs')) {
        const all = (await asked(
          database.transaction('docs').objectStore('docs').getAll(),
        )) as Stored[];
        for (const record of all) {
          const { id, kind, parent, data } = record;
          if (
            kind !== 'redemption-code' ||
            data.origin?.run !== run ||
            (record._deleted ?? '0') !== '0'
          )
            continue;
          found.push({ code: await open(record), id, parent, row: data.origin.row, run });
        }
      }
      database.close();
    }
    return found.sort((a, b) => a.row - b.row);
  }, run);
