/**
 * Whether the browser promised not to clear what the app keeps here; false where it cannot be
 * asked.
 */
export const isPersisted = async (): Promise<boolean> =>
  (await navigator.storage?.persisted?.()) ?? false;

/** Whether the browser can be asked for that promise at all. */
export const canPersist = (): boolean => typeof navigator.storage?.persist === 'function';

/** Asks the browser for that promise; it decides by itself or asks the person. */
export const askToPersist = async (): Promise<boolean> =>
  (await navigator.storage?.persist?.()) ?? false;
