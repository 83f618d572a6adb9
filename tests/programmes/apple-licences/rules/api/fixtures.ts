import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `expected.json` says about a reply. */
export type Expected = {
  readonly outcome: 'accept' | 'accept-with-notes' | 'error';
  readonly expect?: Readonly<Record<string, unknown>>;
  readonly why: string;
};

/** One reply of the fixtures, with the request that it answers. */
export type Exchange = {
  readonly request: {
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
};

const folder = join(import.meta.dirname, '../../../../fixtures/apps-and-books/replies');

const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** The names of all replies. */
export const replyNames = readdirSync(folder).filter((name) => name !== 'expected.json');

/** The reply of this name. */
export const exchange = (name: string): Exchange => read(name) as Exchange;

const { files, referenceNow } = read('expected.json') as {
  readonly files: Readonly<Record<string, Expected>>;
  readonly referenceNow: string;
};

/** What is to become of the reply of this name. */
export const expectedOf = (name: string): Expected => {
  const expected = files[name];
  if (expected === undefined) throw new Error(`Nothing is expected of ${name}`);
  return expected;
};

/** The moment at which the fixtures are read, in ms. */
export const NOW = Date.parse(referenceNow);
