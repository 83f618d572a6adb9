import type { LicenceDryRun } from '#programmes/apple-licences/work/import/trial.ts';
import type { Texts } from '#ui/text.ts';
import { valueOf } from '#workspace/screens/import/dry-run/destinations.ts';
import type { PlaceQuestion } from '#workspace/screens/import/importing.ts';

/**
 * Which location rows belong to that do not say it themselves; undefined where nothing is
 * to choose.
 */
export const placeQuestion = (
  { plan, known, waiting }: LicenceDryRun,
  { importLicences: lists }: Texts,
  asked: readonly string[],
): PlaceQuestion | undefined => {
  const about = plan.asksPlace.filter((sheet) => asked.includes(sheet));
  if (about.length === 0) return undefined;
  const tokens = known.tokens.filter(({ trashedOn }) => trashedOn === '');
  const groups = [
    {
      label: lists.groupPlaces,
      options: tokens.map(({ id, data }) => ({
        value: valueOf({ id }),
        label: data.location || data.name,
      })),
    },
    {
      label: lists.groupOthers,
      options: [
        { value: 'as-suggested', label: lists.asListSays },
        { value: 'new-batch', label: lists.noPlace },
      ],
    },
  ];
  const sheets = waiting.sheets.filter(({ name }) => asked.includes(name));
  if (sheets.every(({ kind }) => kind === 'users'))
    return {
      title: lists.asksPlaceOfUsers,
      why: lists.asksPlaceOfUsersWhy,
      sheets: about,
      groups,
    };
  return { title: lists.asksPlace, why: lists.asksPlaceWhy, sheets: about, groups };
};

/**
 * Which app a list of installations or of licences is about, where it does not say so; undefined where
 * nothing is to choose.
 */
export const appQuestion = (
  { plan, waiting }: LicenceDryRun,
  { importLicences: lists }: Texts,
  asked: readonly string[],
): PlaceQuestion | undefined => {
  const matches = plan.asksApp.filter(({ sheet }) => asked.includes(sheet));
  if (matches.length === 0) return undefined;
  const ofHoldings = waiting.sheets.some(
    ({ kind, name }) => kind === 'assignments' && asked.includes(name),
  );
  const apps = matches.map(({ id, name, location, rows }) => {
    const called = [name, location].filter((part) => part !== '').join(', ');
    return { value: valueOf({ id }), label: rows === 0 ? called : lists.appRows(called, rows) };
  });
  return {
    title: lists.asksApp,
    sheets: [...new Set(matches.map(({ sheet }) => sheet))],
    why: ofHoldings ? lists.asksAppOfHoldings : lists.asksAppWhy,
    groups: [
      { label: lists.asksApp, options: [{ value: 'as-suggested', label: lists.chooseApp }] },
      { label: ofHoldings ? lists.groupAllApps : lists.groupApps, options: apps },
    ],
    first: { button: lists.chooseApp, note: lists.chooseAppFirst },
  };
};
