import { isIP } from 'node:net';

/** Domains that no stranger can register: no page of theirs has such a name. */
const OF_NO_STRANGER = ['local', 'localhost', 'internal', 'home.arpa'];

/** No name is longer (RFC 1035: 253 characters), and a longer text takes longer to parse. */
const LONGEST = 260;

/** Whether the server answers to a `Host` in a request to one of its ports. */
export type AnswersTo = (host: string | undefined, port: number | undefined) => boolean;

/**
 * Protects against a page elsewhere that points its own name to this server's address (DNS
 * rebinding) to pass as one of its pages. Addresses, local names and the given names are answered.
 * Without given names, a request with a port other than the server's own came through a proxy,
 * which passes on the public name.
 */
export const answersTo = (names: readonly string[] = []): AnswersTo => {
  const own = new Set(names.map((name) => name.toLowerCase()));
  return (host, port) => {
    // Browsers always send it.
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
