import { describe, expect, test } from 'vitest';
import { changesBetween, HISTORY_LENGTH, keepNewest } from '#data/history.ts';
import { newWorkspace } from '#domain/workspace/workspace-commands.ts';
import { doingOn } from '#tests/factories/doing.ts';

describe('X12: the history of a record', () => {
  test('X12: says which field changed from what to what, and nothing of what the app remembers by itself', () => {
    const { data } = newWorkspace('Nordby IT', ['apple-credit']);
    const after = { ...data, v: 2, name: 'Nordby', mappings: { 'code|link': { Code: 'code' } } };
    expect(changesBetween('workspace', data, after, doingOn())).toMatchObject([
      { field: 'name', from: 'Nordby IT', to: 'Nordby', by: 'sara' },
    ]);
  });

  test('X12: keeps the newest two hundred, in whatever order they come', () => {
    const all = Array.from({ length: HISTORY_LENGTH + 20 }, (_, at) => ({
      ...{ id: `c${String(at).padStart(3, '0')}`, at: Math.floor(at / 2), by: 'sara', field: 'name' },
    }));
    const kept = keepNewest([...all].reverse());
    expect(kept).toEqual(all.slice(20));
  });
});
