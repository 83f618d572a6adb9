import { LANGUAGE } from '#ui/text.ts';
import { onlyForChanging } from '../../for-changing.ts';
import type { PageLoad } from './$types';

/**
 * The words of the question, those that describe what happened to a record, and the form, whose
 * files home need not know by name.
 */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { app, language } = await parent();
  onlyForChanging(app);
  const [texts, { default: Question }, { default: AnsweredQuestion }, { answerIt }] =
    await Promise.all([
      import('#workspace/screens/history/load-history-text.ts').then(({ loadHistoryText }) =>
        loadHistoryText(language),
      ),
      import('#workspace/screens/questions/Question.svelte'),
      import('#workspace/screens/questions/AnsweredQuestion.svelte'),
      import('#workspace/screens/questions/answer-it.ts'),
    ]);
  return { ...texts, Question, AnsweredQuestion, answerIt };
};
