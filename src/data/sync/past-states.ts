import { isRecord } from '#core/record/record-form.ts';
import { contentOf, isSame, saysTheSame, type Copy } from '../merge/copy.ts';
import { merge, putBackMet, withEntriesOf } from '../merge/merge.ts';
import { isPast, mayKnow } from '../merge/past.ts';
import { isPutBackOver } from '../merge/put-back.ts';
import { isWhole } from '../merge/readable.ts';
import { isInForm } from '../records/read-record.ts';
import { readableIn } from '../rxdb/keep-readable.ts';
import { isAsPulled } from '../rxdb/note-pulled.ts';
import type { RowAnswer } from './couch/couch-answers.ts';
import { ServerRefused } from './couch/couch-asking.ts';
import { packedOver, type WireDocument } from './sealing.ts';
import { noteUnreadable, type Session } from './session.ts';
import { statesHere } from './states-here.ts';

/** A document of the server, and the record in it. */
export type Opened = { readonly document: WireDocument; readonly copy: Copy };

/**
 * Which parts of a page RxDB is given, which are held back because a change of this device is
 * waiting (its push merges them), and of which this device has a later state, to be sent once it
 * may change records.
 */
export type Taken = { readonly given: Copy[]; readonly held: Copy[]; readonly later: Copy[] };

/**
 * Decides which states of a page are stored. A past state (a replay, a server restored from a
 * backup, a losing revision) never is: the device's newer state is written again. A state that does
 * not descend from the agreed one does not replace it either, since the server lost that: the merge
 * of both is written. Someone who wrote in between is not overwritten: the server then refuses, and
 * sends that state next. RxDB does not overwrite a waiting change either, but it checks after the
 * change may have been sent, and would then take an older state as news.
 */
export const withoutPast = async (session: Session, page: readonly Opened[]): Promise<Taken> => {
  const ids = page.map(({ copy }) => copy.id);
  const here = await readableHere(session, ids);
  const isHeld = await waitingHere(session, page, here);
  const held = page.filter(isHeld).map(({ copy }) => copy);
  const free = page.filter((opened) => !isHeld(opened));
  const instead = new Map(
    free.flatMap((opened) => insteadOf(session, opened, here.get(opened.copy.id))),
  );
  const rest = free
    .filter((opened) => !instead.has(opened) && !session.behind.has(opened.copy))
    .map(({ copy }) => copy);
  const { true: meant = [], false: unmet = [] } = Object.groupBy(
    instead,
    ([, both]) => `${isWhole(both)}`,
  );
  // Then the state here stays, and nobody overwrites the server's unasked.
  for (const [{ copy }] of unmet) tellUnreadable(session, copy.id);
  if (meant.length === 0) return { given: rest, held, later: [] };
  const all = meant.map(([, own]) => own);
  if (!session.mayWrite()) {
    // A read-only device keeps its own state; another device may restore it, if it knows it.
    const kept = meant
      .filter(([{ copy }, both]) => isNewsHere(both, copy, here.get(copy.id)))
      .map(([, both]) => both);
    return { given: [...rest, ...kept], held, later: all };
  }
  const refused = await writeBack(session, meant);
  return { given: rest, held, later: all.filter(({ id }) => refused.has(id)) };
};

const tellUnreadable = (session: Session, id: string): void => {
  noteUnreadable(session, id);
  session.problems$.next({ id, code: 'not-authentic' });
};

/**
 * The local states of these records. An unreadable one blocks nothing: older versions stored
 * whatever they were sent.
 */
const readableHere = async (
  { collection }: Session,
  ids: readonly string[],
): Promise<Map<string, Copy>> =>
  new Map(
    [...(await statesHere(collection, ids, true))].filter(([, copy]) => hasReadableForm(copy)),
  );

// Of a deleted record only its form is left.
const hasReadableForm = (copy: Copy): boolean =>
  (copy._deleted === true ? isRecord : isInForm)(contentOf(copy));

/**
 * Writes the intended states over those that the server shows. Returns the ids that it refused
 * although nobody else wrote there.
 */
const writeBack = async (
  session: Session,
  meant: readonly [Opened, Copy][],
): Promise<ReadonlySet<string>> => {
  const refused = new Set<string>();
  for (let from = 0; from < meant.length; from += session.batch)
    for (const { id, error } of await answersTo(session, meant.slice(from, from + session.batch))) {
      // A page that was read before this device's last push is old by itself: the server has the
      // newer state already.
      if (error === 'conflict') continue;
      if (error !== undefined) {
        refused.add(id);
        continue;
      }
      session.writtenBack += 1;
      session.problems$.next({ id, code: 'older-on-server' });
    }
  return refused;
};

/**
 * The server's answers to a page of them. A server that accepts nothing at all must not keep this
 * device from what others write.
 */
const answersTo = async (
  session: Session,
  meant: readonly [Opened, Copy][],
): Promise<RowAnswer[]> => {
  const documents = meant.map(([{ document }, own]) => packedOver(session.codec, own, document));
  try {
    return await session.client.write(await Promise.all(documents));
  } catch (error) {
    if (!(error instanceof ServerRefused)) throw error;
    return meant.map(([, { id }]) => ({ id, error: `http_${error.status}` }));
  }
};

/**
 * Whether the merge adds something to the state here: otherwise it would become later with each
 * look.
 */
const isNewsHere = (both: Copy, copy: Copy, own: Copy | undefined): boolean =>
  own === undefined || !(isPast(own, copy) || saysTheSame(both, own));

/**
 * What to write in place of a state that the server shows; nothing if that state is stored here.
 */
const insteadOf = (
  { behind }: Session,
  opened: Opened,
  own: Copy | undefined,
): [Opened, Copy][] => {
  const { copy } = opened;
  if (own === undefined) return [];
  // Anyone with a revoked key can write such a state, and smuggle in fields without history.
  if (behind.has(copy)) return [[opened, own]];
  // The state that a put-back replaced has a form that this app does not know: nothing of it is
  // stored.
  if (isPutBackOver(own, copy)) return [[opened, own]];
  if (isPast(own, copy)) return [[opened, withEntriesOf(own, copy)]];
  if (own._deleted === true || copy._deleted === true) return [];
  const isBack = isPutBackOver(copy, own);
  if (!isBack && mayKnow(copy, own)) return [];
  // A full history tells nothing of what a put-back kept: a member may have written it by hand.
  const both = isBack ? putBackMet(copy, own, readableIn(own)) : merge(undefined, own, copy);
  return isSame(both, copy) ? [] : [[opened, both]];
};

/**
 * Whether the record has a change here that the server has not answered. A record that is missing
 * here, or the same, has none.
 */
const waitingHere = async (
  session: Session,
  page: readonly Opened[],
  here: ReadonlyMap<string, Copy>,
): Promise<(opened: Opened) => boolean> => {
  const differing = page.map(({ copy }) => [here.get(copy.id), copy] as const);
  const own = differing.flatMap(([own, copy]) =>
    own === undefined || isSame(own, copy) ? [] : [own],
  );
  const waiting = await waitingAmong(session, own);
  return ({ copy }) => waiting.has(copy.id);
};

/** Which of these records, as they are here, have a change that the server has not answered for. */
export const waitingAmong = async (
  { agreed, replication }: Session,
  own: readonly Copy[],
): Promise<ReadonlySet<string>> => {
  if (own.length === 0) return new Set();
  const [known, pulled] = [await agreed(own.map(({ id }) => id)), await replication()];
  const waiting = own.filter((copy) => {
    const both = known.get(copy.id);
    return !isAsPulled(copy, pulled) && (both === undefined || !isSame(both, copy));
  });
  return new Set(waiting.map(({ id }) => id));
};
