import type { Answers, Question } from '#core/import/file-question.ts';
import { NOTHING, type RememberedMapping } from '#core/import/mapping.ts';
import { workspaceIn } from '../workspace/workspace-in.ts';
import { idInFile } from './lot/question-ids.ts';
import type { Remembering } from './mappings.ts';
import type { OpenFile } from './open-file.ts';
import { rememberedBy, rememberedIn } from './remembered-by.ts';

type Asking = Pick<OpenFile, 'mapped' | 'questions' | 'sheets'>;

/**
 * What was answered for earlier files with the same headings (A5): how they write amounts and days.
 * Only questions that this file asks, and only answers that it can have.
 */
export const rememberedAnswers = async (
  { records, vault }: Remembering,
  file: Asking,
): Promise<Answers> => {
  if (file.questions.length === 0) return {};
  const shared = await workspaceIn(records);
  const all = shared?.data.mappings ?? {};
  const answers = new Map<string, string>();
  for (const question of file.questions) {
    const { id, choices } = question;
    const before = rememberedIn(all, await rememberedBy(keyOf(file, question), vault));
    const choice = choices.find((one) => one.id === before?.[idInFile(id)]);
    if (choice !== undefined) answers.set(id, choice.id);
  }
  return Object.fromEntries(answers);
};

/** What is answered now, as it is remembered. */
export const answersToRemember = (file: Asking, answers: Answers): readonly RememberedMapping[] =>
  file.questions.flatMap((question) => {
    const answer = answers[question.id];
    return answer === undefined
      ? []
      : [{ ...keyOf(file, question), mapping: { [idInFile(question.id)]: answer } }];
  });

/**
 * What the answer to a question is remembered by: by its file alone where the sheet has no headings,
 * and where it is about what a number alone is, which the next file with these headings may mean
 * otherwise.
 */
const keyOf = (
  { sheets, mapped }: Asking,
  { sheet, kind }: Pick<Question, 'sheet' | 'kind'>,
): Omit<RememberedMapping, 'mapping'> => {
  const at = sheets.findIndex(({ name }) => name === sheet);
  const { key = NOTHING, at: place } = mapped[at] ?? {};
  return {
    key: sheets[at]?.headerRow === 0 || kind === 'order-number' ? NOTHING : key,
    about: 'answers:',
    ...(place === undefined ? {} : { at: place }),
  };
};
