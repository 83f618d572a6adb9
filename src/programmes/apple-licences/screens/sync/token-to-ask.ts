import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { tokenFor, type Located } from '#programmes/apple-licences/rules/token/token-for.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { isFine } from '#data/records/read-record.ts';
import type { App } from '#ui/app.svelte.ts';
import { appleStateOf } from './apple-in-use.svelte.ts';
import { isOfKind } from '#data/records/found.ts';

/**
 * The token among these that Apple can be asked with for a location; undefined where it cannot be
 * asked from here.
 */
export const tokenToAsk = (
  app: App,
  tokens: readonly VolymRecord[],
  place: Located,
): ContentToken | undefined => {
  if (appleStateOf(app)?.canAsk !== true || !app.mayChange) return undefined;
  const fine = tokens.filter((record) => isOfKind(record, 'content-token')).filter(isFine);
  return tokenFor(fine, place, app.time);
};

/**
 * Whether Apple can be asked for one of these locations. Reads the tokens, which may not have been
 * told to any screen yet.
 */
export const canAskFor = async (app: App, places: readonly Located[]): Promise<boolean> => {
  const tokens = await app.records.find({ kind: 'content-token' });
  return places.some((place) => tokenToAsk(app, tokens, place) !== undefined);
};
