import { expect, test } from 'vitest';
import { rememberMappings } from '#data/import/mappings.ts';
import type { Records } from '#data/records/records.ts';
import { newWorkspace } from '#workspace/rules/settings/workspace-commands.ts';

test('A5: two answers for the same headings are remembered, both', async () => {
  let { data } = newWorkspace('Nordby IT', ['apple-credit']);
  const change = async (_: string, command: (record: unknown, doing: unknown) => unknown) => {
    const answer = command({ kind: 'workspace', data }, {}) as {
      readonly value?: { readonly data: typeof data };
    };
    data = answer.value?.data ?? data;
    return answer;
  };
  await rememberMappings({ change } as unknown as Pick<Records, 'change'>, [
    { key: 'answers:a', mapping: { 'amount:,': 'thousands' } },
    { key: 'answers:a', mapping: { 'date-order:/': 'dmy' } },
    { key: '', mapping: { other: 'x' } },
    // Two files with the same headings mean different things: neither is like the next one.
    { key: 'b', mapping: { nr: 'vipId', kund: 'name' } },
    { key: 'b', mapping: { nr: '', kund: 'name' } },
  ]);
  expect(data.mappings).toEqual({
    'answers:a': { 'amount:,': 'thousands', 'date-order:/': 'dmy' },
    b: { kund: 'name' },
  });
});
