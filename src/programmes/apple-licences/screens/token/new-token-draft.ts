import type { TokenInput } from '#programmes/apple-licences/rules/token/token-commands.ts';
import { isSameValue } from '#core/record/same-value.ts';

/** What is typed and ticked for a token that is not taken in yet. */
export type NewTokenDraft = {
  readonly input: TokenInput;
  readonly guide: Readonly<Record<string, boolean>>;
};

/** What a form that was left keeps: the fields that were touched, and the ticks of the guide. */
export type KeptToken = {
  readonly input: Partial<TokenInput>;
  readonly guide: NewTokenDraft['guide'];
};

/**
 * What may be kept of a form that is left, field by field of its input: neither the file nor its
 * text is among them, and that someone knows what cannot be changed later is asked again. Undefined
 * where nothing was touched.
 */
export const toKeep = (
  { input, guide }: NewTokenDraft,
  begin: TokenInput,
): KeptToken | undefined => {
  const touched = Object.entries(begin)
    .map(([field]) => [field, input[field as keyof TokenInput]] as const)
    .filter(([field, value]) => !isSameValue(value, begin[field as keyof TokenInput]));
  const ticked = Object.entries(guide).filter(([, isDone]) => isDone);
  if (touched.length === 0 && ticked.length === 0) return undefined;
  return { input: Object.fromEntries(touched), guide: Object.fromEntries(ticked) };
};
