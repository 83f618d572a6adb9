import { locationsOf } from '#programmes/apple-licences/rules/app/app-rows.ts';
import { accountsEditionOf, isForGood } from '#programmes/apple-licences/rules/editions.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { App } from '#ui/app.svelte.ts';

/**
 * Where a new app is, and which locations there are to choose from; undefined where none is asked
 * for.
 */
export type Places = { readonly first: string; readonly locations: readonly string[] | undefined };

/**
 * The locations that tokens and apps name. In the 2016 edition an organisation has one account and
 * one token (seed 001), so that there is nothing to choose: an app is where that token is.
 */
export const placesHere = async (
  { records, workspace }: Pick<App, 'records' | 'workspace'>,
  compare: (a: string, b: string) => number,
): Promise<Places> => {
  const tokens = await records.find({
    kind: 'content-token',
    isReadable: true,
  });
  const apps = await records.find({ kind: 'volume-app', isReadable: true });
  const locations = locationsOf(
    [...tokens, ...apps] as readonly Pick<VolumeApp, 'data'>[],
    compare,
  );
  const own = tokens[0]?.data.location ?? '';
  const isSingle =
    isForGood(accountsEditionOf(workspace?.data.accountsEdition)) && tokens.length <= 1;
  const isElsewhere = locations.some((name) => name.toLowerCase() !== own.toLowerCase());
  if (isSingle && !isElsewhere) return { first: own, locations: undefined };
  return { first: locations.length === 1 ? (locations[0] ?? '') : '', locations };
};
