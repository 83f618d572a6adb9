import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Accounts } from '#server/accounts/kept-accounts.ts';
import { hashOf, newSecret } from '#server/accounts/secret.ts';
import { newData, start, stopAll } from './running.ts';

const [WRITES, KILLS, BATCH] = [1_000, 8, 10];
const ID = '0197a1b2-0000-7000-8000-0000000000bb';

afterEach(stopAll);

test('X8: of a thousand acknowledged writes none is lost though the endpoint is killed eight times', async () => {
  const data = newData();
  const secret = newSecret();
  const device = {
    id: ID,
    database: 'w-a',
    role: 'member',
    hash: hashOf(secret),
    since: 0,
    seen: 0,
  } as const;
  mkdirSync(join(data, 'databases/w-a'), { recursive: true });
  writeFileSync(
    join(data, 'accounts.json'),
    JSON.stringify({ devices: [device], invitations: [] } satisfies Accounts),
  );
  const headers = { authorization: `Bearer ${ID}.${secret}`, 'content-type': 'application/json' };
  let server = await start(data);
  const ask = async (path: string, body: object): Promise<unknown> =>
    (
      await fetch(`${server.url}/db/w-a${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      })
    ).json();

  const acknowledged = new Map<string, number>();
  const killAt = new Set(
    Array.from({ length: KILLS }, (_, at) => Math.floor(((at + 0.5) * WRITES) / KILLS / BATCH)),
  );
  for (let batch = 0; acknowledged.size < WRITES; batch += 1) {
    const docs = Array.from({ length: BATCH }, (_, at) => ({
      _id: `d${batch}-${at}`,
      value: batch * BATCH + at,
    }));
    const writing = ask('/_bulk_docs', { docs });
    // The writes of this batch are on their way when the process dies: some of them may be there,
    // unacknowledged.
    const dies = killAt.has(batch) ? server.kill() : undefined;
    const rows = (await writing.catch(() => [])) as { id: string; ok?: true }[];
    for (const [at, { id, ok }] of rows.entries())
      if (ok) acknowledged.set(id, docs[at]?.value ?? -1);
    if (dies === undefined) continue;
    await dies;
    server = await start(data);
  }
  const keys = [...acknowledged.keys()];
  const { rows } = (await ask('/_all_docs?include_docs=true', { keys })) as {
    rows: { doc?: { _id: string; value: number } }[];
  };
  const found = new Map(rows.map(({ doc }) => [doc?._id, doc?.value]));
  expect(keys.filter((id) => found.get(id) !== acknowledged.get(id))).toEqual([]);
});
