import { isSame, type Copy } from '../merge/copy.ts';
import type { ChangesPage, Sequence } from './couch-client.ts';
import { packedOver, type WireDocument } from './sealing.ts';
import { keepUnreadable, readable, type Session } from './session.ts';
import { statesHere } from './states-here.ts';

/** Who still meets refused rows after that many times through all leaves the rest for another time. */
const ROUNDS = 3;

/**
 * Seals with the key in use what older keys sealed on the server, page by page; tombstones too, so that a newcomer, who has
 * no older key, can read all. Answers whether nothing is left for anyone; what someone else wrote meanwhile is read again. Throws as
 * the client does.
 */
export const reseal = async (session: Session): Promise<boolean> => {
  let isLeft = true;
  for (let round = 0; isLeft && round < ROUNDS; round += 1) isLeft = await leavesRows(session);
  return !isLeft;
};

/** Once through all; whether the server refused a row. */
const leavesRows = async (session: Session): Promise<boolean> => {
  const { client, pace, batch, gapMs } = session;
  let isLeft = false;
  let since: Sequence = 0;
  for (let page: ChangesPage | undefined; page === undefined || page.results.length >= batch; since = page.last_seq) {
    if (page !== undefined && gapMs > 0) await pace.pause(gapMs);
    page = await client.changes(since, batch);
    const found = await Promise.all(page.results.map(({ doc }) => sealedAnew(session, doc)));
    const documents = found.filter((document) => document !== undefined);
    await keepUnreadable(session);
    const refused = [
      ...(await client.write(documents.filter(({ _deleted }) => _deleted !== true))),
      ...(await client.overTombstones(documents.filter(({ _deleted }) => _deleted === true))),
    ];
    // Nor is it done where others may be able to open what this device cannot.
    const lacksKey = page.results.some(({ doc }) => doc?.key !== undefined && session.lacks(doc.key));
    isLeft ||= lacksKey || refused.some(({ error }) => error !== undefined);
  }
  return isLeft;
};

/** The document under the key in use; undefined when it is so already, or this device does not believe it. */
const sealedAnew = async (session: Session, document: WireDocument | undefined): Promise<WireDocument | undefined> => {
  const { codec, unreadable } = session;
  if (document?.sealed === undefined || document.key === codec.key || unreadable.has(document._id)) return undefined;
  // As in a pull: what the server showed to nobody before would otherwise be believed for this device's seal.
  const copy = await readable(session, document);
  const believed = copy && (await believedOf(session, document, copy));
  if (believed === undefined) return undefined;
  // A tombstone as well: it is written as what follows its own revision.
  const { _rev, _attachments } = document;
  return packedOver(codec, believed, { _rev, _attachments });
};

/**
 * What a key that counts no more sealed is given the new seal only where this device has the very same. A state that it has
 * behind it is no harm here; under its seal others would believe it. So they would the moment that a tombstone of that key tells.
 */
const believedOf = async (session: Session, { key = '' }: WireDocument, copy: Copy): Promise<Copy | undefined> => {
  if (!session.isRetired(key)) return copy;
  const own = (await statesHere(session.collection, [copy.id], true)).get(copy.id);
  return own !== undefined && isSame(own, copy) ? own : undefined;
};
