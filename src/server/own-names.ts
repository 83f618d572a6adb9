import { isIP } from 'node:net';

/** What no stranger gets from the world's registries: a page of theirs has no such name. */
const OF_NO_STRANGER = ['local', 'localhost', 'internal', 'home.arpa'];

/** No name is longer (RFC 1035: 253 characters), and what is long takes long to read. */
const LONGEST = 260;

/** Whether a `Host`, asked for at one of the server's ports, is one that it answers to. */
export type AnswersTo = (host: string | undefined, port: number | undefined) => boolean;

/**
 * Against a page elsewhere that gives its own name this server's address (DNS rebinding), and is
 * then taken for one of its pages. Addresses and local names are answered, and the names that were
 * given. Without any, a request with another port than the server's own came through a proxy, which
 * passes on the name that people use.
 */
export const answersTo = (names: readonly string[] = []): AnswersTo => {
  const own = new Set(names.map((name) => name.toLowerCase()));
  return (host, port) => {
    // Browsers always say it.
    if (host === undefined) return true;
    if (host.length > LONGEST) return false;
    const asked = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : undefined;
    if (asked === undefined) return false;
    const name = asked.hostname.replace(/\.$/, '');
    if (isIP(name.replace(/^\[(.*)\]$/, '$1')) > 0 || isLocal(name) || own.has(name)) return true;
    return own.size === 0 && port !== undefined && Number(asked.port || 80) !== port;
  };
};

const isLocal = (name: string): boolean =>
  !name.includes('.') || OF_NO_STRANGER.some((ending) => name.endsWith(`.${ending}`));
