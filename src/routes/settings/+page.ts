import { loadResendText } from '#programmes/apple-credit/words/load.ts';
import { programmes } from '#programmes/programmes.ts';
import { LANGUAGE } from '#ui/text.ts';
import { loadReminderTexts, loadMoreText } from '#workspace/words/load.ts';
import type { PageLoad } from './$types';

/**
 * Its words, those of the reminders, and of the workspace's own addresses, which stand with the
 * checklists that use them.
 */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  const [more, resend, reminders, sections] = await Promise.all([
    loadMoreText(language),
    loadResendText(language),
    loadReminderTexts(language),
    Promise.all(
      programmes.flatMap(({ id, settings }) =>
        settings === undefined
          ? []
          : [settings().then(({ default: Section }) => ({ programme: id, Section }))],
      ),
    ),
  ]);
  return { more, resend, reminders, sections };
};
