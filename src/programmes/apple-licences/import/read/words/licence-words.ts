import type { WordsFor } from '#core/import/heading-words.ts';
import type { InstallField, LicenceField } from '../fields.ts';

/** The states of an installation that lists have words for, with what is noted of two of them. */
export type InstallWord =
  | 'installed'
  | 'failed'
  | 'uninstall-failed'
  | 'pending'
  | 'not-installed'
  | 'not-applicable'
  | 'unknown';

/** The words of one language, as `headingKey` writes them. */
export type LicenceWords = {
  readonly licences: WordsFor<LicenceField>;
  /** The best first, where a list has several. */
  readonly installs: WordsFor<InstallField>;
  /** Headings that can only be about installing; `Status` alone may appear in any list. */
  readonly sureOfInstalls: string;
  /** Headings that name a device or user of a system; an e-mail address may appear in any list. */
  readonly namesWho: string;
  readonly states: WordsFor<InstallWord>;
  readonly yesOrNo: WordsFor<'yes' | 'no'>;
  readonly noLimit: string;
  readonly productTypes: WordsFor<'App' | 'Book'>;
};
