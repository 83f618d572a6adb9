import { foreignText } from '#core/text/foreign-text.ts';
import type { LicenceDryRun } from '#programmes/apple-licences/work/import/trial.ts';
import { firstNamed } from '#ui/first-named.ts';
import { paths } from '#ui/paths.ts';
import type { Texts } from '#ui/text.ts';
import type { Missing } from '#workspace/screens/import/importing.ts';

/** The most names in a sentence; the rest is counted. */
const NAMED = 3;

/** Which apps have to be here before lists that know them by their names can be taken. */
export const missingApps = (
  { plan: { unknownApps } }: Pick<LicenceDryRun, 'plan'>,
  { importLicences: { unknownApps: words }, import: { beside }, format }: Texts,
): Missing | undefined => {
  if (unknownApps.length === 0) return undefined;
  const names = [...new Set(unknownApps.flatMap((sheet) => sheet.names))];
  const shown = names.map((name) => foreignText(name));
  const said = format.list(firstNamed(shown, NAMED, beside.morePlaces));
  return {
    title: words.title(names.length),
    why: names.length === 0 ? words.unnamed : words.named(said),
    sheets: unknownApps.map(({ sheet }) => sheet),
    ways: [
      { title: words.otherFile, detail: words.otherFileWhat },
      { title: words.newApp, detail: words.newAppWhat, href: paths.newApp() },
    ],
  };
};
