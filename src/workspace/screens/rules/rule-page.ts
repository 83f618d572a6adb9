import type { Component } from 'svelte';
import type { Language } from '#core/language/language.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { Areas } from '#ui/text.ts';

/** What explains a rule behind a date, and the words that it needs. */
export type RulePage = {
  readonly page: () => Promise<{
    /** With a record, how its own date was counted; without one the rule alone. */
    readonly default: Component<{ readonly record: VolymRecord | undefined }>;
  }>;
  readonly words: (language: Language) => Promise<Areas>;
};

/** The rules of a programme that have a page, by the rule's id. */
export type RulePages = Readonly<Record<string, RulePage>>;
