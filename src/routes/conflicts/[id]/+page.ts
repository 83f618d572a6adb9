import { LANGUAGE, loadText } from '#ui/load-text.ts';
import { onlyForChanging } from '../../for-changing.ts';
import type { PageLoad } from './$types';

/** The words of the question, those that name an order's fields, and its form, whose parts home need not know by name. */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { app, language } = await parent();
  onlyForChanging(app);
  const [sync, credit, { default: Question }, { answerIt }] = await Promise.all([
    loadText(language, 'sync'),
    loadText(language, 'credit'),
    import('./Question.svelte'),
    import('./answer-it.ts'),
  ]);
  return { sync, credit, Question, answerIt };
};
