import { answersIn, type RowAnswer } from './couch-answers.ts';
import { ANSWER_MS, LONGEST_ANSWER, OtherLine, ServerRefused, type Ask } from './couch-asking.ts';
import { fittingParts, type Outgoing } from './fitting-bodies.ts';
import type { WireDocument } from '../sealing.ts';

/** Our server reads no longer body, and no device a longer answer. */
const LONGEST_BODY = LONGEST_ANSWER - 1024;

/** The error that a server gives for a single document. */
const TOO_LARGE = 'too_large';

/**
 * The error for a document that never gets through although the server answers: everything else
 * need not wait for it.
 */
export const NOT_CARRIED = 'not_carried';

/** The whole request was refused, perhaps because of one row. */
const PERHAPS_ONE_ROW = [400, 403, 413, 415, 422];

/**
 * Returns an answer for each document. A request that the server refuses as a whole is repeated in
 * halves, down to a single row. They are sent in parts that get through: `heard` gets the answers
 * to each part, even if a later one is cut off and throws. A document sent alone has `aloneMs`
 * until the first byte of the answer, or, without it, a time that grows with its size: a caller
 * that sets it tries such documents separately.
 */
export type Write = (
  documents: readonly WireDocument[],
  heard?: (answers: readonly RowAnswer[]) => void,
  aloneMs?: number,
) => Promise<RowAnswer[]>;

/** Writes documents in parts that get through. */
export const writing = (ask: Ask): Write => {
  const parts = fittingParts();
  const write = writingPart(ask);
  return async (documents, heard = () => undefined, aloneMs) => {
    const all = documents.map((document) => ({ document, text: JSON.stringify(document) }));
    const rows: RowAnswer[] = [];
    const answered = (some: readonly RowAnswer[]): void => {
      rows.push(...some);
      heard(some);
    };
    // The server would not read it to its end: to the device that looks like no line.
    const isTooLarge = ({ text }: Outgoing): boolean => text.length > LONGEST_BODY;
    answered(
      all
        .filter(isTooLarge)
        .map(({ document: { _id: id } }) => ({ id, error: TOO_LARGE, reason: 'not sent' })),
    );
    const left = parts.inTurn(all.filter((body) => !isTooLarge(body)));
    while (left.length > 0) {
      const part = parts.next(left);
      try {
        answered(await write(part, aloneMs));
        parts.passed(part);
      } catch (error) {
        if (!isCutOff(error)) throw error;
        parts.cutOff(part, aloneMs !== undefined && isHung(error));
        if (!parts.isPerhapsAlone(part)) throw error;
        if (!(await takesWrites(ask))) {
          parts.lineGone();
          throw error;
        }
        parts.givenUp(part);
        answered(
          part.map(({ document: { _id: id } }) => ({
            id,
            error: NOT_CARRIED,
            reason: String(error),
          })),
        );
      }
      left.splice(0, part.length);
    }
    return rows;
  };
};

/**
 * Whether the server did not answer, or something in between gave up: the request may be too large
 * for the connection.
 */
const isCutOff = (error: unknown): boolean =>
  error instanceof ServerRefused
    ? [408, 504].includes(error.status)
    : !(error instanceof OtherLine);

/** Whether nothing came until the time limit: another try would take as long. */
const isHung = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'TimeoutError';

/**
 * Whether the server answers an empty write: if all writes fail, no document is to blame.
 */
const takesWrites = (ask: Ask): Promise<boolean> =>
  ask('POST', '/_bulk_docs', { docs: [] }).then(
    (answer) => Array.isArray(answer),
    () => false,
  );

/** One part. */
const writingPart = (ask: Ask) => {
  const write = async (part: readonly Outgoing[], aloneMs?: number): Promise<RowAnswer[]> => {
    const documents = part.map(({ document }) => document);
    // If a half can be sent instead, do not wait longer.
    const withinMs = part.length > 1 ? ANSWER_MS : aloneMs;
    try {
      const body = `{"docs":[${part.map(({ text }) => text).join(',')}]}`;
      return answersIn(await ask('POST', '/_bulk_docs', body, withinMs), documents);
    } catch (error) {
      if (!(error instanceof ServerRefused) || !PERHAPS_ONE_ROW.includes(error.status)) throw error;
      if (documents.length === 1) {
        // Alone, it may be the account or a proxy as well: those refuse a write without any
        // document, too.
        await ask('POST', '/_bulk_docs', { docs: [] });
        const why = error.status === 413 ? TOO_LARGE : `http_${error.status}`;
        return [{ id: documents[0]?._id ?? '', error: why, reason: error.message }];
      }
      const half = documents.length >> 1;
      const rows = [
        ...(await write(part.slice(0, half), aloneMs)),
        ...(await write(part.slice(half), aloneMs)),
      ];
      // The account is refused, not a row: nothing is set aside, and everything is sent later.
      if (error.status === 403 && rows.every(({ error: why }) => why === 'http_403')) throw error;
      return rows;
    }
  };
  return write;
};
