import type { DeriveAnswer, DeriveFault, DeriveQuestion, Stretch } from './derivation.ts';

/** A worker's own scope, as far as it is used here; the page's types know only `window`. */
type Scope = {
  onmessage: ((event: MessageEvent<DeriveQuestion>) => void) | null;
  postMessage(answer: DeriveAnswer, transfer?: Transferable[]): void;
};

const scope = globalThis as unknown as Scope;

/** Long enough for what browsers say of memory and of what is switched off. */
const LONGEST_MESSAGE = 120;

/** Answers the questions that the page puts to this worker. */
export const answerBy = (stretch: Stretch): void => {
  scope.onmessage = async ({ data }) => {
    // That it began: a worker that could not be loaded never says so.
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
 * What may be told of an error. The engine knew the secret as bytes alone, so that its words cannot
 * hold it.
 */
const faultOf = (error: unknown): DeriveFault =>
  error instanceof Error
    ? { name: error.name, message: error.message.slice(0, LONGEST_MESSAGE) }
    : { name: typeof error, message: '' };
