import { expect, test } from 'vitest';
import type { VolumeApp, VolumeAppData } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { Clash } from '#core/record/record.ts';
import { ok } from '#core/result.ts';
import { toTrash } from '#core/record/trash.ts';
import { giveAnswer } from '#data/questions/give-answer.ts';
import { history } from '#workspace/words/sv/history.ts';
import type { App } from '#ui/app.svelte.ts';
import { bringBack } from '#workspace/screens/history/bring-back.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { appWith } from '#tests/factories/apps.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { openApp, stored } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { onKind } from '#data/records/on-kind.ts';

const [OLD, NEW] = ['900000001001', '900000001002'];
const HERE = { code: 'app-is-here', field: 'adamId', params: { name: 'Räkna' } };

/** An app under a new number, and another one. */
const opened = async (other: Partial<VolumeAppData>) => {
  const { app } = await openApp();
  const own = appWith({ name: 'Ordlek', adamId: NEW, location: 'Skolan' });
  await addRecords(app, [
    own,
    appWith({ id: 'app-2', name: 'Räkna', adamId: OLD, location: 'Skolan', ...other }),
  ]);
  const place = async () => {
    const { data } = await stored<VolumeApp>(app, own.id);
    return [data.adamId, data.location];
  };
  return { app, own, place };
};
const taken = async (app: App, data: Partial<VolumeAppData>): Promise<void> => {
  valueOf(
    await app.records.change(
      'app-2',
      onKind('volume-app', (volumeApp) =>
        ok({ ...volumeApp, data: { ...volumeApp.data, ...data } }),
      ),
    ),
  );
};
const back = (field: string, value: string) => ({ field, fieldName: field, value, label: value });

test('B8, X12: a number, or a place, that another app took since is not brought back from the history', async () => {
  const number = await opened({});
  expect(await bringBack(number.app, number.own, back('adamId', OLD), { history })).toEqual(HERE);
  expect(await number.place()).toEqual([NEW, 'Skolan']);
  await number.app.records.change('app-2', toTrash);
  expect(await bringBack(number.app, number.own, back('adamId', OLD), { history })).toBeUndefined();
  expect(await number.place()).toEqual([OLD, 'Skolan']);
  const place = await opened({ adamId: NEW, location: 'Gymnasiet' });
  expect(await bringBack(place.app, place.own, back('location', 'Gymnasiet'), { history })).toEqual(
    HERE,
  );
  expect(await place.place()).toEqual([NEW, 'Skolan']);
});

test('B8, X12: nor does what was brought back go back to a number that another app took meanwhile', async () => {
  const { app, own, place } = await opened({ adamId: '900000001003' });
  expect(await bringBack(app, own, back('adamId', OLD), { history })).toBeUndefined();
  await taken(app, { adamId: NEW });
  expect(await toasts.undo()).toEqual({ code: 'changed-since', params: { fields: 'adamId' } });
  expect(await place()).toEqual([OLD, 'Skolan']);
});

test('B8, X8: a number that another app has is refused as an answer, and the question stays', async () => {
  const { app, own, place } = await opened({});
  const clash: Clash = {
    id: 'adamId|1|2',
    field: 'adamId',
    answers: [
      { value: OLD, by: 'sara', at: 1 },
      { value: NEW, by: 'johan', at: 2 },
    ],
  };
  await app.records.change(own.id, (record) => ok({ ...record, clashes: [clash] }));
  const given = { record: own, clash, reason: 'Svar' };
  expect(await giveAnswer(app.records, { ...given, value: OLD })).toEqual({
    ok: false,
    problem: HERE,
  });
  expect((await stored<VolumeApp>(app, own.id)).clashes).toHaveLength(1);
  expect((await giveAnswer(app.records, { ...given, value: NEW })).ok).toBe(true);
  expect(await place()).toEqual([NEW, 'Skolan']);
});
