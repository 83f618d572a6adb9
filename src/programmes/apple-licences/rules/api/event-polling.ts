/** The shortest time between two looks at a pending event, in ms (apple.md §2.5). */
export const POLL_EVERY = 30_000;

/**
 * The first look at an event comes so soon, in ms: a vendor saw a thousand devices done in half a
 * minute (apple.md §2.5), and a person who gave three licences waits before the screen.
 */
export const FIRST_LOOK = 4_000;

/** An event that is still pending after this long is asked for again, in ms (apple.md §2.5). */
export const SEND_AGAIN_AFTER = 600_000;

/**
 * How often one request is sent at most. Apple names no number: after half an hour a person is
 * told.
 */
export const MOST_SENDINGS = 3;

/** A request whose event is not done yet. Moments are in ms. */
export type PendingEvent = {
  readonly sentAt: number;
  /** When Apple last said that it is pending; undefined before the first look. */
  readonly polledAt: number | undefined;
  /** How often the request was sent, this time included. */
  readonly sendings: number;
};

/**
 * What to do about a pending event now. `give-up`: read the assignments, and tell what they show.
 */
export type NextLook =
  | { readonly next: 'wait'; readonly ms: number }
  | { readonly next: 'poll' | 'send-again' | 'give-up' };

/**
 * When to check an event next. It is sent again only if Apple has said after ten minutes that it is
 * pending: a device that slept checks first. A PWA gets none of Apple's notifications, so checking
 * begins at once (apple.md §2.5).
 */
export const nextLook = ({ sentAt, polledAt, sendings }: PendingEvent, now: number): NextLook => {
  if (polledAt !== undefined && polledAt - sentAt >= SEND_AGAIN_AFTER)
    return { next: sendings < MOST_SENDINGS ? 'send-again' : 'give-up' };
  const every = polledAt === undefined ? FIRST_LOOK : POLL_EVERY;
  const wait = (polledAt ?? sentAt) + every - now;
  // A clock that was set back must not make it wait for hours.
  return wait > 0 ? { next: 'wait', ms: Math.min(wait, every) } : { next: 'poll' };
};
