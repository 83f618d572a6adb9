import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { compiled, MAIN } from './compiled.ts';
import { smallSite } from './small-site.ts';

const build = smallSite();
const children: ChildProcess[] = [];

afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));

type Started = {
  readonly child: ChildProcess;
  readonly printed: () => string;
  readonly url: Promise<string>;
};

const CLOSE_IT =
  'make it the own one of the user that runs Volym, with chown and chmod 700, or choose another: DATA=/some/folder npm start';

const newFolder = (): string => join(mkdtempSync(join(tmpdir(), 'volym-main-')), 'data');

/**
 * The real process, as `npm start` runs it; `url` fails with what it printed when it ends before it
 * is ready.
 */
const start = (env: NodeJS.ProcessEnv, folder = build): Started => {
  const child = spawn(process.execPath, [MAIN, folder], {
    env: { ...compiled(), PATH: process.env.PATH, PORT: '0', DATA: newFolder(), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  children.push(child);
  let text = '';
  const url = new Promise<string>((fulfil, reject) => {
    const read = (chunk: Buffer): void => {
      text += chunk.toString('utf8');
      const found = /ready: (http:\S+)/.exec(text)?.[1];
      if (found !== undefined && text.includes('Ctrl-C')) fulfil(found);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('close', () => reject(new Error(text)));
  });
  url.catch(() => undefined);
  return { child, printed: () => text, url };
};

/** Exit code and printed text of a server that ends by itself. */
const endOf = async ({ child, printed }: Started) => {
  await once(child, 'close');
  return { code: child.exitCode, text: printed() };
};

const agent = new Agent({ keepAlive: true });

/** Answers, and leaves the connection open as browsers do. */
const askAndStay = (url: string): Promise<number | undefined> =>
  new Promise((fulfil, reject) => {
    get(url, { agent }, (answer) => answer.resume().on('end', () => fulfil(answer.statusCode))).on(
      'error',
      reject,
    );
  });

/** Sends bytes as they are and gives the first line of the answer. */
const sendRaw = (url: string, target: string): Promise<string> =>
  new Promise((fulfil, reject) => {
    const { hostname, port, host } = new URL(url);
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    );
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('end', () => fulfil(text));
    socket.on('error', reject);
  });

describe('X15: starting', () => {
  test('prints an address to open and the data folder, which it makes for this user alone', async () => {
    const data = newFolder();
    const server = start({ DATA: data });
    const url = await server.url;
    expect(await askAndStay(url)).toBe(200);
    expect(server.printed()).toContain(`Data folder: ${data}`);
    expect(statSync(data).mode & 0o777).toBe(0o700);
  });

  test('X9: a data folder that is open to others is closed to them, unless it holds other things', async () => {
    const [ours, fresh, shared] = [newFolder(), newFolder(), newFolder()];
    for (const folder of [ours, fresh, shared]) mkdirSync(folder);
    mkdirSync(join(ours, 'databases'));
    writeFileSync(join(ours, 'accounts.json'), '{"devices":[],"invitations":[]}');
    writeFileSync(join(shared, 'notes.txt'), '');
    for (const folder of [ours, fresh, shared]) chmodSync(folder, 0o755);
    await Promise.all([ours, fresh, shared].map((DATA) => start({ DATA }).url));
    expect(
      [ours, fresh, shared].map((folder) => (statSync(folder).mode & 0o777).toString(8)),
    ).toEqual(['700', '700', '755']);
  });

  /** What a start printed about the rights to its data folder, a line each. */
  const saidOfRights = async (data: string): Promise<string[]> => {
    const server = start({ DATA: data });
    await server.url;
    return server.printed().match(/^.*open to other users.*$/gm) ?? [];
  };

  test('X9: a folder that is the root of its own disk is closed as well, without a word', async () => {
    const data = newFolder();
    mkdirSync(join(data, 'lost+found'), { recursive: true });
    chmodSync(data, 0o755);
    expect(await saidOfRights(data)).toEqual([]);
    expect(statSync(data).mode & 0o777).toBe(0o700);
  });

  test('X9: a data folder that stays open to others is reported once, with its place and what to do', async () => {
    const data = newFolder();
    mkdirSync(data);
    writeFileSync(join(data, 'notes.txt'), '');
    chmodSync(data, 0o755);
    const messages = await saidOfRights(data);
    expect(messages).toEqual([
      `The data folder ${data} is open to other users of this computer (755): ${CLOSE_IT}`,
    ]);
    chmodSync(data, 0o700);
    expect(await saidOfRights(data)).toEqual([]);
  });

  test('X9: a start as root says so, once; any other says nothing of it', async () => {
    const server = start({});
    await server.url;
    const messages = server.printed().match(/^Volym runs as root .*$/gm) ?? [];
    expect(messages).toHaveLength(process.getuid?.() === 0 ? 1 : 0);
  });

  test('X9: a setting of where a page may ask that names no server ends the start, and says so', async () => {
    const url = await start({ CONNECT_TO: 'everybody' }).url.catch((error: unknown) =>
      String(error),
    );
    expect(url).toContain('CONNECT_TO is "everybody"');
  });

  test('X8: prints a set-up link while nobody has come in, which lets the first device in', async () => {
    const data = newFolder();
    const server = start({ DATA: data });
    const url = await server.url;
    const secret = /join#set-up\.([\w-]{43})$/m.exec(server.printed())?.[1];
    const own = {
      workspace: randomUUID(),
      device: randomUUID(),
      credential: randomBytes(32).toString('base64url'),
    };
    const entered = await fetch(`${url}_volym/set-up`, {
      method: 'POST',
      body: JSON.stringify({ secret, ...own }),
    });
    expect(entered.status).toBe(201);
    const again = start({ DATA: data });
    await again.url;
    expect(again.printed()).not.toContain('set-up');
  });

  test('a port that is taken ends it with one sentence', async () => {
    const url = await start({}).url;
    const { code, text } = await endOf(start({ PORT: new URL(url).port }));
    expect(code).toBe(1);
    expect(text.trim()).toMatch(/^Port \d+ is taken: .* PORT=4600 npm start$/);
  });

  test('an invalid PORT ends it with one sentence, and no folder is made', async () => {
    const data = newFolder();
    const { code, text } = await endOf(start({ PORT: 'many', DATA: data }));
    expect([code, text.trim()]).toEqual([1, expect.stringMatching(/^PORT is "many"; .*$/)]);
    expect(existsSync(data)).toBe(false);
  });

  test('a data folder that cannot be made, and a build that is not there, end it with one sentence', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'volym-main-')), 'file');
    writeFileSync(file, '');
    const noData = await endOf(start({ DATA: join(file, 'data') }));
    expect([noData.code, noData.text.trim()]).toEqual([
      1,
      expect.stringMatching(/^The data folder .* DATA=\S+ npm start$/),
    ]);
    const noBuild = await endOf(start({}, join(file, '..')));
    expect([noBuild.code, noBuild.text.trim()]).toEqual([
      1,
      expect.stringMatching(/^The app is not built yet .*$/),
    ]);
    const otherBase = await endOf(start({ BASE_PATH: '/volym' }));
    expect([otherBase.code, otherBase.text.trim()]).toEqual([
      1,
      expect.stringMatching(/another BASE_PATH; npm start/),
    ]);
  });

  const device = { id: 'a', database: 'w-a', role: 'member', hash: 'h', since: 1, seen: 1 };
  test.each([
    '',
    '{',
    '{}',
    'null',
    '[]',
    '{"devices":null}',
    '{"devices":[]}',
    '{"devices":[null],"invitations":[]}',
    JSON.stringify({ devices: [{ ...device, role: 'owner' }], invitations: [] }),
    JSON.stringify({ devices: [{ ...device, hash: undefined }], invitations: [] }),
    JSON.stringify({ devices: [device], invitations: [{}] }),
  ])(
    'X8: accounts of another form (%s) end it with one sentence, and stay as they are',
    async (accounts) => {
      const data = newFolder();
      mkdirSync(data);
      writeFileSync(join(data, 'accounts.json'), accounts);
      const { code, text } = await endOf(start({ DATA: data }));
      const sentence =
        /^The accounts in \S+ cannot be read \(.+\); nothing was changed\. Restore accounts\.json\.$/;
      expect([code, text.trim()]).toEqual([1, expect.stringMatching(sentence)]);
      expect(text).not.toMatch(/undefined|properties/);
      expect(readFileSync(join(data, 'accounts.json'), 'utf8')).toBe(accounts);
    },
  );
});

describe('X15: ending', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s ends it with code 0 while a browser holds a connection',
    async (signal) => {
      const server = start({});
      await askAndStay(await server.url);
      server.child.kill(signal);
      server.child.kill(signal);
      expect((await endOf(server)).code).toBe(0);
    },
  );

  test('it ends when the launcher that started it is gone', async () => {
    const server = start({});
    await askAndStay(await server.url);
    const exit = once(server.child, 'exit');
    server.child.disconnect();
    expect(await exit).toEqual([0, null]);
  });
});

test('X9: addresses that leave the folder are refused on the wire, and the server stays alive', async () => {
  const url = await start({}).url;
  for (const target of [
    '/../../etc/passwd',
    '/%2e%2e/etc/passwd',
    '/..\\etc',
    '/a/%00',
    '/%zz',
    '/_app/../../package.json',
  ]) {
    const answer = await sendRaw(url, target);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('x-content-type-options: nosniff');
  }
  expect(await sendRaw(url, 'no-slash')).toMatch(/^HTTP\/1\.1 400 /);
  expect(await askAndStay(`${url}_up`)).toBe(200);
});
