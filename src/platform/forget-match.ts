/**
 * Runs work that looks for patterns in a secret, and leaves no trace of the secret: the engine
 * keeps the last text that matched, and its parts, where every script can read them
 * (`RegExp.input`), for as long as the page lives.
 */
export const forgettingMatch = <T>(work: () => T): T => {
  try {
    return work();
  } finally {
    /^$/.test('');
  }
};
