import { sayTermsOfAll } from '#programmes/apple-licences/work/say-terms.ts';
import {
  userHere,
  writeUser,
  type TermsStepKind,
  type UserInput,
} from '#programmes/apple-licences/rules/user/user-commands.ts';
import { ok, type Problem, type Result } from '#core/result.ts';
import type { Records } from '#data/records/records.ts';
import { newId } from '#platform/ids.ts';
import { actStoreOf, wayBack } from '#workspace/screens/acts/way-back.ts';
import type { App } from '#ui/app.svelte.ts';
import { perform, performAndSay } from '#ui/perform.ts';
import { changeFields, refusalOf, type UndoMade } from '#data/records/change-fields.ts';
import { createRecord, putInTrash } from '#data/trash/in-trash.ts';
import { editionOf, usersHere } from '../giving/read-licences.ts';
import type { LicenceWords } from '#programmes/apple-licences/words/load.ts';

/**
 * What a person does to users: each writes at once, says so with a way back, and answers a refusal
 * if there is one.
 */
export const userActions = (app: App, words: LicenceWords) => ({
  ...writing(app, words),
  say: async (
    kind: TermsStepKind,
    ids: readonly string[],
    onProgress: (done: number) => void = () => undefined,
  ): Promise<Problem | undefined> => {
    const step = { kind, on: app.today, edition: editionOf(app) };
    return refusalOf(
      perform(sayTermsOfAll(actStoreOf(app), ids, step, { onProgress }), ({ act, count }) => ({
        message: words.users.done[kind](count),
        undo: wayBack(app, act),
      })),
    );
  },
});

/** Changes what is said of a user; answers what takes back those fields that nobody changed since. */
export const editUser = async (
  records: Records,
  id: string,
  input: UserInput,
): Promise<Result<UndoMade>> => {
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

const writing = ({ records }: App, words: LicenceWords) => ({
  add: async (input: UserInput): Promise<Result<string>> => {
    const draft = writeUser({ id: newId() }, input, await usersHere(records));
    if (!draft.ok) return draft;
    const { name, email } = draft.value.data;
    const made = await perform(createRecord(records, draft.value), ({ undo }) => ({
      message: words.users.saved(name || email),
      undo,
    }));
    return made.ok ? ok(made.value.record.id) : made;
  },
  edit: (id: string, input: UserInput): Promise<Problem | undefined> => {
    const message = words.users.changed;
    return performAndSay(editUser(records, id, input), message);
  },
  trash: (id: string): Promise<Problem | undefined> =>
    performAndSay(putInTrash(records, id), words.users.trashed),
});
