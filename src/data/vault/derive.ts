import type { Derivation, DeriveAnswer, DeriveQuestion } from './argon2.ts';

/** The key could not be made: most likely too little free memory. */
export class DeriveFailed extends Error {
  override readonly name = 'DeriveFailed';
}

/** Makes the key that wraps a keyring from a secret. */
export type Derive = (secret: string, salt: Uint8Array<ArrayBuffer>, derivation: Derivation) => Promise<CryptoKey>;

/** A wrapped key that cannot be taken out again. */
export const wrappingKey = (raw: BufferSource): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

/** Derives in a worker of its own, which is gone afterwards with its 64 MiB and the secret. */
export const deriveInWorker: Derive = async (secret, salt, derivation) => {
  const worker = new Worker(new URL('./derive.worker.ts', import.meta.url), { type: 'module', name: 'volym-derive' });
  try {
    const raw = await asked(worker, { secret, salt, derivation });
    const key = await wrappingKey(raw);
    raw.fill(0);
    return key;
  } finally {
    worker.terminate();
  }
};

const asked = (worker: Worker, question: DeriveQuestion): Promise<Uint8Array<ArrayBuffer>> =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<DeriveAnswer>) =>
      'key' in data ? resolve(data.key as Uint8Array<ArrayBuffer>) : reject(new DeriveFailed('derivation failed'));
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new DeriveFailed('the worker did not start'));
    };
    worker.postMessage(question);
  });
