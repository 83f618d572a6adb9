import { stretch, type DeriveAnswer, type DeriveQuestion } from './argon2.ts';

/** The worker's own scope, as far as it is used here; the page's types know only `window`. */
type Scope = {
  onmessage: ((event: MessageEvent<DeriveQuestion>) => void) | null;
  postMessage(answer: DeriveAnswer, transfer?: Transferable[]): void;
};

const scope = globalThis as unknown as Scope;

scope.onmessage = ({ data }) => {
  stretch(data.secret, data.salt, data.derivation).then(
    (key) => scope.postMessage({ key }, [key.buffer]),
    // Not the error itself: its text is not ours, and what came in was a secret.
    () => scope.postMessage({ failed: true }),
  );
};
