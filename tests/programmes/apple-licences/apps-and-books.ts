import { readFileSync } from 'node:fs';
import expectedText from '#tests/fixtures/apps-and-books/expected.json' with { type: 'json' };
import type { PageKind } from '#programmes/apple-licences/rules/api/page-body.ts';
import {
  readSavedPage,
  type SavedPage,
} from '#programmes/apple-licences/import/read/saved-page.ts';
import type { Result } from '#core/result.ts';

/** What the fixtures' list says about a file (`schema` in expected.json explains the fields). */
export type Expectation = {
  readonly kind: string;
  readonly outcome: string;
  readonly accepted?: number;
  readonly expect?: Readonly<Record<string, unknown>>;
};

/** Every fixture of Apple's apps and books with what is expected of it. */
export const expectations = Object.entries(expectedText.files) as unknown as (readonly [
  string,
  Expectation,
])[];

/** The text of a fixture. */
export const textOf = (name: string): string =>
  readFileSync(`tests/fixtures/apps-and-books/${name}`, 'utf8');

type Reply = {
  readonly request: { readonly query: Readonly<Record<string, string>> };
  readonly response: { readonly body: unknown };
};

/** A reply of the fixtures. */
export const replyOf = (name: string): Reply => JSON.parse(textOf(name)) as Reply;

/** A body of one of the four kinds; throws when it is refused. */
export const pageIn = <Kind extends PageKind>(
  kind: Kind,
  body: unknown,
): Extract<SavedPage, { kind: Kind }> => {
  const read = valueOf(readSavedPage(body));
  if (read.kind !== kind) throw new Error(read.kind);
  return read as Extract<SavedPage, { kind: Kind }>;
};

/** The value of a result; throws when it is a refusal. */
export const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};
