import { pushState } from '$app/navigation';

/** Opens the history of a record over the screen that it is on; Back closes it. */
export const openHistory = (id: string): void => pushState('', { history: id });
