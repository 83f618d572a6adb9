/** Without Node's own, so that the simulator answers in a browser too. */
export const base64 = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** A moment as Apple writes it in a token: without a colon in the offset (apple.md §1.1). */
export const expiryOf = (ms: number): string =>
  new Date(ms).toISOString().replace(/\.\d{3}Z$/, '+0000');

/** The moment of an expiry, in ms. */
export const momentOf = (expiry: string): number =>
  Date.parse(expiry.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));

/**
 * The text of a `.vpptoken`, with a token of its own in each: it says in plain words that it is
 * none.
 */
export const tokenText = (orgName: string, uId: string, expDate: string): string =>
  base64(
    JSON.stringify({
      token: base64(`FAKE-NOT-A-REAL-SERVER-TOKEN-${uId}-${expDate}`),
      expDate,
      orgName,
    }),
  );
