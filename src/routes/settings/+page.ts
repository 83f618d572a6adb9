import { LANGUAGE, loadText } from '#ui/load-text.ts';
import { loadReminderTexts } from '#ui/reminders/reminder-texts.ts';
import type { PageLoad } from './$types';

/** The words of the reminders, and of the workspace's own addresses, which stand with the checklists that use them. */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  const [resend, reminders] = await Promise.all([loadText(language, 'resend'), loadReminderTexts(language)]);
  return { resend, reminders };
};
