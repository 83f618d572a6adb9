import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiled, MAIN } from './compiled.ts';
import { smallSite } from './small-site.ts';

const children: ChildProcess[] = [];

/** Ends all that was started; each test file says when. */
export const stopAll = (): void => children.splice(0).forEach((child) => child.kill('SIGKILL'));

/** The admin of a running server. */
export const ADMIN = { name: 'admin', password: 'correct horse: battery' } as const;

/** The header by which the admin is known. */
export const BASIC = `Basic ${Buffer.from(`${ADMIN.name}:${ADMIN.password}`).toString('base64')}`;

/** A folder for what a server keeps. */
export const newData = (): string => join(mkdtempSync(join(tmpdir(), 'volym-running-')), 'data');

/**
 * A real server process over a folder, with an admin, in a Node of these settings. `url` has no
 * slash at its end.
 */
export const start = async (
  data: string,
  port = 0,
  settings: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
) => {
  const child = spawn(process.execPath, [...settings, MAIN, smallSite()], {
    env: {
      ...compiled(),
      ...env,
      PATH: process.env.PATH,
      PORT: String(port),
      DATA: data,
      ADMIN_USER: ADMIN.name,
      ADMIN_PASSWORD: ADMIN.password,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  children.push(child);
  const { ready, printed } = readyAt(child);
  const { url, setUp } = await ready;
  const kill = async (): Promise<void> => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  const ask = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const answer = await fetch(`${url}/db${path}`, {
      method,
      headers: { authorization: BASIC, 'content-type': 'application/json', ...headers },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  return { url, setUp, printed, port: Number(new URL(url).port), kill, ask, child };
};

/**
 * Where it is and the secret of its set-up link, once it is ready; and all that it has printed
 * until then and since.
 */
const readyAt = (child: ChildProcess) => {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
    process.stderr.write(chunk);
  });
  const ready = new Promise<{ readonly url: string; readonly setUp: string | undefined }>(
    (fulfil, reject) => {
      child.stdout?.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
        const url = /ready: (http:\S+)\//.exec(text)?.[1];
        if (url !== undefined && text.includes('Ctrl-C'))
          fulfil({ url, setUp: /#set-up\.(\S+)/.exec(text)?.[1] });
      });
      child.once('close', () => reject(new Error(text)));
    },
  );
  return { ready, printed: () => text };
};

/** Sends bytes as they are and gives the whole answer as text. */
export const sendRaw = (url: string, head: string, body: string | Buffer = ''): Promise<string> =>
  new Promise((fulfil, reject) => {
    const { hostname, port, host } = new URL(url);
    const socket = connect(Number(port), hostname, () => {
      socket.write(`${head}\r\nHost: ${host}\r\nAuthorization: ${BASIC}\r\nConnection: close\r\n`);
      socket.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`);
      socket.write(body);
    });
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('end', () => fulfil(text));
    socket.on('error', reject);
  });
