import { textIn } from '#core/record/fields.ts';
import { isSame, type Copy } from '../../merge/copy.ts';
import { isPast } from '../../merge/past.ts';
import { copiesOf, type Head } from '../couch/heads.ts';
import { mayBeNewer } from './keyring-claim.ts';
import { NotOpened, packedOver, type WireDocument } from '../sealing.ts';
import type { Session } from '../session.ts';
import { statesHere } from '../states-here.ts';

/**
 * This device's own keyring, where it holds the key in use and has the one that the server shows
 * behind it: a server that was put back to before a change of keys, or acts so. That is no offer,
 * or who came in since would go back to the old key.
 */
export const keyringAhead = async (
  { collection, codec }: Pick<Session, 'collection' | 'codec'>,
  shown: Copy,
): Promise<Copy | undefined> => {
  const own = (await statesHere(collection, [shown.id], false)).get(shown.id);
  return own !== undefined && isAhead(codec, own, shown) ? own : undefined;
};

const isAhead = (codec: Session['codec'], own: Copy, shown: Copy): boolean =>
  textIn(own.data, 'workspaceKey') === codec.key && isPast(own, shown);

/**
 * Writes it over the older one like any state that is behind. Who wrote in between is not
 * overwritten.
 */
export const putKeyringBack = async (session: Session, own: Copy): Promise<boolean> => {
  if (!(await isWrittenOver(session, own))) return false;
  session.writtenBack += 1;
  session.problems$.next({ id: own.id, code: 'older-on-server' });
  return true;
};

/**
 * So often on one run a false keyring is corrected: two devices that take each other's for false
 * would do so in turn without end, as where they call the workspace by different names since one of
 * them came in while a name was forged.
 */
export const MOST_PUT_RIGHT = 10;

/**
 * Writes this device's keyring over one that no key opens and no change of keys made
 * (`keyring-claim.ts`), if one was met: with it nobody could join, or change passphrase or keys.
 * The same goes for one that a former key sealed and no app writes: it would keep that key alive.
 * In a keyring that the current key opens, only the readable part next to the sealed content is
 * corrected.
 */
export const putFalseKeyringBack = async (session: Session): Promise<void> => {
  if (!session.isKeyringFalse || !session.mayWrite()) return;
  session.isKeyringFalse = false;
  const here = await statesHere(session.collection, session.codec.readable, false);
  for (const own of here.values())
    if (session.putRight < MOST_PUT_RIGHT && (await putKeyringBack(session, own)))
      session.putRight += 1;
  for (const id of session.codec.readable) await putReadableRight(session, id);
};

/**
 * The sealed content stays as it is, whoever wrote it: a new device sees only the readable part.
 */
const putReadableRight = async (session: Session, id: string): Promise<void> => {
  const { client, codec } = session;
  const [head] = await client.heads([id]);
  if (head?.document?.key !== codec.key || session.putRight >= MOST_PUT_RIGHT) return;
  const copy = await codec.unpack(head.document).catch(() => undefined);
  if (copy === undefined || codec.readsAsSealed(head.document, copy)) return;
  session.putRight += 1;
  await client.write([await packedOver(codec, copy, { ...head.document, _rev: head.rev })]);
};

/**
 * Sends a keyring that names the key in use before anything that this key seals: otherwise the
 * other devices could open none of it, and would not know why. `shown` is what the server has.
 */
export const sendKeyringFirst = async (
  session: Session,
  shown: ReadonlyMap<string, Head>,
): Promise<void> => {
  if (!session.mayWrite()) return;
  for (const { copy } of shown.values()) {
    // The deletion may be forged: its body, which is checked if there is a keyring here, shows
    // that.
    if (copy?._deleted === true) session.isKeyringFalse = true;
    const own = copy === undefined ? undefined : await keyringAhead(session, copy);
    if (own !== undefined) await isWrittenOver(session, own);
  }
};

/**
 * Seals the keyring with the key in use, before everything that it opens; returns whether the
 * server accepted it. It may have been sent under the old key just before the new one was used,
 * with nothing left to push. If it differs from the one here, it waits until both are in step.
 */
export const sealKeyringAnew = async (session: Session): Promise<boolean> => {
  const here = await statesHere(session.collection, session.codec.readable, false);
  const shown = await copiesOf(session, session.codec.readable);
  for (const [id, { copy, rev }] of shown) {
    const own = here.get(id);
    const isHere = own !== undefined && copy !== undefined && isSame(own, copy);
    if (!isHere || !(await isWrittenOver(session, own, rev))) return false;
  }
  return shown.size > 0;
};

/** Where a revision is named, only over that one: what someone wrote since was not looked at. */
const isWrittenOver = async (session: Session, own: Copy, rev?: string): Promise<boolean> => {
  const { client, codec } = session;
  const [head] = await client.heads([own.id]);
  if (head === undefined || (rev !== undefined && head.rev !== rev)) return false;
  const [there] = head.document === undefined ? await client.bodies([head]) : [head.document];
  if (there === undefined || (await isToStay(session, own, there))) return false;
  const [answer] = await client.write([await packedOver(codec, own, { ...there, _rev: head.rev })]);
  return answer !== undefined && answer.error === undefined;
};

/** Another device was first, or changed the keys meanwhile. */
const isToStay = async (session: Session, own: Copy, document: WireDocument): Promise<boolean> => {
  const { codec } = session;
  const error: unknown = await codec.unpack(document).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof NotOpened)) return document.key === codec.key;
  const { open } = document;
  if (document.key === codec.key || !(await mayBeNewer(session, open, own))) return false;
  return !(open && isAhead(codec, own, open));
};
