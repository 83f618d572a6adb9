import type { AppInput } from '#programmes/apple-licences/rules/app/app-commands.ts';
import { ok } from '#core/result.ts';
import type { AppRefused, AppResult } from '#programmes/apple-licences/rules/app/app-problem.ts';
import type { Records } from '#data/records/records.ts';
import type { Texts } from '#ui/text.ts';
import { perform, performAndSay } from '#ui/perform.ts';
import { putInTrash } from '#data/trash/in-trash.ts';
import { writeNewApp, editApp } from '#programmes/apple-licences/work/app/edit-app.ts';

/** Writes a new app down by hand, and says so; answers its id. */
export const addApp = async (
  records: Records,
  input: AppInput,
  text: Texts,
): Promise<AppResult<string>> => {
  const made = await perform(writeNewApp(records, input), ({ name, undo }) => ({
    message: text.apps.saved(name),
    undo,
  }));
  return made.ok ? ok(made.value.id) : made;
};

/**
 * What a person does to an app: each writes at once, says so with a way back, and answers a refusal
 * if there is one.
 */
export const appActions = (records: Records, id: string, text: Texts) => ({
  edit: (input: AppInput): Promise<AppRefused | undefined> =>
    performAndSay(editApp(records, id, input), text.apps.changed),
  trash: (): Promise<AppRefused | undefined> =>
    performAndSay(putInTrash(records, id), text.apps.trashed),
});
