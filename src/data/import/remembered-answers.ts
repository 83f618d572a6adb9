import type { Answers } from '#core/import/file-question.ts';
import { NOTHING, type RememberedMapping } from '#core/import/mapping.ts';
import type { Records } from '../records/records.ts';
import { workspaceIn } from '../workspace/workspace-in.ts';
import { idInFile } from './lot/question-ids.ts';
import type { OpenFile } from './open-file.ts';

type Asking = Pick<OpenFile, 'mapped' | 'questions' | 'sheets'>;

/**
 * What was answered for earlier files with the same headings (A5): how they write amounts and days.
 * Only questions that this file asks, and only answers that it can have.
 */
export const rememberedAnswers = async (
  records: Pick<Records, 'get'>,
  file: Asking,
): Promise<Answers> => {
  if (file.questions.length === 0) return {};
  const shared = await workspaceIn(records);
  const answered = file.questions.flatMap(({ id, sheet, choices }) => {
    const key = keyOf(file, sheet);
    const before = key === undefined ? undefined : shared?.data.mappings[key]?.[idInFile(id)];
    const choice = choices.find((one) => one.id === before);
    return choice === undefined ? [] : [[id, choice.id] as const];
  });
  return Object.fromEntries(answered);
};

/** What is answered now, as it is remembered. */
export const answersToRemember = (file: Asking, answers: Answers): readonly RememberedMapping[] =>
  file.questions.flatMap(({ id, sheet }) => {
    const key = keyOf(file, sheet);
    const answer = answers[id];
    return key === undefined || answer === undefined
      ? []
      : [{ key, mapping: { [idInFile(id)]: answer } }];
  });

/** What the answers for a sheet are remembered by; undefined where it has no headings. */
const keyOf = ({ sheets, mapped }: Asking, sheet: string): string | undefined => {
  const at = sheets.findIndex(({ name }) => name === sheet);
  const key = mapped[at]?.key ?? NOTHING;
  return key === NOTHING || sheets[at]?.headerRow === 0 ? undefined : `answers:${key}`;
};
