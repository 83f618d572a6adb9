import { describe, expect, test } from 'vitest';
import { rulesAsked, type RuleQuestion } from '#programmes/rules-today.ts';
import { answersOf, askedWords } from '#workspace/screens/rules/rules-today-words.ts';
import { loadAbout } from '#workspace/screens/start/load-about.ts';
import { rulesToday as english } from '#workspace/words/en/rules-today.ts';
import { rulesToday as swedish } from '#workspace/words/sv/rules-today.ts';

// The keys of an object are those of its type: the programmes write it down.
const QUESTIONS = Object.keys(rulesAsked) as RuleQuestion[];

describe.each([
  ['sv', swedish],
  ['en', english],
] as const)('X15: the answers to what holds today, %s', (language, words) => {
  test.each(QUESTIONS)('X15: %s has words for each edition', async (question) => {
    const asked = askedWords(question, await loadAbout(language));
    const labels = answersOf(question, asked, words).map(({ label }) => label);
    expect(labels).not.toContain(words.other);
    expect(new Set(labels).size).toBe(rulesAsked[question].answers.length);
  });

  test.each(QUESTIONS)('X15: %s without words shows no id', (question) => {
    for (const { label } of answersOf(question, undefined, words)) expect(label).toBe(words.other);
  });
});
