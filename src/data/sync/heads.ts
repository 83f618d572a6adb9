import type { Copy } from '../merge/copy.ts';
import { tombstone } from './tombstone.ts';
import { readable, type Session } from './session.ts';
import { statesHere } from './states-here.ts';

/** What the server has of a record: its revision, and the copy unless it cannot be read with this key. */
export type Head = { readonly rev: string; readonly copy: Copy | undefined; readonly attachments?: object | undefined };

/** The newest states on the server, by id; records that it never had are missing. */
export const copiesOf = async (session: Session, ids: readonly string[]): Promise<Map<string, Head>> => {
  const [heads, here] = [await session.client.heads(ids), await statesHere(session.collection, ids, true)];
  const found = await Promise.all(
    heads.map(async ({ id, rev, document }): Promise<[string, Head]> => {
      const copy = document === undefined ? tombstone(id) : await readable(session, document, here);
      return [id, { rev, copy, attachments: document?._attachments }];
    }),
  );
  return new Map(found);
};
