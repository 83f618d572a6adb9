import {
  appHere,
  unwriteApp,
  writeApp,
  type AppInput,
} from '#programmes/apple-licences/rules/app/app-commands.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import { ok, type Problem, type Result } from '#core/result.ts';
import type { Records } from '#data/records/records.ts';
import { newId } from '#platform/ids.ts';
import type { Texts } from '#ui/text.ts';
import { perform, performAndSay } from '#ui/perform.ts';
import { changeFields } from '#data/records/change-fields.ts';
import { createRecord, putInTrash } from '#data/trash/in-trash.ts';

const appsHere = async (records: Pick<Records, 'find'>): Promise<VolumeApp[]> =>
  await records.find({ kind: 'volume-app', isReadable: true });

/** Writes a new app down by hand; answers its id. */
export const addApp = async (
  records: Records,
  input: AppInput,
  text: Texts,
): Promise<Result<string>> => {
  const draft = writeApp({ id: newId() }, input, await appsHere(records), records.doing());
  if (!draft.ok) return draft;
  const made = await perform(createRecord(records, draft.value), ({ undo }) => ({
    message: text.apps.saved(draft.value.data.name),
    undo,
  }));
  return made.ok ? ok(made.value.record.id) : made;
};

/**
 * What a person does to an app: each writes at once, says so with a way back, and answers a refusal
 * if there is one.
 */
export const appActions = (records: Records, id: string, text: Texts) => ({
  edit: async (input: AppInput): Promise<Problem | undefined> => {
    const others = await appsHere(records);
    const change = changeFields(
      records,
      { id, kind: 'volume-app' },
      (app, doing) => writeApp(app, input, others, doing),
      async () => {
        const here = await appsHere(records);
        return {
          // The number at its place is the app's own.
          cannot: (_, data) =>
            appHere(id, data, here) === undefined ? [] : ['adamId', 'location'],
          writeBack: (app, data, doing, edit) => unwriteApp(app, data, edit, doing),
        };
      },
    );
    return performAndSay(change, text.apps.changed);
  },
  trash: (): Promise<Problem | undefined> =>
    performAndSay(putInTrash(records, id), text.apps.trashed),
});
