import type { DeriveAnswer, DeriveFault, DeriveQuestion, Stretch } from './derivation.ts';

/** A worker's own scope, as far as it is used here. */
type Scope = {
  onmessage: ((event: MessageEvent<DeriveQuestion>) => void) | null;
  postMessage(answer: DeriveAnswer, transfer?: Transferable[]): void;
};

// The page's types know only `window`.
const scope = globalThis as unknown as Scope;

/** Long enough for browsers' messages about memory and disabled features. */
const LONGEST_MESSAGE = 120;

/** Answers the questions that the page puts to this worker. */
export const answerBy = (stretch: Stretch): void => {
  scope.onmessage = async ({ data }) => {
    // Reports the start: a worker that could not be loaded never does.
    scope.postMessage({ share: 0 });
    try {
      const key = new Uint8Array(await stretch(data, (share) => scope.postMessage({ share })));
      scope.postMessage({ key }, [key.buffer]);
    } catch (error) {
      scope.postMessage({ failed: faultOf(error) });
    }
  };
};

/**
 * What may be passed on about an error. The engine got the secret only as bytes, so its message
 * cannot contain it.
 */
const faultOf = (error: unknown): DeriveFault =>
  error instanceof Error
    ? { name: error.name, message: error.message.slice(0, LONGEST_MESSAGE) }
    : { name: typeof error, message: '' };
