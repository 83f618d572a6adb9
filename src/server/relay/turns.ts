import { createHmac, randomBytes } from 'node:crypto';

/**
 * How long a device keeps its turn after a call, in ms: longer than it waits between two looks at
 * an event (apple.md §2.5).
 */
export const TURN_MS = 90_000;

/** Who asks for which token just now. */
export type Turns = {
  /** Takes the turn for a token, or keeps it; false while another device has it. */
  take(device: string, token: string): boolean;
};

/**
 * Only one device of a workspace at a time talks with Apple for a token: two that read and write at
 * the same time would each mistake the other's changes for news. A token is identified by a hash
 * that only this process can make, and only during its turn.
 */
export const openTurns = (now: () => number = Date.now): Turns => {
  const key = randomBytes(32);
  const taken = new Map<string, { readonly device: string; readonly until: number }>();
  return {
    take: (device, token) => {
      for (const [name, { until }] of taken) if (until <= now()) taken.delete(name);
      const name = createHmac('sha256', key).update(token).digest('base64');
      const holder = taken.get(name);
      if (holder !== undefined && holder.device !== device) return false;
      taken.set(name, { device, until: now() + TURN_MS });
      return true;
    },
  };
};
