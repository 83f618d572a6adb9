import { ok, refuse, type Problem, type Result } from '#core/result.ts';

const LOCAL = ['localhost', '127.0.0.1'];

/**
 * The server that a typed address means, without a slash at its end; what comes before an `@` or
 * after a `?` or `#` is dropped. Refuses with `no-address`, and with `not-https` if a password
 * would be sent unencrypted. `here` is the app's own address: its content security policy knows
 * this computer by name only, except for the server that the app came from.
 */
export const couchServerIn = (
  typed: string,
  here: string,
): Result<string, Problem<'no-address' | 'not-https'>> => {
  const text = typed.trim();
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(whole)) return refuse('no-address');
  const { protocol, hostname, host, origin, port, pathname } = new URL(whole);
  if (host === '' || /\s/.test(text)) return refuse('no-address');
  const isLocal = LOCAL.includes(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isLocal)) return refuse('not-https');
  const named =
    isLocal && origin !== new URL(here).origin
      ? `${protocol}//localhost${port && `:${port}`}`
      : origin;
  return ok(`${named}${pathname.replace(/(?<!\/)\/+$/, '')}`);
};

/** Whether CouchDB takes this for the name of a database. */
export const isDatabaseName = (name: string): boolean =>
  /^[a-z][\w$()+/-]{0,200}$/.test(name) && name === name.toLowerCase();
