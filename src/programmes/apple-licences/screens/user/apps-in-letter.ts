import { hasName } from '#programmes/apple-licences/rules/app/app-rows.ts';
import type { VolumeAppData } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { LicenceWords } from '#programmes/apple-licences/words/load.ts';

/** What an app is known by. */
export type KnownApp = Pick<VolumeAppData, 'name' | 'adamId' | 'productType'>;

/**
 * The apps in a letter, in its language: by name; a single one without a name by its number, and
 * several of those as a count, since numbers mean nothing to the recipient. An app held twice,
 * perhaps in both qualities, is listed once. Empty if there is none.
 */
export const appsInLetter = (
  apps: readonly KnownApp[],
  words: LicenceWords['users']['numbered'],
  list: (items: readonly string[]) => string,
): string => {
  const named = apps.filter(hasName);
  const names = [...new Set(named.map(({ name }) => name))];
  const others = unnamedApps(apps, new Set(named.map(({ adamId }) => adamId)));
  const [first] = others;
  if (first === undefined) return list(names);
  const books = others.filter(({ productType }) => productType === 'Book').length;
  if (others.length === 1)
    return list([...names, words[books === 1 ? 'book' : 'app'](first.adamId)]);
  const counted = words[books === 0 ? 'apps' : books === others.length ? 'books' : 'both'](
    others.length,
  );
  return list([...names, names.length === 0 ? counted : words.more(counted)]);
};

/** Those without a name, each number once, and none that another record has the name of. */
const unnamedApps = (apps: readonly KnownApp[], named: ReadonlySet<string>): KnownApp[] => [
  ...new Map(
    apps
      .filter((app) => !hasName(app) && !named.has(app.adamId))
      .map((app) => [app.adamId, app] as const),
  ).values(),
];
