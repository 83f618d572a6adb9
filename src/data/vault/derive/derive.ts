import { reportBug } from '#platform/report-bug.ts';
import { askWorker, SILENT } from './ask-worker.ts';
import type { Derivation, DeriveQuestion } from './derivation.ts';
import { DeriveFailed } from './derive-failed.ts';
import { sealingKey } from '../seal/sealed-box.ts';

/**
 * A key that is made without WebAssembly, which takes a minute on a device where nothing is
 * compiled.
 */
export type SlowKey = {
  /** There is none on this device, or it made no key. */
  readonly why: 'no-webassembly' | 'failed';
  /** How much is done, 0 to 1. */
  readonly share: number;
  /** How long it may take, by the cost of the derivation; 0 for next to no time. */
  readonly minutes: number;
};

/** Someone waiting for a key: how they hear of progress, and how they give up. */
export type KeyWaiter = {
  readonly signal?: AbortSignal;
  /** As soon as the key is made the slow way, and then as it gets on. */
  readonly onslow?: (slow: SlowKey) => void;
  /** Before each wrap of a keyring that the secret is tried on. */
  readonly onwrap?: ((number: number, of: number) => void) | undefined;
  /** They want it tried on all wraps of a keyring, not only a few, however long that takes. */
  readonly isAll?: boolean | undefined;
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
 * Derives in its own worker, which is gone afterwards with its 64 MiB and the secret. If the
 * WebAssembly worker does not load or fails, another one tries again (memory may have been short
 * for a moment); after that, and without WebAssembly, the key is made in plain JavaScript; a vault
 * that does not open is lost to its owner.
 */
export const deriveBy = (workers: DeriveWorkers): Derive => {
  // The deadline has gone by once, of this key or one before: it would again.
  let wasSilent = false;
  const failed = (error: unknown): void => {
    if (error instanceof DeriveFailed && error.code === 'given-up') throw error;
    reportBug('a key was not made by WebAssembly', error);
    wasSilent ||= error instanceof DeriveFailed && error.told === SILENT;
  };
  /** The key by WebAssembly; undefined when it has none to give. */
  const makeFast = async (
    question: DeriveQuestion,
    { signal }: KeyWaiter,
  ): Promise<RawKey | undefined> => {
    for (let tries = 0; tries < 2 && hasWebAssembly() && !wasSilent; tries += 1) {
      try {
        return await askWorker(begin(workers.fast), question, { signal });
      } catch (error) {
        failed(error);
      }
    }
    return undefined;
  };
  return async (secret, salt, derivation, waiter = {}) => {
    const question = { secret: new TextEncoder().encode(secret), salt, derivation };
    const raw =
      (await makeFast(question, waiter)) ?? (await makePlainly(workers.plain, question, waiter));
    const key = await sealingKey(raw);
    raw.fill(0);
    return key;
  };
};

type RawKey = Uint8Array<ArrayBuffer>;

/** A browser that cannot start more workers throws. */
const begin = (fresh: () => Worker): Worker => {
  try {
    return fresh();
  } catch (error) {
    throw new DeriveFailed('not-loaded', error instanceof Error ? error.name : '');
  }
};

/** The app's own workers. */
export const ownWorkers: DeriveWorkers = {
  fast: () =>
    new Worker(new URL('./derive.worker.ts', import.meta.url), {
      type: 'module',
      name: 'volym-derive',
    }),
  plain: () =>
    new Worker(new URL('./derive-plainly.worker.ts', import.meta.url), {
      type: 'module',
      name: 'volym-derive-plainly',
    }),
};

/** Derives as `deriveBy` says, in the app's own workers. */
export const deriveInWorker: Derive = deriveBy(ownWorkers);

/**
 * The same, with its progress shown to the one who waits; whoever left gets no key, not even one
 * that was made already.
 */
export const derivingFor = (
  waiter: KeyWaiter | undefined,
  derive: Derive = deriveInWorker,
): Derive =>
  waiter === undefined
    ? derive
    : async (secret, salt, derivation) => {
        const key = await derive(secret, salt, derivation, waiter);
        if (waiter.signal?.aborted === true) throw new DeriveFailed('given-up');
        return key;
      };

const hasWebAssembly = (): boolean => typeof WebAssembly !== 'undefined';

/** What today's derivation costs: a minute without a compiler. */
const COST_OF_A_MINUTE = 65_536 * 3;

const makePlainly = (
  fresh: () => Worker,
  question: DeriveQuestion,
  { signal, onslow }: KeyWaiter,
): Promise<RawKey> => {
  const { memoryKiB, passes } = question.derivation;
  const minutes = Math.round((memoryKiB * passes) / COST_OF_A_MINUTE);
  const why = hasWebAssembly() ? 'failed' : 'no-webassembly';
  const onshare = (share: number): void => onslow?.({ why, share, minutes });
  if (signal?.aborted !== true) onshare(0);
  return askWorker(begin(fresh), question, { signal, onshare });
};
