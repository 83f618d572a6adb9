import { reportBug } from '#platform/report-bug.ts';
import { askWorker, SILENT } from './ask-worker.ts';
import type { Derivation, DeriveQuestion } from './derivation.ts';
import { DeriveFailed } from './derive-failed.ts';
import { sealingKey } from './sealed-box.ts';

/** A key that is made without WebAssembly, which takes a minute on a device where nothing is compiled. */
export type SlowKey = {
  /** There is none on this device, or it made no key. */
  readonly why: 'no-webassembly' | 'failed';
  /** How much is done, 0 to 1. */
  readonly share: number;
  /** How long it may take, by the cost of the derivation; 0 for next to no time. */
  readonly minutes: number;
};

/** Who waits for a key: what they are told meanwhile, and how they give up. */
export type KeyWaiter = {
  readonly signal?: AbortSignal;
  /** As soon as the key is made the slow way, and then as it gets on. */
  readonly onslow?: (slow: SlowKey) => void;
};

/** Makes the key that wraps a keyring from a secret. Throws `DeriveFailed`. */
export type Derive = (
  secret: string,
  salt: Uint8Array<ArrayBuffer>,
  derivation: Derivation,
  waiter?: KeyWaiter,
) => Promise<CryptoKey>;

/** New workers: one with WebAssembly, and one without. */
export type DeriveWorkers = { readonly fast: () => Worker; readonly plain: () => Worker };

/**
 * Derives in a worker of its own, which is gone afterwards with its 64 MiB and the secret. When WebAssembly fails another
 * worker tries once more (memory may have been short for a moment); then, and where there is no WebAssembly, the key is
 * made without it: a vault that does not open is lost to its owner.
 */
export const deriveBy =
  (workers: DeriveWorkers): Derive =>
  async (secret, salt, derivation, waiter = {}) => {
    const question = { secret: new TextEncoder().encode(secret), salt, derivation };
    const raw =
      (await makeFast(workers.fast, question, waiter)) ?? (await makePlainly(workers.plain, question, waiter));
    const key = await sealingKey(raw);
    raw.fill(0);
    return key;
  };

/** The app's own workers. */
export const ownWorkers: DeriveWorkers = {
  fast: () => new Worker(new URL('./derive.worker.ts', import.meta.url), { type: 'module', name: 'volym-derive' }),
  plain: () =>
    new Worker(new URL('./derive-plainly.worker.ts', import.meta.url), {
      type: 'module',
      name: 'volym-derive-plainly',
    }),
};

/** Derives as `deriveBy` says, in the app's own workers. */
export const deriveInWorker: Derive = deriveBy(ownWorkers);

/** The same, told to whoever waits; who left gets no key, not even one that was made already. */
export const toldTo = (waiter: KeyWaiter | undefined, derive: Derive = deriveInWorker): Derive =>
  waiter === undefined
    ? derive
    : async (secret, salt, derivation) => {
        const key = await derive(secret, salt, derivation, waiter);
        if (waiter.signal?.aborted === true) throw new DeriveFailed('given-up');
        return key;
      };

const hasWebAssembly = (): boolean => typeof WebAssembly !== 'undefined';

/** The key by WebAssembly; undefined when it has none to give. */
const makeFast = async (
  fresh: () => Worker,
  question: DeriveQuestion,
  { signal }: KeyWaiter,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  for (let tries = 0; tries < 2 && hasWebAssembly(); tries += 1) {
    try {
      return await askWorker(fresh(), question, { signal });
    } catch (error) {
      if (!(error instanceof DeriveFailed) || error.code !== 'derive-failed') throw error;
      reportBug('a key was not made by WebAssembly', error);
      // The deadline has gone by once: it would again.
      if (error.told === SILENT) return undefined;
    }
  }
  return undefined;
};

/** What today's derivation costs: a minute without a compiler. */
const COST_OF_A_MINUTE = 65_536 * 3;

const makePlainly = (
  fresh: () => Worker,
  question: DeriveQuestion,
  { signal, onslow }: KeyWaiter,
): Promise<Uint8Array<ArrayBuffer>> => {
  const { memoryKiB, passes } = question.derivation;
  const minutes = Math.round((memoryKiB * passes) / COST_OF_A_MINUTE);
  const why = hasWebAssembly() ? 'failed' : 'no-webassembly';
  const onshare = (share: number): void => onslow?.({ why, share, minutes });
  if (signal?.aborted !== true) onshare(0);
  return askWorker(fresh(), question, { signal, onshare });
};
