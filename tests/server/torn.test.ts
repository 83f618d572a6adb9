import { appendFileSync, cpSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { newData, start, stopAll } from './running.ts';

afterEach(stopAll);

const BATCH = 10;

/** The file with a database's newest writes. */
const logIn = (folder: string): string => {
  const logs = readdirSync(folder).filter((name) => name.endsWith('.log'));
  return join(folder, logs.sort().at(-1) ?? '');
};

const TORN = {
  'one byte': (log: string) => truncateSync(log, statSync(log).size - 1),
  'many bytes': (log: string) => truncateSync(log, statSync(log).size - 700),
  'a disk that wrote nothing where it was to write': (log: string) =>
    appendFileSync(log, Buffer.alloc(4096)),
  'bytes of another file': (log: string) => appendFileSync(log, Buffer.alloc(500, 'x')),
};

test.each(Object.entries(TORN))(
  'X8: a last write that was torn (%s) stops no start, and takes nothing with it but itself',
  async (_, tear) => {
    const data = newData();
    const before = await start(data);
    await before.ask('PUT', '/team');
    for (let batch = 0; batch < 5; batch += 1) {
      const docs = Array.from({ length: BATCH }, (__, at) => ({
        _id: `d${batch}-${at}`,
        value: batch * BATCH + at,
      }));
      expect((await before.ask('POST', '/team/_bulk_docs', { docs })).status).toBe(201);
    }
    await before.kill();
    tear(logIn(join(data, 'databases/team')));

    const after = await start(data);
    const { body } = await after.ask('GET', '/team/_all_docs?include_docs=true');
    const values = (body.rows as { doc: { value: number } }[]).map(({ doc }) => doc.value);
    const whole = Array.from({ length: 5 * BATCH }, (__, at) => at);
    // A write is there whole or not at all.
    expect([whole, whole.slice(0, -BATCH)]).toContainEqual(values);
    expect((await after.ask('GET', '/team')).body).toMatchObject({
      doc_count: values.length,
      update_seq: values.length,
    });
    expect((await after.ask('PUT', '/team/new', { x: 1 })).status).toBe(201);
    await after.kill();
    const again = await start(data);
    expect((await again.ask('GET', '/team/new')).body).toMatchObject({ x: 1 });
  },
);

test('X8: a deletion that was cut short is finished by the next start, and nothing else', async () => {
  const data = newData();
  const before = await start(data);
  for (const name of ['team', 'gone']) await before.ask('PUT', `/${name}`);
  await before.ask('PUT', '/team/a', {});
  await before.kill();
  cpSync(join(data, 'databases/gone'), join(data, 'databases/team.deleted'), { recursive: true });
  const after = await start(data);
  expect((await after.ask('GET', '/_all_dbs')).body).toEqual(['gone', 'team']);
  expect(readdirSync(join(data, 'databases')).sort()).toEqual(['gone', 'team']);
  expect((await after.ask('GET', '/team/a')).status).toBe(200);
});
