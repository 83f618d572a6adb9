import type { JoinLink } from '#data/sync/server/link.ts';

let held: JoinLink | undefined;

/**
 * Holds a link while a workspace is made for it; in the page's memory alone, since it lets someone
 * in.
 */
export const holdLink = (link: JoinLink | undefined): void => void (held = link);

/** The link that waits for a workspace. */
export const heldLink = (): JoinLink | undefined => held;
