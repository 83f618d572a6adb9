import { Hono, type Context } from 'hono';
import { badRequest, refusal } from '../couch/refusals.ts';
import { addressOf, answer, bodyOf, bytesOf, type Asked, type Fields } from '../couch/request.ts';
import { askerOf, COOKIE, isFromElsewhere, sessionIn, whyNotLetIn, type Known } from './asking.ts';

const LARGEST = 16_384;

const ELSEWHERE = refusal(403, 'forbidden', 'A session is opened from this server’s own pages.');

/**
 * `_session`, as CouchDB: a name and a password for a cookie. The cookie never works for a page
 * from elsewhere.
 */
export const sessionApp = (known: Known): Hono => {
  const app = new Hono();
  app.get('/_session', async (c) => {
    const asker = await askerOf(known, c.req.raw, addressOf(c));
    if (asker !== undefined && 'error' in asker) return answer(c, asker);
    const user =
      asker === undefined
        ? { name: null, roles: [] }
        : asker.device === undefined
          ? { name: asker.admin, roles: ['_admin'] }
          : { name: asker.device.id, roles: [asker.device.role] };
    const how =
      asker === undefined
        ? {}
        : { authenticated: asker.device === undefined ? asker.by : 'default' };
    return c.json({
      ok: true,
      userCtx: user,
      info: { authentication_handlers: ['cookie', 'default'], ...how },
    });
  });
  app.post('/_session', async (c) => {
    if (isFromElsewhere(c.req.raw)) return answer(c, ELSEWHERE);
    const { body, refused } = await credentialsIn(c);
    if (refused !== undefined) return answer(c, refused);
    const { name, password } = body;
    if (typeof name !== 'string' || typeof password !== 'string')
      return answer(c, badRequest('name and password are required'));
    const why = await whyNotLetIn(known, name, password, addressOf(c));
    if (why !== undefined) return answer(c, why);
    c.header('set-cookie', cookie(c, known.sessions.open()));
    return c.json({ ok: true, name, roles: ['_admin'] });
  });
  app.delete('/_session', (c) => {
    const session = sessionIn(c.req.raw);
    if (session !== undefined) known.sessions.close(session);
    if (!isFromElsewhere(c.req.raw)) c.header('set-cookie', `${cookie(c, '')}; Max-Age=0`);
    return c.json({ ok: true });
  });
  return app;
};

const credentialsIn = async (c: Context): Promise<Asked<Fields>> => {
  if (!(c.req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded'))
    return bodyOf(c, LARGEST);
  const { body, refused } = await bytesOf(c, LARGEST);
  return refused === undefined
    ? { body: Object.fromEntries(new URLSearchParams(body.toString('utf8'))) }
    : { refused };
};

/**
 * Over https, according to the address or the proxy that terminates it, the cookie is only sent
 * over https.
 */
const cookie = (c: Context, secret: string): string => {
  const { protocol, pathname } = new URL(c.req.url);
  const isSafe = protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https';
  const path = pathname.replace(/\/_session$/, '') || '/';
  return `${COOKIE}=${secret}; Path=${path}; HttpOnly; SameSite=Strict${isSafe ? '; Secure' : ''}`;
};
