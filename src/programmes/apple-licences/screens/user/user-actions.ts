import { sayTermsOfAll } from '#programmes/apple-licences/work/user/say-terms.ts';
import type {
  TermsStepKind,
  UserInput,
} from '#programmes/apple-licences/rules/user/user-commands.ts';
import { ok } from '#core/result.ts';
import type {
  LicenceRefused,
  LicenceResult,
} from '#programmes/apple-licences/rules/licence/licence-problem.ts';
import { actStoreOf, wayBack } from '#workspace/screens/acts/way-back.ts';
import type { App } from '#ui/app.svelte.ts';
import { perform, performAndSay } from '#ui/perform.ts';
import { refusalOf } from '#data/records/change-fields.ts';
import { putInTrash } from '#data/trash/in-trash.ts';
import { editionOf } from '#programmes/apple-licences/work/giving/read-licences.ts';
import type { LicenceWords } from '#programmes/apple-licences/words/load.ts';
import { editUser, addUser } from '#programmes/apple-licences/work/user/edit-user.ts';

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
  ): Promise<LicenceRefused | undefined> => {
    const step = { kind, on: app.today, edition: editionOf(app) };
    return refusalOf(
      perform(sayTermsOfAll(actStoreOf(app), ids, step, { onProgress }), ({ act, count }) => ({
        message: words.users.done[kind](count),
        undo: wayBack(app, act),
      })),
    );
  },
});

const writing = ({ records }: App, words: LicenceWords) => ({
  add: async (input: UserInput): Promise<LicenceResult<string>> => {
    const made = await perform(addUser(records, input), ({ name, undo }) => ({
      message: words.users.saved(name),
      undo,
    }));
    return made.ok ? ok(made.value.id) : made;
  },
  edit: (id: string, input: UserInput): Promise<LicenceRefused | undefined> => {
    const message = words.users.changed;
    return performAndSay(editUser(records, id, input), message);
  },
  trash: (id: string): Promise<LicenceRefused | undefined> =>
    performAndSay(putInTrash(records, id), words.users.trashed),
});
