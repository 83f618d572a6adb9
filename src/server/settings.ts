import { resolve } from 'node:path';

/**
 * What the environment decides: where to listen (port 0 lets the system choose) and where the data
 * is stored.
 */
export type Settings = {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly base: string;
  /** The host names it answers to; if there are none, whatever a proxy passes on. */
  readonly names?: readonly string[];
  /**
   * Which servers besides this one the app may call; if absent, none once this server syncs a
   * workspace.
   */
  readonly connectTo?: readonly string[] | 'any';
  /**
   * Whether a set-up link is made although devices are in already: of those that were, none is
   * left.
   */
  readonly setUpAgain: boolean;
  /** The account for other programs, when there is one. */
  readonly admin?: { readonly name: string; readonly password: string };
  /** Apple's base address, when the app's calls are passed on to it. */
  readonly apple?: string;
};

/** Where Apple's Apps and Books API is (apple.md §2). */
const APPLE = 'https://vpp.itunes.apple.com/mdm/v2';

const DEFAULT_PORT = 4600;
const LARGEST_PORT = 65_535;

/**
 * Reads `PORT`, `HOST`, `DATA`, `BASE_PATH`, `HOST_NAMES`, `CONNECT_TO`, `ADMIN_USER`,
 * `ADMIN_PASSWORD`, `SET_UP_LINK`, `APPLE_RELAY` and `APPLE_BASE`; a value that cannot be meant
 * comes back as a sentence for the terminal.
 */
export const readSettings = (env: NodeJS.ProcessEnv): Settings | { readonly problem: string } => {
  const {
    PORT,
    HOST,
    DATA,
    BASE_PATH: base = '',
    ADMIN_USER: name = '',
    ADMIN_PASSWORD: password = '',
  } = env;
  const { SET_UP_LINK: link = '' } = env;
  const port = PORT ? Number(PORT) : DEFAULT_PORT;
  if (!/^\d*$/.test(PORT ?? '') || port > LARGEST_PORT)
    return {
      problem: `PORT is "${PORT}"; give a number from 0 to ${LARGEST_PORT}, for example PORT=4601 npm start.`,
    };
  if (!/^$|^\/.*[^/]$/.test(base))
    return {
      problem: `BASE_PATH is "${base}"; it starts with a slash and does not end with one, like /volym.`,
    };
  if ((name === '') !== (password === ''))
    return {
      problem: 'ADMIN_USER and ADMIN_PASSWORD go together: set both, or neither for no admin.',
    };
  if (name.includes(':'))
    return { problem: `ADMIN_USER is "${name}"; a name cannot contain a colon.` };
  if (!['', 'again'].includes(link))
    return {
      problem: `SET_UP_LINK is "${link}"; SET_UP_LINK=again npm start prints a new link, for when every device is lost.`,
    };
  const [relay, names, places] = [relayIn(env), namesIn(env), placesIn(env)];
  for (const read of [relay, names, places]) if ('problem' in read) return read;
  const admin = name === '' ? {} : { admin: { name, password } };
  return {
    ...admin,
    ...relay,
    ...names,
    ...places,
    port,
    host: HOST || '127.0.0.1',
    data: resolve(DATA || 'data'),
    base,
    setUpAgain: link !== '',
  };
};

const namesIn = ({
  HOST_NAMES: given = '',
}: NodeJS.ProcessEnv): Pick<Settings, 'names'> | { readonly problem: string } => {
  const names = given.split(/[\s,]/).filter((name) => name !== '');
  if (!names.every((name) => /^[a-z0-9_.-]+$/i.test(name)))
    return {
      problem: `HOST_NAMES is "${given}"; give names as in HOST_NAMES=volym.example.org, without https and port.`,
    };
  return names.length === 0 ? {} : { names };
};

/** What the content security policy accepts as a server. */
const PLACE = /^(?:https:\/\/[a-z0-9_.-]+(?::\d+)?|http:\/\/localhost:\d+)$/i;

const placesIn = ({
  CONNECT_TO: given = '',
}: NodeJS.ProcessEnv): Pick<Settings, 'connectTo'> | { readonly problem: string } => {
  if (given.trim() === 'any') return { connectTo: 'any' };
  const places = given.split(/[\s,]/).filter((place) => place !== '');
  const others = places.filter((place) => place !== 'self');
  if (!others.every((place) => PLACE.test(place)))
    return {
      problem: `CONNECT_TO is "${given}"; CONNECT_TO=self npm start lets the app contact this server only, https://couch.example.org that one as well, and any every server.`,
    };
  return places.length === 0 ? {} : { connectTo: others };
};

/** Passing on is off unless it is switched on: a token goes through this server then. */
const relayIn = ({
  APPLE_RELAY: relay = '',
  APPLE_BASE: given = '',
}: NodeJS.ProcessEnv): Pick<Settings, 'apple'> | { readonly problem: string } => {
  if (!['', 'on', 'off'].includes(relay))
    return {
      problem: `APPLE_RELAY is "${relay}"; APPLE_RELAY=on npm start relays the app's calls to Apple.`,
    };
  const apple = (given || APPLE).replace(/(?<!\/)\/+$/, '');
  // Tokens go there: over https, or no further than this computer.
  if (
    !/^(?:https:\/\/[^/?#@\s]+|http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?)(?:\/[\w./-]*)?$/.test(
      apple,
    )
  )
    return {
      problem: `APPLE_BASE is "${given}"; give an https address, or http to this computer for a simulator.`,
    };
  return relay === 'on' ? { apple } : {};
};

/**
 * The address to open in a browser; a server that listens on every network is opened as localhost.
 */
export const addressOf = (host: string, port: number, base: string): string => {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}${base}/`;
};

/** A sentence for who starts the server with more rights than it needs; '' for everybody else. */
export const rightsProblem = (uid: number | undefined): string =>
  uid === 0
    ? 'Volym runs as root and needs no such rights: start it as a user of its own (docs/deploy.md).'
    : '';

/**
 * A sentence for an error of `listen` that says what to do; other errors are reported
 * unchanged.
 */
export const listenProblem = (
  error: NodeJS.ErrnoException,
  { host, port, base }: Settings,
): string => {
  const another = `choose another port: PORT=${port === DEFAULT_PORT ? port + 1 : DEFAULT_PORT} npm start`;
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken: open ${addressOf(host, port, base)} if Volym already runs there, or ${another}`;
  if (error.code === 'EACCES')
    return `Port ${port} needs more rights than this user has; ${another}`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `This computer has no address "${host}"; leave HOST out, or use HOST=0.0.0.0 for every network.`;
  return `Volym cannot listen on ${host}:${port}: ${error.message}`;
};
