import type { KeyringData } from '#domain/workspace/keyring.ts';
import type { Copy } from '../merge/copy.ts';
import { isPast } from '../merge/past.ts';
import type { Head } from './heads.ts';
import { packedOver } from './sealing.ts';
import type { Session } from './session.ts';
import { statesHere } from './states-here.ts';

/**
 * This device's own keyring, where it holds the key in use and has the one that the server shows behind it: a server that
 * was put back to before a change of keys, or acts so. That is no offer, or who came in since would go back to the old key.
 */
export const keyringAhead = async (
  { collection, codec }: Pick<Session, 'collection' | 'codec'>,
  shown: Copy,
): Promise<Copy | undefined> => {
  const own = (await statesHere(collection, [shown.id], false)).get(shown.id);
  if (own === undefined || (own.data as unknown as KeyringData).workspaceKey !== codec.key) return undefined;
  return isPast(own, shown) ? own : undefined;
};

/** Writes it over the older one like any state that lies behind. Who wrote in between is not overwritten. */
export const putKeyringBack = async (session: Session, own: Copy): Promise<void> => {
  if (!(await isWrittenOver(session, own))) return;
  session.writtenBack += 1;
  session.problems$.next({ id: own.id, code: 'older-on-server' });
};

/**
 * Sends a keyring that names the key in use before all that this key seals, or the others could open none of it, and would
 * not know why. `shown` is what the server has.
 */
export const sendKeyringFirst = async (session: Session, shown: ReadonlyMap<string, Head>): Promise<void> => {
  if (!session.mayWrite()) return;
  for (const { copy } of shown.values()) {
    const own = copy === undefined ? undefined : await keyringAhead(session, copy);
    if (own !== undefined) await isWrittenOver(session, own);
  }
};

const isWrittenOver = async ({ client, codec }: Session, own: Copy): Promise<boolean> => {
  const [head] = await client.heads([own.id]);
  // Another device was first.
  if (head?.document === undefined || head.document.key === codec.key) return false;
  const [answer] = await client.write([await packedOver(codec, own, { ...head.document, _rev: head.rev })]);
  return answer !== undefined && answer.error === undefined;
};
