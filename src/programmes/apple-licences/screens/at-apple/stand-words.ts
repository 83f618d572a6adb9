import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { sealedTextOf } from '#programmes/apple-licences/rules/token/sealed-text.ts';
import { syncOfFile } from '#programmes/apple-licences/rules/sync/sync-of-file.ts';
import { findingOf } from '#programmes/apple-licences/rules/token/token-life.ts';
import type { Texts } from '#ui/text.ts';
import type { AppleSyncTexts } from '#programmes/apple-licences/words/load.ts';
import { nextWords } from './next-words.ts';

type Format = Pick<Texts['format'], 'time' | 'when'>;

/** The state of a token with Apple, in a line and a smaller one below it. */
export const standWords = (
  token: ContentToken,
  { canAsk, isWaiting }: { readonly canAsk: boolean | undefined; readonly isWaiting: boolean },
  words: AppleSyncTexts,
  { format, now }: { readonly format: Format; readonly now: number },
): { readonly title: string; readonly detail: string } => {
  const sync = syncOfFile(token);
  const okAt = sync?.okAt ?? 0;
  const title = okAt === 0 ? words.never : words.synced(format.when(okAt, now));
  if (canAsk === false)
    return { title: okAt === 0 ? words.noEndpoint : title, detail: words.noEndpointWhy };
  if (isWaiting) return { title: okAt === 0 ? words.waits : title, detail: words.waitsWhy };
  if (sealedTextOf(token) === undefined) return { title, detail: words.withoutText };
  const found = findingOf(token.steps)?.kind;
  if (found === 'revoked' || found === 'invalid') return { title, detail: words.over };
  if (sync === undefined || sync.at === 0) return { title, detail: words.twice };
  const next = nextWords(token, now, format);
  return { title, detail: next === '' ? words.soon : words.next(next) };
};
