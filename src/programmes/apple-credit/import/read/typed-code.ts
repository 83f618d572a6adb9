import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import { codeTextOfLink, LONGEST, readCode, SHORTEST } from './code-text.ts';

/**
 * The code in what someone typed or pasted, read like one in a sheet: spaces, hyphens and small
 * letters are accepted, words and foreign addresses are not, and Apple's redemption link gives the
 * code it carries. Refusals never repeat what was typed.
 */
export const readTypedCode = (
  typed: string,
): Result<string, Problem<'code-needed' | 'code-too-short' | 'code-too-long' | 'not-a-code'>> => {
  if (!/[\p{L}\p{N}]/u.test(typed)) return refuse('code-needed', 'code');
  const read = readCode(codeTextOfLink(typed) || typed);
  if ('code' in read) return ok(read.code);
  if (read.problem === 'code-too-short')
    return refuse(read.problem, 'code', { shortest: SHORTEST });
  if (read.problem === 'code-too-long') return refuse(read.problem, 'code', { longest: LONGEST });
  return refuse('not-a-code', 'code');
};

/**
 * Whether a sealed text may be a code: letters, digits and hyphens. A member can seal anything
 * there, even an address.
 */
export const mayBeCode = (opened: string): boolean => /^[a-z\d-]{1,64}$/i.test(opened);

/** A code as it is shown: in groups of four (`XK7M 4QTP 9WRD 2HVN`). */
export const inGroups = (code: string): string[] => code.match(/.{1,4}/g) ?? [];

/** Where an app code is redeemed; built when the code is shown, never stored (A6). */
export const redemptionLink = (code: string): string =>
  `https://apps.apple.com/redeem?code=${code}&ctx=apps`;
