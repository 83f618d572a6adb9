import { isSame, type Copy } from '../../merge/copy.ts';
import type { ChangesPage, RowAnswer, Sequence } from '../couch/couch-answers.ts';
import { ServerRefused } from '../couch/couch-asking.ts';
import { isKeyInUse } from './key-in-use.ts';
import { sealKeyringAnew } from './keyring-behind.ts';
import { packedOver, type WireDocument } from '../sealing.ts';
import { keepUnreadable, readable, type Session } from '../session.ts';
import { statesHere } from '../states-here.ts';

/**
 * Who still meets refused rows after that many times through all leaves the rest for another time.
 */
const ROUNDS = 3;

/** What is left after everything was processed. */
export type Resealed = {
  /**
   * Rows lie there that a key sealed which this device never got: others may be able to open them.
   */
  readonly isLacking: boolean;
  /** The rows that the server did not take under the new seal. */
  readonly refused: readonly RowAnswer[];
};

/**
 * Reseals with the key in use what older keys sealed on the server, page by page; tombstones too,
 * so that a new device, which has no older key, can read everything. Returns what is left; what
 * someone else wrote meanwhile is read again. Throws as the client does, but not for a row that the
 * server refuses. Undefined while the keyring on the server is not under the key in use: nobody
 * else could open the resealed documents.
 */
export const reseal = async (session: Session): Promise<Resealed | undefined> => {
  if (!(await isKeyInUse(session)) && !(await sealKeyringAnew(session))) return undefined;
  let found = await onceThrough(session);
  for (let round = 1; found.refused.length > 0 && round < ROUNDS; round += 1)
    found = await onceThrough(session);
  session.underOldKey.clear();
  // Over what someone else wrote meanwhile it may lie under the new key by now.
  for (const { id, error } of found.refused) if (error !== 'conflict') session.underOldKey.add(id);
  return found;
};

const onceThrough = async (session: Session): Promise<Resealed> => {
  const { client, pace, batch, gapMs } = session;
  const refused: RowAnswer[] = [];
  let isLacking = false;
  let since: Sequence = 0;
  for (let page: ChangesPage | undefined; page?.isLast !== true; since = page.last_seq) {
    if (page !== undefined && gapMs > 0) await pace.pause(gapMs);
    page = await client.changes(since, batch);
    const ids = page.results.map(({ id }) => id);
    const here = await statesHere(session.collection, ids, true);
    const found = await Promise.all(page.results.map(({ doc }) => sealedAnew(session, doc, here)));
    const documents = found.filter((document) => document !== undefined);
    await keepUnreadable(session);
    const [live, deleted] = [false, true].map((isDeleted) =>
      documents.filter(({ _deleted }) => (_deleted === true) === isDeleted),
    );
    const answers = [
      ...(await taken(client.write, live)),
      ...(await taken(client.overTombstones, deleted)),
    ];
    refused.push(...answers.filter(({ error }) => error !== undefined));
    isLacking ||= page.results.some(({ doc }) => doc?.key !== undefined && session.lacks(doc.key));
  }
  return { isLacking, refused };
};

/** Statuses that blame the content of the request, not its sender or the moment. */
const OF_WHAT_IS_SENT = [400, 412, 413, 415, 422];

/** A request that is refused for its content does not stop the rest. */
const taken = async (
  write: (documents: readonly WireDocument[]) => Promise<RowAnswer[]>,
  documents: readonly WireDocument[] = [],
): Promise<RowAnswer[]> => {
  try {
    return await write(documents);
  } catch (error) {
    if (!(error instanceof ServerRefused) || !OF_WHAT_IS_SENT.includes(error.status)) throw error;
    return documents.map(({ _id: id }) => ({ id, error: `http_${error.status}` }));
  }
};

/**
 * The document under the key in use; undefined when it is so already, or this device does not
 * believe it.
 */
const sealedAnew = async (
  session: Session,
  document: WireDocument | undefined,
  here: ReadonlyMap<string, Copy>,
): Promise<WireDocument | undefined> => {
  if (document?.sealed === undefined || document.key === session.codec.key) return undefined;
  // As in a pull: otherwise a state that the server showed to nobody before would be believed
  // because of this device's seal.
  const copy = await readable(session, document, here);
  const believed = copy && (await believedOf(session, document, copy));
  if (believed === undefined) return undefined;
  // A tombstone as well: it is written as what follows its own revision.
  const { _rev, _attachments } = document;
  return packedOver(session.codec, believed, { _rev, _attachments });
};

/**
 * A state sealed with a key that no longer counts is resealed only if this device has exactly the
 * same. A past state does no harm here, but resealed by this device, others would believe it. They
 * would also believe the moment in a tombstone of that key.
 */
const believedOf = async (
  session: Session,
  { key = '' }: WireDocument,
  copy: Copy,
): Promise<Copy | undefined> => {
  if (!session.isRetired(key)) return copy;
  const own = (await statesHere(session.collection, [copy.id], true)).get(copy.id);
  return own !== undefined && isSame(own, copy) ? own : undefined;
};
