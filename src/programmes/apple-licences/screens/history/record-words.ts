import { ownEntry } from '#core/own-entry.ts';
import type { Step } from '#core/record/step.ts';
import { COUNTED, NO_LIMIT } from '#programmes/apple-licences/rules/app/volume-app.ts';
import { bringsFile } from '#programmes/apple-licences/rules/token/token-files.ts';
import { earlierFileOf, untilOf } from '#programmes/apple-licences/rules/token/token-past-files.ts';
import type { Texts, RecordWords } from '#ui/text.ts';

/** How tokens, apps and users are described wherever all kinds appear. */
export const recordWords: Pick<RecordWords, 'steps'> = {
  steps: {
    'content-token': {
      name: (step, { history }) => ownEntry<string>(history.tokenSteps, step),
      until: (step, asOf) => (bringsFile(step) ? untilOf(step, asOf) : ''),
      earlier: ({ steps }, step, asOf) => earlierFileOf(steps, step, asOf),
    },
    'volume-user': { name: (step, { history }) => ownEntry<string>(history.userSteps, step) },
    'volume-app': {
      values: (step, text) => (step.kind === COUNTED ? countedFromTo(step, text) : undefined),
    },
  },
};

/** How many were owned, and are by what a person wrote. */
const countedFromTo = (
  { data = {} }: Step,
  { history, format }: Texts,
): { readonly from: string; readonly to: string } => {
  const counted = (count = ''): string =>
    count === ''
      ? history.empty
      : count === NO_LIMIT
        ? history.noLimit
        : format.number(Number(count));
  return { from: counted(data.from), to: counted(data.to) };
};
