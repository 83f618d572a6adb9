import { ok, refuse, type Result } from '../result.ts';

/** Shortest and longest redemption code: letters A to Z and digits. */
const SHORTEST = 8;
const LONGEST = 20;

/**
 * The code in what someone typed or pasted: spaces, hyphens and small letters are forgiven, and a redemption link gives
 * the code it carries. Refusals never repeat what was typed.
 */
export const readTypedCode = (typed: string): Result<string> => {
  const inLink = /[?&]code=([^&#\s]*)/i.exec(typed)?.[1];
  const bare = (inLink ?? typed)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}.·]/gu, '');
  if (bare === '') return refuse('code-needed', 'code');
  if (!/^[A-Z0-9]+$/.test(bare)) return refuse('not-a-code', 'code');
  if (bare.length < SHORTEST) return refuse('code-too-short', 'code', { shortest: SHORTEST });
  if (bare.length > LONGEST) return refuse('code-too-long', 'code', { longest: LONGEST });
  return ok(bare);
};

/** A code as it is shown: in groups of four (`XK7M 4QTP 9WRD 2HVN`). */
export const inGroups = (code: string): string[] => code.match(/.{1,4}/g) ?? [];

/** Where an app code is redeemed; built when the code is shown, never stored (A6). */
export const redemptionLink = (code: string): string => `https://apps.apple.com/redeem?code=${code}&ctx=apps`;
