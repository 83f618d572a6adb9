import type { Language, Messages } from '#i18n/language.ts';
import type { reminders } from '#i18n/sv/reminders.ts';

/** The words of the reminders, in one language. */
export type ReminderMessages = Messages<typeof reminders>;

/** Loaded by Settings and by what plans the reminders; home's first load knows nothing of them. */
export const loadReminderTexts = async (language: Language): Promise<ReminderMessages> =>
  language === 'sv'
    ? (await import('#i18n/sv/reminders.ts')).reminders
    : (await import('#i18n/en/reminders.ts')).reminders;
