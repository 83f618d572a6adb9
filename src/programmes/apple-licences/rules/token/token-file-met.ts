import { ownEntry } from '#core/own-entry.ts';
import type { Step } from '#core/record/step.ts';
import { factsIn, filesIn, type FileFacts } from './token-files.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What a record keeps about its file: text and facts together, or a request would combine one
 * file's facts with another one's text.
 */
export const OF_FILE = [
  'expiresAt',
  'lastDay',
  'fingerprint',
  'innerFingerprint',
  'sealed',
] as const;

/**
 * The merged fields of two copies, with the file's fields from the copy that has the current file
 * according to the steps of both. If neither has it, its facts are kept without a text. If both do,
 * or no step decides, the merged fields stay.
 */
export const fileMet = (met: Fields, steps: readonly Step[], sides: readonly Fields[]): Fields => {
  const last = filesIn(steps).at(-1);
  const counts = last && factsIn(last);
  if (counts === undefined) return met;
  const having = sides.filter(({ fingerprint }) => fingerprint === counts.fingerprint);
  if (having.length > 1) return met;
  return withFile(met, having[0] ?? counts);
};

const withFile = (met: Fields, file: Fields | FileFacts): Fields => {
  const given: Fields = { ...file };
  const rest = Object.entries(met).filter(([field]) => !OF_FILE.some((name) => name === field));
  const ofFile = OF_FILE.map((field) => [field, ownEntry(given, field)] as const).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries([...rest, ...ofFile]);
};
