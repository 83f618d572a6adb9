import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Accounts } from '#server/accounts/kept-accounts.ts';
import { hashOf, newSecret } from '#server/accounts/secret.ts';
import { smallSite } from './small-site.ts';

const MAIN = resolve(import.meta.dirname, '../../src/server/main.ts');
const [WRITES, KILLS, BATCH] = [1_000, 8, 10];
const ID = '0197a1b2-0000-7000-8000-0000000000bb';

let running: ChildProcess | undefined;
afterEach(() => void running?.kill('SIGKILL'));

/** The real process over a data folder; answers its address. */
const start = async (data: string): Promise<string> => {
  const child = spawn(process.execPath, [MAIN, smallSite()], {
    env: { PATH: process.env.PATH, PORT: '0', DATA: data },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  running = child;
  let text = '';
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    text += chunk.toString('utf8');
    const address = /ready: (http:\S+)\//.exec(text)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error(text);
};

const kill = async (): Promise<void> => {
  const gone = once(running as ChildProcess, 'exit');
  running?.kill('SIGKILL');
  await gone;
};

test('X8: of a thousand acknowledged writes none is lost though the endpoint is killed eight times', async () => {
  const data = join(mkdtempSync(join(tmpdir(), 'volym-kill-')), 'data');
  const secret = newSecret();
  const device = { id: ID, database: 'w-a', role: 'member', hash: hashOf(secret), since: 0, seen: 0 } as const;
  mkdirSync(join(data, 'databases/w-a'), { recursive: true });
  writeFileSync(join(data, 'accounts.json'), JSON.stringify({ devices: [device], invitations: [] } satisfies Accounts));
  const headers = { authorization: `Bearer ${ID}.${secret}`, 'content-type': 'application/json' };
  let address = await start(data);
  const ask = async (path: string, body: object): Promise<unknown> =>
    (await fetch(`${address}/db/w-a${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();

  const acknowledged = new Map<string, number>();
  const killAt = new Set(Array.from({ length: KILLS }, (_, at) => Math.floor(((at + 0.5) * WRITES) / KILLS / BATCH)));
  for (let batch = 0; acknowledged.size < WRITES; batch += 1) {
    const docs = Array.from({ length: BATCH }, (_, at) => ({ _id: `d${batch}-${at}`, value: batch * BATCH + at }));
    const writing = ask('/_bulk_docs', { docs });
    // The writes of this batch are on their way when the process dies: some of them may be there, unacknowledged.
    const dies = killAt.has(batch) ? kill() : undefined;
    const rows = (await writing.catch(() => [])) as { id: string; ok?: true }[];
    for (const [at, { id, ok }] of rows.entries()) if (ok) acknowledged.set(id, docs[at]?.value ?? -1);
    if (dies === undefined) continue;
    await dies;
    address = await start(data);
  }
  const keys = [...acknowledged.keys()];
  const { rows } = (await ask('/_all_docs?include_docs=true', { keys })) as {
    rows: { doc?: { _id: string; value: number } }[];
  };
  const found = new Map(rows.map(({ doc }) => [doc?._id, doc?.value]));
  expect(keys.filter((id) => found.get(id) !== acknowledged.get(id))).toEqual([]);
  await kill();
}, 60_000);
