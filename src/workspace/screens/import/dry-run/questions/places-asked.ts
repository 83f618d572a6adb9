import { grouped } from '#core/grouped.ts';
import type { LotFile } from '#data/import/lot/lot-content.ts';
import type { PlaceQuestion } from '../../importing.ts';

/** What is asked of some sheets, and known by. */
type PlaceAsked = {
  readonly question: PlaceQuestion;
  readonly id: string;
  readonly sheets: readonly string[];
  /** It is all that is read: the answer holds whatever is read of it later. */
  readonly isOfAll: boolean;
  /** Of how many files it is asked together. */
  readonly files: number;
};

/** What tells sheets apart that cannot go to one place. */
type Marks = {
  readonly inFile: (sheet: string) => string;
  readonly inAll: (sheet: string) => string;
};

/**
 * Where rows go that do not say it: asked of each of several files, and of sheets of one file that
 * cannot go to one place; of files together where one answer may do for them, unless `asksEach`.
 */
export const placesAsked = (
  files: readonly LotFile[],
  ask: (sheets: readonly string[]) => PlaceQuestion | undefined,
  { inFile, inAll }: Marks,
  asksEach: boolean,
): readonly PlaceAsked[] => {
  const each = files.flatMap(({ label, sheets }): PlaceAsked[] => {
    const names = sheets.map(({ name }) => name);
    const asked = names.length === 1 ? names : names.filter((name) => ask([name]) !== undefined);
    // What is asked of apps and of people is asked apart, as of two files.
    const titleOf = (name: string): string => {
      const question = ask([name]);
      return question?.isOfFiles === true ? question.title : '';
    };
    const groups = [...grouped(asked, (name) => `${titleOf(name)} ${inFile(name)}`).values()];
    const isOne = groups.length === 1;
    return groups.flatMap((group): PlaceAsked[] => {
      const question = ask(isOne ? names : group);
      if (question === undefined) return [];
      const id = `${label} ${isOne ? '' : group[0]}`;
      const isOfAll = isOne && files.length === 1;
      return [{ question, id, sheets: group, isOfAll, files: 1 }];
    });
  });
  if (asksEach) return each;
  const together = grouped(each, ({ question, id, sheets: [first = ''] }) =>
    question.isOfFiles === true ? `${question.title} ${inAll(first)}` : `${id} `,
  );
  return [...together.values()].flatMap((those): readonly PlaceAsked[] => {
    const [first, ...more] = those;
    const sheets = those.flatMap((one) => one.sheets);
    const question = more.length === 0 ? undefined : ask(sheets);
    if (first === undefined || question === undefined) return those;
    return [{ ...first, question, sheets, files: those.length }];
  });
};
