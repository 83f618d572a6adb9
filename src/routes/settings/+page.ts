import { loadResendText } from '#programmes/apple-credit/screens/resend/load-resend-text.ts';
import { LANGUAGE, loadText } from '#ui/load-text.ts';
import { loadReminderTexts } from '#workspace/screens/reminders/reminder-texts.ts';
import type { PageLoad } from './$types';

/**
 * Its words, those of the reminders, and of the workspace's own addresses, which stand with the
 * checklists that use them.
 */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  const [more, resend, reminders] = await Promise.all([
    loadText(language, 'more'),
    loadResendText(language),
    loadReminderTexts(language),
  ]);
  return { more, resend, reminders };
};
