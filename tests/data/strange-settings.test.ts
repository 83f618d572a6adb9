import { expect, test } from 'vitest';
import { newWorkspace } from '#workspace/rules/settings/workspace-commands.ts';
import {
  understoodSettings,
  WORKSPACE_ID,
  type WorkspaceData,
} from '#workspace/rules/settings/workspace.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { stored } from '#data/records/envelope.ts';
import { parsed } from '#data/records/read-record.ts';
import { asWorkspace } from '#data/workspace/workspace-in.ts';
import { DAMAGE } from '#tests/factories/damage.ts';
import { doingOn } from '#tests/factories/doing.ts';

const draft = newWorkspace('Nordviks skolor', ['adobe-vip']);
const settings: WorkspaceData = { ...draft.data, ownStore: 'https://store.example' };
const good = stored({ ...draft, data: settings }, undefined, doingOn());

const as = (change: object): VolymRecord => parsed({ ...good, ...change } as VolymRecord)[0];

/** As every screen reads them. */
const read = (data: WorkspaceData | undefined) => {
  if (data === undefined) return expect.unreachable();
  const {
    name,
    programmes,
    mappings,
    editions = {},
    supportForm,
    ownStore,
    accountsEdition = '',
  } = data;
  for (const text of [name, supportForm, ownStore, accountsEdition, ...programmes])
    expect(text).toBeTypeOf('string');
  for (const map of [...Object.values(mappings), editions])
    expect(Object.entries(map)).toBeInstanceOf(Array);
  return data;
};

test('X9: settings of a newer version hold as far as they are understood, the rest as it was', () => {
  const newer = {
    ...good.data,
    v: 2,
    programmes: ['adobe-vip', 'of-tomorrow'],
    name: 'Nordby',
    ownStore: { at: 'x' },
  };
  const known = asWorkspace(as({ data: newer }), asWorkspace(as({})));
  expect(read(known?.data)).toMatchObject({
    name: 'Nordby',
    programmes: ['adobe-vip'],
    ownStore: 'https://store.example',
  });
  const only = asWorkspace(as({ data: { ...good.data, v: 2, more: 1 } }));
  expect(only?.data).toMatchObject({ name: 'Nordviks skolor', more: 1 });
});

test('X9: nobody loses the way to a programme by settings in which nothing is understood', () => {
  for (const change of [
    { data: { v: 99 } },
    { data: null },
    { kind: 'person', data: { v: 1, name: 'x' } },
    { steps: 5 },
  ]) {
    const { programmes } = read(asWorkspace(as(change))?.data);
    expect(programmes).toContain('adobe-vip');
  }
  expect(asWorkspace(undefined)).toBeUndefined();
});

test('X9: whatever a field of newer settings holds, every screen can read them', () => {
  for (const field of Object.keys({ ...good.data, editions: {}, accountsEdition: '' }))
    for (const damage of DAMAGE) {
      const known = asWorkspace(
        as({ id: WORKSPACE_ID, data: { ...good.data, v: 99, [field]: damage } }),
      );
      expect(read(known?.data).programmes).toBeInstanceOf(Array);
    }
  expect(read(understoodSettings([])).programmes).toHaveLength(3);
});
