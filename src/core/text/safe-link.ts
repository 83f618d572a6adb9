/**
 * An address if it is an https one, otherwise '': this device has not checked what came by sync.
 */
export const safeLink = (written: string): string =>
  /^https:\/\/[^\s/]/i.test(written) ? written : '';
