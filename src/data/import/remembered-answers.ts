import type { Answers } from '#core/import/file-question.ts';
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
  for (const { id, sheet, choices } of file.questions) {
    const before = rememberedIn(all, await rememberedBy(keyOf(file, sheet), vault));
    const choice = choices.find((one) => one.id === before?.[idInFile(id)]);
    if (choice !== undefined) answers.set(id, choice.id);
  }
  return Object.fromEntries(answers);
};

/** What is answered now, as it is remembered. */
export const answersToRemember = (file: Asking, answers: Answers): readonly RememberedMapping[] =>
  file.questions.flatMap(({ id, sheet }) => {
    const answer = answers[id];
    return answer === undefined
      ? []
      : [{ ...keyOf(file, sheet), mapping: { [idInFile(id)]: answer } }];
  });

/** What the answers for a sheet are remembered by; by its file where it has no headings. */
const keyOf = ({ sheets, mapped }: Asking, sheet: string): Omit<RememberedMapping, 'mapping'> => {
  const at = sheets.findIndex(({ name }) => name === sheet);
  const { key = NOTHING, at: place } = mapped[at] ?? {};
  return {
    key: sheets[at]?.headerRow === 0 ? NOTHING : key,
    about: 'answers:',
    ...(place === undefined ? {} : { at: place }),
  };
};
