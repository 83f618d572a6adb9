import type { Derivation, DeriveAnswer, DeriveQuestion } from './argon2.ts';
import { sealingKey } from './sealed-box.ts';

/** The key could not be made: `derive-failed` most likely for too little free memory, `not-loaded` when no worker came. */
export class DeriveFailed extends Error {
  override readonly name = 'DeriveFailed';
  readonly code: 'derive-failed' | 'not-loaded';

  constructor(code: DeriveFailed['code'] = 'derive-failed') {
    super(code);
    this.code = code;
  }
}

/** Makes the key that wraps a keyring from a secret. */
export type Derive = (secret: string, salt: Uint8Array<ArrayBuffer>, derivation: Derivation) => Promise<CryptoKey>;

/** Derives in a worker of its own, which is gone afterwards with its 64 MiB and the secret. */
export const deriveInWorker: Derive = async (secret, salt, derivation) => {
  const worker = new Worker(new URL('./derive.worker.ts', import.meta.url), { type: 'module', name: 'volym-derive' });
  try {
    const raw = await askWorker(worker, { secret, salt, derivation });
    const key = await sealingKey(raw);
    raw.fill(0);
    return key;
  } finally {
    worker.terminate();
  }
};

/** Far above what the slowest phone takes: a system that is short of memory ends a worker without a word. */
const DEADLINE_MS = 60_000;

/** Puts the question to a worker that was just made; rejects with `DeriveFailed`, also when no answer ever comes. */
export const askWorker = async (
  worker: Worker,
  question: DeriveQuestion,
  deadlineMs = DEADLINE_MS,
): Promise<Uint8Array<ArrayBuffer>> => {
  let deadline: ReturnType<typeof setTimeout> | undefined;
  const answer = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    const fail = (code?: DeriveFailed['code']): void => reject(new DeriveFailed(code));
    deadline = setTimeout(fail, deadlineMs, 'derive-failed');
    worker.onmessage = ({ data }: MessageEvent<DeriveAnswer>) =>
      'key' in data ? resolve(data.key as Uint8Array<ArrayBuffer>) : fail();
    worker.onmessageerror = () => fail();
    worker.onerror = (event) => {
      event.preventDefault();
      fail('not-loaded');
    };
    worker.postMessage(question);
  });
  return answer.finally(() => clearTimeout(deadline));
};
