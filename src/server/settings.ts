import { resolve } from 'node:path';

/** What the environment decides: where to listen (port 0 lets the system choose) and where the data lies. */
export type Settings = {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly base: string;
  /** Whether a set-up link is made although devices are in already: of those that were, none is left. */
  readonly setUpAgain: boolean;
  /** The account for other programs, when there is one. */
  readonly admin?: { readonly name: string; readonly password: string };
};

const DEFAULT_PORT = 4600;
const LARGEST_PORT = 65_535;

/** Reads `PORT`, `HOST`, `DATA`, `BASE_PATH`, `ADMIN_USER`, `ADMIN_PASSWORD` and `SET_UP_LINK`; a value that cannot be meant comes back as a sentence for the terminal. */
export const readSettings = (env: NodeJS.ProcessEnv): Settings | { readonly problem: string } => {
  const { PORT, HOST, DATA, BASE_PATH: base = '', ADMIN_USER: name = '', ADMIN_PASSWORD: password = '' } = env;
  const { SET_UP_LINK: link = '' } = env;
  const port = PORT ? Number(PORT) : DEFAULT_PORT;
  if (!/^\d*$/.test(PORT ?? '') || port > LARGEST_PORT)
    return { problem: `PORT is "${PORT}"; give a number from 0 to ${LARGEST_PORT}, for example PORT=4601 npm start.` };
  if (!/^$|^\/.*[^/]$/.test(base))
    return { problem: `BASE_PATH is "${base}"; it starts with a slash and does not end with one, like /volym.` };
  if ((name === '') !== (password === ''))
    return { problem: 'ADMIN_USER and ADMIN_PASSWORD go together: set both, or neither for no admin.' };
  if (name.includes(':')) return { problem: `ADMIN_USER is "${name}"; a name has no colon.` };
  if (!['', 'again'].includes(link))
    return {
      problem: `SET_UP_LINK is "${link}"; SET_UP_LINK=again npm start makes a link once more, for who lost all devices.`,
    };
  const admin = name === '' ? {} : { admin: { name, password } };
  return { ...admin, port, host: HOST || '127.0.0.1', data: resolve(DATA || 'data'), base, setUpAgain: link !== '' };
};

/** The address to open in a browser; a server that listens on every network is opened as localhost. */
export const addressOf = (host: string, port: number, base: string): string => {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}${base}/`;
};

/** A sentence for an error of `listen` that says what to do; other errors are told as they are. */
export const listenProblem = (error: NodeJS.ErrnoException, { host, port, base }: Settings): string => {
  const another = `choose another port: PORT=${port === DEFAULT_PORT ? port + 1 : DEFAULT_PORT} npm start`;
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken: open ${addressOf(host, port, base)} if Volym already runs there, or ${another}`;
  if (error.code === 'EACCES') return `Port ${port} needs more rights than this user has; ${another}`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `This computer has no address "${host}"; leave HOST out, or use HOST=0.0.0.0 for every network.`;
  return `Volym cannot listen on ${host}:${port}: ${error.message}`;
};
