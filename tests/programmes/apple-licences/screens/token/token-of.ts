import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import {
  BLANK_TOKEN,
  takeToken,
  type TokenInput,
} from '#programmes/apple-licences/rules/token/token-commands.ts';
import { formatFor } from '#core/language/format.ts';
import { tokens as english } from '#programmes/apple-licences/words/en/tokens.ts';
import { tokens as swedish } from '#programmes/apple-licences/words/sv/tokens.ts';
import type { Texts } from '#ui/text.ts';
import { recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';

type Words = Pick<Texts, 'tokens' | 'format'>;

/** The words of tokens in Swedish. */
export const SV: Words = { tokens: swedish, format: formatFor('sv', 'Europe/Stockholm') };

/** The words of tokens in English. */
export const EN: Words = { tokens: english, format: formatFor('en', 'Europe/Stockholm') };

const SAID: TokenInput = {
  ...BLANK_TOKEN,
  name: 'Grundskolor',
  appleId: 'vpp@nordby.example',
  location: 'Nordby grundskolor',
  system: 'intune',
  downloadedBy: 'Johan Ek',
  downloadedOn: '2025-12-14',
  holders: { sara: 'Sara Lindholm', johan: 'Johan Ek' },
};

/** A token of picture 08, its text sealed. */
export const tokenOf = (
  input: Partial<TokenInput> = {},
  secret = 'BBBB',
  fingerprint = 'aa',
  innerFingerprint = 'inner-aa',
): ContentToken => {
  const file = {
    organization: 'Nordby kommun',
    expiresAt: '2026-12-14T09:26:53Z',
    lastDay: '2026-12-14',
  };
  const sealed = { key: 'v1', iv: 'AAAA', text: secret };
  const given = { edition: 'apple-licences.accounts-2016', knowsForGood: true, others: [] };
  const taken = takeToken(
    'token-1',
    { ...SAID, ...input },
    { file, fingerprint, innerFingerprint, sealed },
    given,
    doingOn(),
  );
  return recordOf(valueOf(taken)) as ContentToken;
};
