import { whyNotParsed, whyNotTaken } from './forms/json-form.ts';
import { badRequest, refusal, type Refusal } from './refusals.ts';

/**
 * A revision's name: how many there were before it and with it, and its hash, in what a header can
 * hold.
 */
const REVISION = /^[1-9]\d{0,14}-[!#-,.-~]{1,200}$/;

/** Whether it is the name of a revision. */
export const isRevision = (value: unknown): value is string =>
  typeof value === 'string' && REVISION.test(value);

/** The error for an invalid revision. */
export const INVALID_REVISION = badRequest('Invalid rev format');

/**
 * Whether the store can hold it as an id or a name: lone surrogates cannot be distinguished on the
 * disk.
 */
export const isWritable = (text: unknown): text is string =>
  typeof text === 'string' &&
  text !== '' &&
  (text as string & { isWellFormed(): boolean }).isWellFormed();

/** Reads the parts of a query; the first invalid one is reported in `refused`. */
export type QueryReader = {
  readonly refused: Refusal | undefined;
  flag(name: string): boolean;
  /** A number from zero on, or undefined. */
  whole(name: string): number | undefined;
  /** A value written as JSON, by the first of these names that is there. */
  json(...names: string[]): unknown;
  /** As `json`, of what must be text. */
  id(...names: string[]): string | undefined;
  revision(name: string): string | undefined;
};

/** A reader of a query, as Hono gives it. */
export const readQuery = (query: Readonly<Record<string, string>>): QueryReader => {
  let refused: Refusal | undefined;
  const refuse = (reason: string): undefined =>
    void (refused ??= refusal(400, 'query_parse_error', reason));
  const json: QueryReader['json'] = (...names) => {
    const name = names.find((key) => query[key] !== undefined) ?? '';
    const value = parsed(query[name]);
    return value instanceof Error ? refuse(`Invalid value for ${name}: no JSON`) : value;
  };
  return {
    get refused() {
      return refused;
    },
    flag: (name) => {
      const value = query[name] ?? 'false';
      if (value !== 'true' && value !== 'false') refuse(`Invalid boolean parameter: ${name}`);
      return value === 'true';
    },
    whole: (name) => {
      const value = query[name];
      if (value === undefined) return undefined;
      return /^\d{1,15}$/.test(value)
        ? Number(value)
        : refuse(`Invalid value for positive integer: ${name}`);
    },
    json,
    id: (...names) => {
      const value = json(...names);
      return value === undefined || typeof value === 'string'
        ? value
        : refuse(`${names[0]} must be a JSON string`);
    },
    revision: (name) => {
      const value = query[name];
      if (value === undefined || isRevision(value)) return value;
      refused ??= INVALID_REVISION;
      return undefined;
    },
  };
};

const parsed = (text: string | undefined): unknown => {
  if (text === undefined) return undefined;
  try {
    const tooMuch = whyNotParsed(Buffer.from(text));
    if (tooMuch !== undefined) return new Error(tooMuch.reason);
    const value: unknown = JSON.parse(text);
    const why = whyNotTaken(value);
    return why === undefined ? value : new Error(why.reason);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
};
