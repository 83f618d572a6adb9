import { loadHistoryText } from '#ui/history/load-history-text.ts';
import { LANGUAGE } from '#ui/load-text.ts';
import { onlyForChanging } from '../../for-changing.ts';
import type { PageLoad } from './$types';

/** The words of the question, those that tell what happened to a record, and its form, whose parts home need not know by name. */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { app, language } = await parent();
  onlyForChanging(app);
  const [texts, { default: Question }, { answerIt }] = await Promise.all([
    loadHistoryText(language),
    import('./Question.svelte'),
    import('./answer-it.ts'),
  ]);
  return { ...texts, Question, answerIt };
};
