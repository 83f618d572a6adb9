import { countIn } from '#core/language/count.ts';
import type { Messages } from '#core/language/language.ts';
import type { trash as source } from '../sv/trash.ts';

const n = countIn('en');

/** Words of the trash: what is there, until when, and how it comes back or goes for good. */
export const trash = {
  joinedTo: 'It is the same order as another one. Show that one',
  title: 'Trash',
  lead: (days) =>
    `What is deleted stays here for ${n(days)} days, codes until someone deletes them`,
  leadPlain: (days) => `What is deleted stays here for ${n(days)} days`,
  detail: 'Selected record',
  soon: 'Disappearing soon',
  left: 'Still here',
  stays: 'Not removed automatically',
  days: (count) => (count === 0 ? 'last day' : count === 1 ? '1 day' : `${n(count)} days`),
  since: (kind, day) => `${kind} · ${day}`,
  edits: 'A deletion never overrides a change made on another device.',
  badge: 'Deleted',
  by: (name, when) => (name === '' ? `Deleted ${when}` : `${name} deleted it ${when}`),
  until: (day) => `Can be restored up to and including ${day}.`,
  untilStays: 'Stays here until you restore it or delete it for good.',
  untilRestored: 'Stays here until you restore it.',
  why: {
    asked: 'A question about it is waiting for an answer. It is not deleted until then.',
    'has-log':
      'It contains codes that someone has seen, handed out or redeemed. The log is kept, so it cannot be deleted.',
    'has-codes':
      'It contains codes. They are not removed automatically, since a code has no last day.',
  },
  holds: (count) => (count === 1 ? '1 code comes with it.' : `${n(count)} codes come with it.`),
  comeWith: (count) =>
    count === 1
      ? '1 authorization, order or return comes with it.'
      : `${n(count)} authorizations, orders and returns come with it.`,
  restored: (what) => `${what} is back`,
  forGood: 'Delete for good',
  forGoodTitle: (what) => `Delete ${what} for good?`,
  forGoodText:
    'The record and its history disappear from every device. If it is in a backup, it stays there.',
  codesGo: (count) =>
    count === 1
      ? 'The redemption code in it disappears too.'
      : `The ${n(count)} redemption codes in it disappear too.`,
  understood: 'I understand that this cannot be undone.',
  gone: (what) => `${what} is deleted for good`,
  emptyIt: 'Empty the trash',
  emptyTitle: 'Empty the trash?',
  emptyText: (count, codes) =>
    `${count === 1 ? '1 record' : `${n(count)} records`}${codes === 0 ? '' : codes === 1 ? ' with 1 code' : ` with ${n(codes)} codes`} will disappear for good from every device, with the history. What is in a backup stays there.`,
  emptyNothing: 'Nothing will be deleted.',
  emptyKeeps: (count) => (count === 1 ? '1 record stays.' : `${n(count)} records stay.`),
  keepsLog: 'The log of who saw, handed out or redeemed a code is kept.',
  keepsAsked: 'An open question needs its answer first.',
  emptied: (gone, kept) =>
    [
      gone === 1 ? '1 record is deleted' : `${n(gone)} records are deleted`,
      ...(kept === 0 ? [] : [`${n(kept)} ${kept === 1 ? 'stays' : 'stay'}`]),
    ].join(', '),
  notGone: {
    'has-log': 'Someone has used a code in it. The log is kept, so it stays.',
    asked: 'Answer the question about it first.',
    'no-trash': 'It has already been restored.',
    'changed-since': 'It was changed on another device, and stays.',
    'record-is-gone': 'It has already been deleted.',
  },
  failed: 'Not everything could be deleted. Try again.',
  empty: 'The trash is empty',
  emptySentence: 'What you delete, and imports that you undo, stay here for thirty days.',
  chooseTitle: 'Nothing selected',
  choose: 'What the record was, who deleted it and how long it can be restored are shown here.',
  missing: 'The record is not in the trash.',
  missingSentence: 'It may have been restored, or deleted for good.',
} satisfies Messages<typeof source>;
