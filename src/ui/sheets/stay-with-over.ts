import { overs } from './back-closes.ts';

/**
 * Stays on a step that has no address where Back left it with something open over it: that closes
 * instead. Answers whether there was such a thing.
 */
export const staysWithOver = (): boolean => {
  const over = [...overs].find(({ isOnTop }) => isOnTop());
  if (over === undefined) return false;
  // The step must be back before anything else moves.
  addEventListener('popstate', over.close, { once: true });
  history.forward();
  return true;
};
