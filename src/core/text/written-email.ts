/**
 * Whether a text may be the address of an e-mail: something before its first `@`, something behind
 * it, and no space.
 */
export const mayBeEmail = (text: string): boolean => /^[^\s@]+@\S+$/.test(text);
