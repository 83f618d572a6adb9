import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MAIN, compiled } from '#tests/server/compiled.ts';

/**
 * A real server process over a built app. `stop` kills it; `restart` serves the same address again,
 * from another build if given.
 */
export type Served = {
  readonly url: string;
  /** The folder in which the server now running keeps its data. */
  readonly data: () => string;
  /** The link that connects a workspace, as it was printed; '' once someone has come in. */
  readonly setUpLink: () => string;
  readonly stop: () => Promise<void>;
  readonly restart: (folder?: string) => Promise<void>;
  /**
   * Serves the same address again with the content of a data folder, from another build or in
   * another environment if given.
   */
  readonly restartOn: (
    data: string,
    folder?: string,
    more?: Readonly<Record<string, string>>,
  ) => Promise<void>;
};

const root = resolve(import.meta.dirname, '../..');
const READY = /Volym is ready: (http:\/\/\S+)\/[\s\S]*Ctrl-C/;
const SET_UP = /http:\S+#set-up\.\S+/;

type Running = {
  readonly url: string;
  readonly child: ChildProcess;
  readonly data: string;
  readonly setUpLink: string;
};

const newData = (): string => mkdtempSync(join(tmpdir(), 'volym-data-'));

type Env = Readonly<Record<string, string>>;

const spawnServer = async (
  folder: string,
  port: string,
  more: Env,
  data = newData(),
): Promise<Running> => {
  const child = spawn(process.execPath, [MAIN, folder], {
    env: { ...process.env, ...compiled(), PORT: port, HOST: '127.0.0.1', DATA: data, ...more },
    // The channel ends the server with the test that started it, however that ends.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  return new Promise((fulfil, reject) => {
    const listen = (chunk: Buffer): void => {
      printed += chunk.toString('utf8');
      const url = READY.exec(printed)?.[1];
      if (url !== undefined)
        fulfil({ url, child, data, setUpLink: SET_UP.exec(printed)?.[0] ?? '' });
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${printed}`)));
  });
};

const kill = async ({ child }: Running): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
};

/**
 * Serves a build on a free port of this computer; the address has no slash at its end. `more` is of
 * its environment.
 */
export const serve = async (folder = join(root, 'build'), more: Env = {}): Promise<Served> => {
  let running = await spawnServer(folder, '0', more);
  const { url } = running;
  return {
    url,
    data: () => running.data,
    setUpLink: () => running.setUpLink,
    stop: () => kill(running),
    restart: async (other = folder) => {
      await kill(running);
      running = await spawnServer(other, new URL(url).port, more);
    },
    restartOn: async (data, other = folder, env = more) => {
      await kill(running);
      running = await spawnServer(other, new URL(url).port, env, data);
    },
  };
};

let shared: Promise<Served> | undefined;

/**
 * The one server of all journeys of a process that leave nothing on it: each is a device of its own
 * there. It ends with the process.
 */
export const serveForAll = (): Promise<Served> => (shared ??= serve());

/** Whether nobody listens at an address: the system itself refuses the connection. */
export const isClosed = (url: string): Promise<boolean> =>
  new Promise((fulfil) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.once('connect', () => fulfil((socket.destroy(), false)));
    socket.once('error', (error: NodeJS.ErrnoException) => fulfil(error.code === 'ECONNREFUSED'));
  });
