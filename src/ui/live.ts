import type { Observable } from 'rxjs';
import { createSubscriber } from 'svelte/reactivity';

/** A value that follows an observable while something on the screen reads it. */
export type Live<T> = {
  readonly current: T;
  /** False until the first value came. */ readonly ready: boolean;
};

/**
 * RxDB meets runes: subscribes while `current` is read in an effect or template, and lets go
 * afterwards.
 */
export const live = <T>(observable: Observable<T>, initial: T): Live<T> => {
  let current = initial;
  let ready = false;
  const subscribe = createSubscriber((update) => {
    const subscription = observable.subscribe((value) => {
      current = value;
      ready = true;
      update();
    });
    return () => subscription.unsubscribe();
  });
  return {
    get current() {
      subscribe();
      return current;
    },
    get ready() {
      subscribe();
      return ready;
    },
  };
};
