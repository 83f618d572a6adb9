import { ok, refuse, type Problem, type Result } from '#core/result.ts';
import type { Copy } from '../../merge/copy.ts';
import type { ServerHead } from '../couch/couch-answers.ts';
import { isKeyInUse } from '../keys/key-in-use.ts';
import { closeUnopened } from '../couch/leaves.ts';
import { packedOver, type WireDocument } from '../sealing.ts';
import { keepSetAside, keepUnreadable, readable, takeFromAside, type Session } from '../session.ts';
import { statesHere } from '../states-here.ts';

/**
 * Records that were written over, and those that were left: someone else wrote them meanwhile, or
 * the server refused.
 */
export type WrittenOver = { readonly written: number; readonly left: number };

/** Why nothing is written over. */
export type NotWrittenOver = 'only-reads' | 'other-keys';

/**
 * Overwrites documents on the server that cannot be opened with the records here, page by page;
 * `onProgress` gets the progress. Documents without a record here are left alone, and so is what someone
 * else writes meanwhile. Throws as the client does.
 */
export const writeOver = async (
  session: Session,
  onProgress: (done: number, of: number) => void,
): Promise<Result<WrittenOver, Problem<NotWrittenOver>>> => {
  if (!session.mayWrite()) return refuse('only-reads');
  if (!(await isKeyInUse(session))) return refuse('other-keys');
  const { batch, gapMs, pace, collection, unreadable } = session;
  const ids = [...(await statesHere(collection, [...unreadable], false)).keys()];
  let [written, left] = [0, 0];
  for (let from = 0; from < ids.length; from += batch) {
    if (from > 0 && gapMs > 0) await pace.pause(gapMs);
    if (from > 0 && !(await isKeyInUse(session))) return refuse('other-keys');
    onProgress(from, ids.length);
    const page = await overPage(session, ids.slice(from, from + batch));
    [written, left] = [written + page.written, left + page.left];
  }
  return ok({ written, left });
};

const overPage = async (session: Session, ids: readonly string[]): Promise<WrittenOver> => {
  for (const id of ids) session.withLeaf.delete(id);
  const heads = await session.client.heads(ids, true);
  // The state at this moment: what has been edited since must be sent, too.
  const here = await statesHere(session.collection, ids, false);
  const documents = await Promise.all(
    heads.map((head) => overHead(session, head, here.get(head.id))),
  );
  const writing = documents.filter((document) => document !== undefined);
  const answers = await session.client.write(writing);
  const done = answers.filter(({ error }) => error === undefined).map(({ id }) => id);
  for (const id of done) {
    session.unreadable.delete(id);
    takeFromAside(session, id);
  }
  const refused = new Set(answers.filter(({ error }) => error !== undefined).map(({ id }) => id));
  for (const { id, document } of heads)
    if (document?._conflicts !== undefined && !refused.has(id) && !session.unreadable.has(id))
      await closeUnopened(session, document);
  session.isUnreadableKept = false;
  await keepSetAside(session);
  await keepUnreadable(session);
  return { written: done.length, left: heads.length - done.length };
};

/**
 * What to write over that document; undefined if it can be opened by now, the record is no longer
 * here, or it may be sealed with newer keys.
 */
const overHead = async (
  session: Session,
  { id, rev, document }: ServerHead,
  own: Copy | undefined,
): Promise<WireDocument | undefined> => {
  const [there] = document === undefined ? await session.client.bodies([{ id, rev }]) : [document];
  if (own === undefined) return undefined;
  if (there !== undefined && (await readable(session, there, new Map([[id, own]]))) !== undefined)
    return undefined;
  // A keyring that newer keys sealed is nothing to write over.
  if (session.codec.readable.includes(id) && there?.key !== session.codec.key) return undefined;
  // If the keyring does not name the key, someone may be changing the keys, and the news is still
  // to come.
  if (there?.key !== undefined && !session.isNamed(there.key)) return undefined;
  return packedOver(session.codec, own, document === undefined ? {} : { ...document, _rev: rev });
};
