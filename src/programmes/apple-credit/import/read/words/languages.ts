import type { CreditWords } from './credit-words.ts';
import { danish } from './danish-headings.ts';
import { dutch } from './dutch-headings.ts';
import { english } from './english-headings.ts';
import { finnish } from './finnish-headings.ts';
import { french } from './french-headings.ts';
import { german } from './german-headings.ts';
import { norwegian } from './norwegian-headings.ts';
import { spanish } from './spanish-headings.ts';
import { swedish } from './swedish-headings.ts';

/** The languages whose words are known. A tenth adds its file and its line. */
export const languages: readonly CreditWords[] = [
  english,
  swedish,
  german,
  french,
  spanish,
  dutch,
  norwegian,
  danish,
  finnish,
];
