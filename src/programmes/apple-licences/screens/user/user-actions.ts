import { sayTermsOfAll } from '#programmes/apple-licences/work/say-terms.ts';
import {
  userHere,
  writeUser,
  type TermsStepKind,
  type UserInput,
} from '#programmes/apple-licences/rules/user/user-commands.ts';
import type { VolumeUserData } from '#programmes/apple-licences/rules/user/volume-user.ts';
import { ok, type Problem, type Result } from '#core/result.ts';
import { fromTrash, toTrash } from '#core/record/trash.ts';
import type { Records } from '#data/records/records.ts';
import { newId } from '#platform/ids.ts';
import { actStoreOf, wayBack } from '#workspace/screens/acts/way-back.ts';
import type { App } from '#ui/app.svelte.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { changeFields, type UndoMade } from '#workspace/screens/undo/change-fields.ts';
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
    const said = { kind, on: app.today, edition: editionOf(app) };
    const answer = await sayTermsOfAll(actStoreOf(app), ids, said, { onProgress });
    if (!answer.ok) return answer.problem;
    const { act, count } = answer.value;
    toasts.say(words.users.done[kind](count), wayBack(app, act));
    return undefined;
  },
});

/** Changes what is said of a user; answers what takes back those fields that nobody changed since. */
export const editUser = async (
  records: Records,
  id: string,
  input: UserInput,
): Promise<Result<UndoMade>> => {
  const others = await usersHere(records);
  return changeFields<VolumeUserData>(
    records,
    id,
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
    const written = await records.create(draft.value);
    if (!written.ok) return written;
    const { id } = written.value;
    const { name, email } = draft.value.data;
    toasts.say(words.users.saved(name || email), () => records.change(id, toTrash));
    return ok(id);
  },
  edit: async (id: string, input: UserInput): Promise<Problem | undefined> => {
    const answer = await editUser(records, id, input);
    if (!answer.ok) return answer.problem;
    toasts.say(words.users.changed, answer.value);
    return undefined;
  },
  trash: async (id: string): Promise<Problem | undefined> => {
    const answer = await records.change(id, toTrash);
    if (!answer.ok) return answer.problem;
    toasts.say(words.users.trashed, () => records.change(id, fromTrash));
    return undefined;
  },
});
