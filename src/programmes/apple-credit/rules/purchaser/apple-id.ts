/**
 * Whether a text has the form of an Apple ID, which is an e-mail address. Only Apple knows whether
 * such an account exists: another form deserves a remark, no more.
 */
export const looksLikeAppleId = (text: string): boolean =>
  /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text.trim());
