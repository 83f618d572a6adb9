import type { Language } from '#core/language/language.ts';
import type { Areas, ProgrammeContract } from '#programmes/programme.ts';
import { programmes } from '#programmes/programmes.ts';
import { LANGUAGE } from '#ui/text.ts';
import { loadWorkspaceWords } from '#workspace/words/load.ts';
import type { PageLoad } from './$types';

/**
 * Its words, those of the reminders, and those of the workspace's own addresses, which are kept
 * with the checklists that use them.
 */
export const load: PageLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { language } = await parent();
  const [more, reminders, sections] = await Promise.all([
    loadWorkspaceWords(language, 'more'),
    loadWorkspaceWords(language, 'reminders'),
    Promise.all(programmes.map((programme) => sectionOf(programme, language))),
  ]);
  const found = sections.flat();
  const words = found.reduce<Areas>((all, own) => ({ ...all, ...own.words }), {});
  return {
    ...words,
    more,
    reminders,
    sections: found.map(({ programme, Section }) => ({ programme, Section })),
  };
};

/** The section of a programme that has one. */
const sectionOf = async ({ id, onDemand }: ProgrammeContract, language: Language) => {
  const { settings } = (await onDemand()).onDemand;
  if (settings === undefined) return [];
  const [section, words] = await Promise.all([settings.section(), settings.words(language)]);
  return [{ programme: id, Section: section.default, words }];
};
