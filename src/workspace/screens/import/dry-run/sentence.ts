import { ownEntry } from '#core/own-entry.ts';

type Sentence = (params: Readonly<Record<string, string | number>>) => string;

/** The sentence of a reason, or of a problem; one that a newer version wrote stays as its code. */
export const sentenceOf = (
  sentences: object,
  {
    code,
    params = {},
  }: { readonly code: string; readonly params?: Readonly<Record<string, string | number>> },
): string => ownEntry(sentences as Record<string, Sentence>, code)?.(params) ?? code;
