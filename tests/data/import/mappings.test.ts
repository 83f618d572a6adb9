import { expect, test } from 'vitest';
import { rememberMappings } from '#data/import/mappings.ts';
import type { RememberedMapping } from '#core/import/mapping.ts';
import { rememberedBy, rememberedIn } from '#data/import/remembered-by.ts';
import type { Records } from '#data/records/records.ts';
import type { WorkspaceData } from '#workspace/rules/settings/workspace.ts';
import { newWorkspace } from '#workspace/rules/settings/workspace-commands.ts';

/** Keyed hashes that can be read. */
const vault = { keyedId: async (...parts: readonly string[]) => parts.join('-') };

/** A workspace that remembers; what it does by now. */
const remembering = (mappings: WorkspaceData['mappings'] = {}) => {
  let data = { ...newWorkspace('Nordby IT', ['apple-credit']).data, mappings };
  const change = async (_: string, command: (record: unknown, doing: unknown) => unknown) => {
    const answer = command({ kind: 'workspace', data }, {}) as {
      readonly value?: { readonly data: typeof data };
    };
    data = answer.value?.data ?? data;
    return answer;
  };
  const records = { change } as unknown as Pick<Records, 'change'>;
  return {
    here: () => data.mappings,
    remember: (given: readonly RememberedMapping[]) => rememberMappings({ records, vault }, given),
  };
};

test('A5: two answers for the same headings are remembered, both', async () => {
  const { here, remember } = remembering();
  await remember([
    { key: 'answers:a', mapping: { 'amount:,': 'thousands' } },
    { key: 'answers:a', mapping: { 'date-order:/': 'dmy' } },
    { key: '', mapping: { other: 'x' } },
    // Two files with the same headings mean different things: neither is like the next one.
    { key: 'b', mapping: { nr: 'vipId', kund: 'name' } },
    { key: 'b', mapping: { nr: '', kund: 'name' } },
  ]);
  expect(here()).toEqual({
    'answers:a': { 'amount:,': 'thousands', 'date-order:/': 'dmy' },
    b: { kund: 'name' },
  });
});

const of = (digest: string) => ({ at: { digest, own: '' } });

test('A5: what files with the same headings disagree on is remembered of each, and no new one has it', async () => {
  const { here, remember } = remembering();
  await remember([
    { key: 'b', about: 'answers:', mapping: { days: 'dmy', sum: ',' }, ...of('one') },
    { key: 'b', about: 'answers:', mapping: { days: 'mdy', sum: ',' }, ...of('two') },
  ]);
  const answersOf = async (digest: string) =>
    rememberedIn(here(), await rememberedBy({ key: 'b', about: 'answers:', ...of(digest) }, vault));
  expect(await answersOf('one')).toEqual({ days: 'dmy', sum: ',' });
  expect(await answersOf('two')).toEqual({ days: 'mdy', sum: ',' });
  expect(await answersOf('three')).toEqual({ sum: ',' });
  // One of them alone, corrected: the other one stays, and nobody knows more of a new one.
  await remember([{ key: 'b', about: 'answers:', mapping: { days: 'ymd' }, ...of('one') }]);
  expect(await answersOf('one')).toEqual({ days: 'ymd', sum: ',' });
  expect(await answersOf('two')).toEqual({ days: 'mdy', sum: ',' });
  expect(await answersOf('three')).toEqual({ sum: ',' });
});

test('A5: where they agree, nothing is remembered of a single file', async () => {
  const { here, remember } = remembering();
  await remember([
    { key: 'b', mapping: { nr: 'vipId' }, ...of('one') },
    { key: 'b', mapping: { nr: 'vipId' }, ...of('two') },
  ]);
  expect(here()).toEqual({ b: { nr: 'vipId' } });
});

test('A5: of single files only those that were spoken of last are remembered, until they agree again', async () => {
  const { here, remember } = remembering();
  const said = (digest: string, days: string): RememberedMapping => ({
    key: 'b',
    about: 'answers:',
    mapping: { days },
    ...of(digest),
  });
  await remember([said('first', 'dmy'), said('second', 'mdy')]);
  for (let at = 0; at < 60; at += 1) await remember([said(`file${at}`, 'dmy')]);
  expect(Object.keys(here())).toHaveLength(41);
  const by = await rememberedBy({ key: 'b', about: 'answers:', ...of('new') }, vault);
  expect(rememberedIn(here(), by)).toEqual({ days: 'dmy' });
  // So of sheets that are known by their file alone.
  for (let at = 0; at < 60; at += 1)
    await remember([{ ...said(`file${at}`, 'dmy'), about: 'place:', key: '' }]);
  expect(Object.keys(here()).filter((key) => key.startsWith('place:'))).toHaveLength(40);
});

test('A5: what an older version remembered by a code, a number or an address goes the next time, and nothing else', async () => {
  const hash = '0123456789abcdef0123456789abcdef';
  const stays = {
    'apple-codes:code|#2|#3': { code: 'code', '#2': '' },
    'apple-codes:#12': { '#1': 'code' },
    'adobe-vip:customers:vipid|name|budget2026': { '0': 'vipId' },
    [`adobe-vip:customers:vipid|name in ${hash}`]: { '0': 'vipId' },
    [`sheet:${hash}`]: { '0': 'code' },
    [`place:sheet:${hash}`]: { to: 'x' },
    'answers:apple-codes:code|#2 (2)': { 'amount:12.3456': 'thousands' },
  };
  const goes = {
    'apple-codes:xfake0000001|annaek': { xfake0000001: 'code' },
    'apple-codes:4500218837|x': { '#1': 'orderNumber' },
    [`apple-codes:xfake0000001 in ${hash}`]: { '#1': 'code' },
    'answers:apple-codes:xfake0000001': { 'amount:,': 'thousands' },
    'apple-codes:a|b': { XFAKE0000001: 'code' },
    'apple-codes:c|b': { 'anna@nordby.example': '' },
  };
  const { here, remember } = remembering({ ...stays, ...goes });
  const known = { key: 'apple-codes:code|#2|#3', mapping: { code: 'code', '#2': '' } };
  await remember([known]);
  expect(here()).toEqual(stays);
  // Once tidy, what is known writes nothing.
  const before = here();
  await remember([known]);
  expect(here()).toBe(before);
});
