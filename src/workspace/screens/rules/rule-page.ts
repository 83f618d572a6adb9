import type { Component } from 'svelte';
import type { Language } from '#core/language/language.ts';
import type { VolymRecord } from '#core/record/record.ts';

/** What explains a rule behind a date, and the words that it needs: `Words` are those there are. */
export type RulePage<Words extends object> = {
  readonly page: () => Promise<{
    /** With a record, how its own date was counted; without one the rule alone. */
    readonly default: Component<{ readonly record: VolymRecord | undefined }>;
  }>;
  readonly words: (language: Language) => Promise<Words>;
};

/** The rules of a programme that have a page, by the rule's id. */
export type RulePages<Words extends object> = Readonly<Record<string, RulePage<Words>>>;
