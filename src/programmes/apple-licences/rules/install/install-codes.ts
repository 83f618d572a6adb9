/** Why an app was not installed, by the codes that Intune shows (apple.md §5, "Failure codes"). */
export type InstallCause =
  | 'no-licence-left'
  | 'no-licence-found'
  | 'licence-not-fetched'
  | 'often-the-token'
  | 'not-paid'
  | 'device-licence-needs-ios-9'
  | 'device-licence-not-here'
  | 'not-signed-in'
  | 'install-declined'
  | 'management-declined'
  | 'shared-ipad'
  | 'store-is-off'
  | 'newer-version';

type Entry = { readonly code: string; readonly cause: InstallCause; readonly source: string };

const MSERR = 'apple.md §5 (MSERR)';

/** Every code that Volym knows, as Microsoft writes it. The words for people are in `words/`. */
export const installCodes = [
  { code: '0x87D13B7E', cause: 'no-licence-left', source: MSERR },
  { code: '0x87D13B95', cause: 'no-licence-found', source: MSERR },
  { code: '0x87D1313D', cause: 'licence-not-fetched', source: MSERR },
  { code: '0x87D13B7D', cause: 'often-the-token', source: MSERR },
  { code: '0x87D13B60', cause: 'not-paid', source: MSERR },
  { code: '0x87D13B69', cause: 'device-licence-needs-ios-9', source: MSERR },
  // Not in Microsoft's own list.
  {
    code: '0x87D13BA9',
    cause: 'device-licence-not-here',
    source: 'apple.md §5 (intuneerrors.com)',
  },
  { code: '0x87D13B99', cause: 'not-signed-in', source: MSERR },
  { code: '0x87D13B62', cause: 'install-declined', source: MSERR },
  { code: '0x87D13B68', cause: 'management-declined', source: MSERR },
  { code: '0x87D13B93', cause: 'shared-ipad', source: MSERR },
  { code: '0x87D13B94', cause: 'store-is-off', source: MSERR },
  { code: '0x87D13B9F', cause: 'newer-version', source: MSERR },
] as const satisfies readonly Entry[];

/**
 * A code as Microsoft writes it, from that or from the same number in figures (`-2016330882`); ''
 * of anything else.
 */
export const readInstallCode = (written: string): string => {
  const text = written.trim();
  if (!/^(?:0x[\da-f]{8}|-?\d{9,10})$/i.test(text)) return '';
  // In figures it is a signed number in some lists and an unsigned one in others.
  const number = Number(text) < 0 ? Number(text) + 2 ** 32 : Number(text);
  if (number < 0 || number >= 2 ** 32) return '';
  return `0x${number.toString(16).toUpperCase().padStart(8, '0')}`;
};

/** The meaning of a code; undefined for an unknown one, which is shown unchanged. */
export const causeOf = (written: string): InstallCause | undefined => {
  const code = readInstallCode(written);
  return installCodes.find((known) => known.code === code)?.cause;
};
