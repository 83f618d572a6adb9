import type { Copy } from '../../merge/copy.ts';
import type { Revision } from './couch-answers.ts';
import { tombstone } from './tombstone.ts';
import { readable, type Session } from '../session.ts';
import { statesHere } from '../states-here.ts';

/**
 * What the server has of a record: its revision, and the copy unless it cannot be read with this
 * key.
 */
export type Head = {
  readonly rev: string;
  readonly copy: Copy | undefined;
  readonly attachments?: object | undefined;
};

/** The newest states on the server, by id; records that it never had are missing. */
export const copiesOf = async (
  session: Session,
  ids: readonly string[],
): Promise<Map<string, Head>> => {
  const [heads, here] = [
    await session.client.heads(ids),
    await statesHere(session.collection, ids, true),
  ];
  const found = await Promise.all(
    heads.map(async ({ id, rev, document }): Promise<[string, Head]> => {
      const copy = document === undefined ? tombstone(id) : await readable(session, document, here);
      return [id, { rev, copy, attachments: document?._attachments }];
    }),
  );
  return new Map(found);
};

/**
 * What the tombstones of these revisions say about the deleted states, by id. The body of a live
 * state does not describe a deletion, even if the server calls the record deleted: if its moment
 * were taken for that of the deleted state, a record that everyone has would be deleted.
 */
export const deletionsOf = async (
  session: Session,
  revisions: readonly Revision[],
  here?: ReadonlyMap<string, Copy>,
): Promise<ReadonlyMap<string, Copy>> => {
  const bodies = await session.client.bodies(revisions);
  const tombstones = bodies.filter(({ _deleted }) => _deleted === true);
  // All at once: the browser decrypts them in its own threads.
  const copies = await Promise.all(tombstones.map((body) => readable(session, body, here)));
  return new Map(copies.flatMap((copy) => (copy === undefined ? [] : [[copy.id, copy] as const])));
};
