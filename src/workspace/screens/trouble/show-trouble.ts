import { mount, unmount } from 'svelte';
import type { Language } from '#core/language/language.ts';
import { reportBug } from '#platform/report-bug.ts';
import { loadUiWords } from '#ui/words/load.ts';
import { troubleOf } from './trouble-of.ts';
import TroubleSheet from './TroubleSheet.svelte';

let isShown = false;

/** The door for what nobody caught: one sheet that says what became of it and leads out. */
export const showTrouble = async (error: unknown, language: Language): Promise<void> => {
  const trouble = troubleOf(error);
  if (trouble === undefined || isShown) return;
  isShown = true;
  reportBug('not foreseen', error);
  const [words, shell] = await Promise.all([
    loadUiWords(language, 'trouble'),
    loadUiWords(language, 'shell'),
  ]).catch((failed: unknown) => {
    // The next trouble may be shown again.
    isShown = false;
    throw failed;
  });
  const onclose = (): void => {
    isShown = false;
    void unmount(sheet);
  };
  const sheet = mount(TroubleSheet, {
    target: document.body,
    props: { trouble, words, shell, onclose },
  });
};
