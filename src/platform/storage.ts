/** Whether the browser promised not to clear what the app keeps here; false where it cannot be asked. */
export const isPersisted = async (): Promise<boolean> => (await navigator.storage?.persisted?.()) ?? false;

/** Asks the browser for that promise; it decides by itself or asks the person. */
export const askToPersist = async (): Promise<boolean> => (await navigator.storage?.persist?.()) ?? false;
