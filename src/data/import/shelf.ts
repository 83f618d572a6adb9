import type { VipShelf } from '#programmes/adobe-vip/import/match/vip-shelf.ts';
import type { SheetMetadata } from '#programmes/apple-credit/import/recognised-sheet.ts';
import type { Answers } from '#core/import/file-question.ts';
import type { AnyRow, FileContent, Mapping } from './read/sheet-messages.ts';

/** The sheets or lists of a file with their rows, where they stay: in the worker that read them. */
export type Shelf = {
  content(): FileContent;
  /**
   * Gives columns other meanings, one mapping for each sheet; a sheet that is mapped asks no more.
   */
  map(mappings: readonly Mapping[]): void;
  rows(answers: Answers): Iterable<AnyRow>;
  metadata(answers: Answers): SheetMetadata[];
  /** The lists of Adobe VIP as they are mapped now, where it is those. */
  vip?(): VipShelf;
};
