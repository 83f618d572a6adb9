import type { HomeRow } from '#workspace/rules/reminders/home.ts';
import type { IconComponent } from '#ui/controls/icon.ts';

/** What a row of home says. */
export type RowWords = {
  readonly number: string;
  readonly unit: string;
  readonly title: string;
  readonly object: string;
  readonly day: string;
  readonly note: string | undefined;
};

/**
 * A row of home that comes with its own words, mark and address: no record's deadline tells them.
 */
export type RowWithOwnWords = HomeRow & {
  readonly own: RowWords & { readonly icon: IconComponent; readonly href: string };
};
