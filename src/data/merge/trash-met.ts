import { deepEqual } from 'rxdb/plugins/utils';
import { kindOf } from '#programmes/kinds.ts';
import { TRASHED_ON } from '#core/record/trash.ts';
import type { Answer, Clash, Data } from '#core/record/record.ts';
import { isSame, saysTheSame, type Copy } from './copy.ts';
import { clashOf } from './fields.ts';
import { newsOf } from './unions.ts';
import { dataFrom } from '#core/record/fields.ts';

/** Trashed on one side and written on the other: the record stays, with a question. */
export const mergeTrash = (
  base: Copy | undefined,
  a: Copy,
  b: Copy,
): { trashedOn: string; clashes: Clash[] } => {
  const settled = (trashedOn: string): { trashedOn: string; clashes: Clash[] } => ({
    trashedOn,
    clashes: [],
  });
  if (a.trashedOn === b.trashedOn) return settled(a.trashedOn);
  if (a.trashedOn !== '' && b.trashedOn !== '')
    return settled(a.trashedOn < b.trashedOn ? a.trashedOn : b.trashedOn);
  const [trashed, live] = a.trashedOn === '' ? [b, a] : [a, b];
  const wasTrashed = base !== undefined && base.trashedOn !== '';
  if (wasTrashed || cameBack(live, trashed)) return settled('');
  if (!isNewsTo(trashed, live, base)) return settled(trashed.trashedOn);
  const question = clashOf(TRASHED_ON, '', [trashAnswer(trashed), trashAnswer(live)]);
  return { trashedOn: '', clashes: [{ ...question, news: newsOf(live, trashed) }] };
};

/**
 * Whether the device that trashed a record did not know everything written on it. Compared with the
 * agreed state, the moment alone shows it, too: nothing else is left of an identical record that
 * another device made and that was merged since.
 */
const isNewsTo = (trashed: Copy, live: Copy, base: Copy | undefined): boolean => {
  if (base === undefined) return !isIn(live, trashed);
  const isKnown = newsOf(live, base).length > 0 && isIn(live, trashed);
  return !isKnown && !isSame(live, base) && !isDerivedAlone(live, base);
};

/**
 * Whether a copy differs from the agreed one only in what every device derives in the same way: no
 * person wrote it.
 */
const isDerivedAlone = (copy: Copy, base: Copy): boolean => {
  const { derivedFields = [] } = kindOf(copy.kind) ?? {};
  const without = ({ data }: Copy): Data =>
    dataFrom(
      Object.fromEntries(Object.entries(data).filter(([field]) => !derivedFields.includes(field))),
    );
  // Taken off and noted again it is the same, and only the moment tells that it was written.
  if (
    !derivedFields.some(
      (field) => Object.hasOwn(copy.data, field) || Object.hasOwn(base.data, field),
    )
  )
    return false;
  return saysTheSame({ ...copy, data: without(copy) }, { ...base, data: without(base) });
};

/** Whether a copy knows how another one went to the trash: it was taken out of there since. */
const cameBack = (live: Copy, trashed: Copy): boolean => {
  const known = new Set(live.history.map(({ id }) => id));
  const went = trashed.history.findLast(({ field }) => field === TRASHED_ON);
  return went !== undefined && known.has(went.id);
};

/** Whether all that was ever written of a copy is in another one. */
const isIn = (copy: Copy, other: Copy): boolean => {
  const known = new Set([...other.steps, ...other.history].map(({ id }) => id));
  return (
    [...copy.steps, ...copy.history].every(({ id }) => known.has(id)) &&
    deepEqual(copy.data, other.data)
  );
};

/** What a copy says of the trash, with who wrote it and when. */
export const trashAnswer = ({ trashedOn: value, updatedBy: by, updatedAt: at }: Copy): Answer => ({
  value,
  by,
  at,
});
