import {
  userHere,
  writeUser,
  type UserInput,
} from '#programmes/apple-licences/rules/user/user-commands.ts';
import type { LicenceResult } from '#programmes/apple-licences/rules/licence/licence-problem.ts';
import { ok } from '#core/result.ts';
import type { Records } from '#data/records/records.ts';
import { newId } from '#platform/ids.ts';
import { changeFields, type UndoMade } from '#data/records/change-fields.ts';
import { createRecord } from '#data/trash/in-trash.ts';
import { usersHere } from '../giving/read-licences.ts';

/** Changes the details of a user; answers what takes back those fields that nobody changed since. */
export const editUser = async (
  records: Records,
  id: string,
  input: UserInput,
): Promise<LicenceResult<UndoMade>> => {
  const others = await usersHere(records);
  return changeFields(
    records,
    { id, kind: 'volume-user' },
    (user) => writeUser(user, input, others),
    async () => {
      const here = (await usersHere(records)).filter(({ trashedOn }) => trashedOn === '');
      return {
        // A user's number is one at its place.
        cannot: (_, data) =>
          userHere(id, data, here) === undefined ? [] : ['clientUserId', 'location'],
      };
    },
  );
};

/** A user that was written down, what it is called, and what takes it back. */
type Added = { readonly id: string; readonly name: string; readonly undo: UndoMade };

/** Writes a new user down by hand. */
export const addUser = async (
  records: Records,
  input: UserInput,
): Promise<LicenceResult<Added>> => {
  const draft = writeUser({ id: newId() }, input, await usersHere(records));
  if (!draft.ok) return draft;
  const { name, email } = draft.value.data;
  const made = await createRecord(records, draft.value);
  if (!made.ok) return made;
  const { record, undo } = made.value;
  return ok({ id: record.id, name: name || email, undo });
};
