import type { Problem } from '#core/result.ts';
import type { Texts } from '#ui/text.ts';

/**
 * Says which other customer has the VIP ID that would come back; undefined of any other refusal.
 */
export const numberKnownWords = (
  { code, params = {} }: Problem,
  { history }: Pick<Texts, 'history'>,
): string | undefined =>
  code === 'vip-id-known' && typeof params.name === 'string'
    ? history.numberKnown(params.name)
    : undefined;
