/**
 * A written address where it leads over https, and '' where it does not: what came by sync was not
 * checked by this device.
 */
export const safeLink = (written: string): string =>
  /^https:\/\/[^\s/]/i.test(written) ? written : '';
