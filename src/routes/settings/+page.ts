import { loadResendText } from '#programmes/apple-credit/words/load.ts';
import type { ProgrammeContract } from '#programmes/programme.ts';
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
    Promise.all(programmes.map(sectionOf)),
  ]);
  return { more, resend, reminders, sections: sections.flat() };
};

/** The section of a programme that has one. */
const sectionOf = async ({ id, onDemand }: ProgrammeContract) => {
  const { settings } = (await onDemand()).onDemand;
  return settings === undefined ? [] : [{ programme: id, Section: (await settings()).default }];
};
