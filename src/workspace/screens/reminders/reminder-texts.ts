import type { Language, Messages } from '#core/language/language.ts';
import type { reminders } from '#workspace/words/sv/reminders.ts';

/** The words of the reminders, in one language. */
export type ReminderMessages = Messages<typeof reminders>;

/** Loaded by Settings and by what plans the reminders; home's first load knows nothing of them. */
export const loadReminderTexts = async (language: Language): Promise<ReminderMessages> =>
  language === 'sv'
    ? (await import('#workspace/words/sv/reminders.ts')).reminders
    : (await import('#workspace/words/en/reminders.ts')).reminders;
