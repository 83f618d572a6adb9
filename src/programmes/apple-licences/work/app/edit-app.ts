import {
  appHere,
  unwriteApp,
  writeApp,
  type AppInput,
} from '#programmes/apple-licences/rules/app/app-commands.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { AppResult } from '#programmes/apple-licences/rules/app/app-problem.ts';
import { ok } from '#core/result.ts';
import type { Records } from '#data/records/records.ts';
import { newId } from '#platform/ids.ts';
import { changeFields, type UndoMade } from '#data/records/change-fields.ts';
import { createRecord } from '#data/trash/in-trash.ts';

const appsHere = async (records: Pick<Records, 'find'>): Promise<VolumeApp[]> =>
  await records.find({ kind: 'volume-app', isReadable: true });

/** An app that was written down, and what takes it back. */
type Added = { readonly id: string; readonly name: string; readonly undo: UndoMade };

/** Writes a new app down by hand. */
export const writeNewApp = async (records: Records, input: AppInput): Promise<AppResult<Added>> => {
  const draft = writeApp({ id: newId() }, input, await appsHere(records), records.doing());
  if (!draft.ok) return draft;
  const made = await createRecord(records, draft.value);
  if (!made.ok) return made;
  const { record, undo } = made.value;
  return ok({ id: record.id, name: draft.value.data.name, undo });
};

/** Changes the details of an app; answers what takes back those fields that nobody changed since. */
export const editApp = async (
  records: Records,
  id: string,
  input: AppInput,
): Promise<AppResult<UndoMade>> => {
  const others = await appsHere(records);
  return changeFields(
    records,
    { id, kind: 'volume-app' },
    (app, doing) => writeApp(app, input, others, doing),
    async () => {
      const here = await appsHere(records);
      return {
        // The number at its place is the app's own.
        cannot: (_, data) => (appHere(id, data, here) === undefined ? [] : ['adamId', 'location']),
        writeBack: (app, data, doing, edit) => unwriteApp(app, data, edit, doing),
      };
    },
  );
};
