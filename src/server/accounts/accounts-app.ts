import { Hono, type Context } from 'hono';
import { answer, bodyOf } from '../couch/request.ts';
import type { CouchStore } from '../couch/store.ts';
import { isRole } from './accounts-form.ts';
import { letInBy, type Doors, type Newcomer } from './doors.ts';
import type { Device } from './kept-accounts.ts';

type Fields = Readonly<Record<string, unknown>>;
type Env = { Variables: { device: Device; fields: Fields } };

const refused = (
  c: Context,
  status: 400 | 401 | 403 | 404 | 409 | 410 | 413,
  error: string,
): Response => c.json({ error }, status);

/**
 * The fields of a body; none without a body. A body that cannot be read, or is no JSON object, gets
 * an error: its content is unknown.
 */
const fieldsOf = async (c: Context): Promise<Fields | Response> => {
  const { body, refused: why } = await bodyOf(c, LARGEST_BODY);
  if (why?.status === 413) return refused(c, 413, 'too-large');
  return why === undefined ? body : answer(c, why);
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Ids of workspaces and devices are uuids; the endpoint's database is named after one and so tells
 * nothing.
 */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** 256 random bits in base64url. */
const SECRET = /^[\w-]{43}$/;

/** Longer than any keyring's keys, sealed. */
const KEYS_LENGTH = 4_000;

/** Whoever asks here has little to say, and need not be known. */
const LARGEST_BODY = 16_384;

/** The name of a workspace's database here. */
export const databaseOf = (workspace: string): string => `w-${workspace}`;

const newcomerIn = ({ device, credential }: Fields): Newcomer | undefined =>
  UUID.test(text(device)) && SECRET.test(text(credential))
    ? { device: text(device), secret: text(credential) }
    : undefined;

type Parts = {
  readonly doors: Doors;
  readonly store: CouchStore;
  /** Answers what a device waits for: it may do something else from now on, or nothing any more. */
  readonly hearAtOnce: (device: string) => void;
};

/**
 * How devices come in: set-up once, then by invitation; and who is in. Secrets come and go in
 * bodies, never in addresses.
 */
export const accountsApp = (parts: Parts): Hono<Env> => {
  const app = new Hono<Env>();
  letNewcomersIn(app, parts);
  app.use('*', async (c, next) => {
    // Before the device is identified: a body may come slowly, and its device may be removed
    // meanwhile.
    const fields = await fieldsOf(c);
    if (fields instanceof Response) return fields;
    c.set('fields', fields);
    const device = parts.doors.deviceOf(c.req.header('authorization') ?? null);
    if (device === undefined) return refused(c, 401, 'not-let-in');
    const isChange = c.req.method !== 'GET' && c.req.method !== 'HEAD';
    if (isChange && device.role !== 'member') return refused(c, 403, 'readers-only-read');
    c.set('device', device);
    return next();
  });
  serveInvitations(app, parts);
  serveDevices(app, parts);
  return app;
};

const letNewcomersIn = (app: Hono<Env>, { doors, store }: Parts): void => {
  app.post('/set-up', async (c) => {
    const fields = await fieldsOf(c);
    if (fields instanceof Response) return fields;
    const [newcomer, workspace] = [newcomerIn(fields), text(fields.workspace)];
    if (!UUID.test(workspace)) return refused(c, 400, 'bad-workspace');
    if (newcomer === undefined) return refused(c, 400, 'bad-device');
    const device = doors.enterBySetUp(text(fields.secret), databaseOf(workspace), newcomer);
    // The set-up link is still unused, so another one was sent: one from an earlier start, or a
    // mistyped code.
    if (device === undefined)
      return refused(c, 410, doors.setUp === undefined ? 'set-up-is-used' : 'not-the-set-up');
    store.make(device.database);
    return c.json({ database: device.database }, 201);
  });
  app.post('/join', async (c) => {
    const fields = await fieldsOf(c);
    if (fields instanceof Response) return fields;
    const newcomer = newcomerIn(fields);
    if (newcomer === undefined) return refused(c, 400, 'bad-device');
    const entered = doors.enterByInvitation(text(fields.invitation), newcomer);
    if (entered === undefined) return refused(c, 410, 'link-is-used');
    if (entered === 'full') return refused(c, 409, 'too-many-devices');
    const { database, role } = entered.device;
    return c.json({ database, role, keys: entered.keys }, 201);
  });
};

const serveInvitations = (app: Hono<Env>, { doors }: Parts): void => {
  app.post('/invitations', (c) => {
    const { role, keys } = c.get('fields');
    if (text(keys).length > KEYS_LENGTH) return refused(c, 400, 'bad-keys');
    if (!isRole(role)) return refused(c, 400, 'bad-role');
    const made = doors.invite(c.get('device'), role, text(keys));
    if (made === 'full') return refused(c, 409, 'too-many-devices');
    return made === undefined ? refused(c, 409, 'too-many-invitations') : c.json(made, 201);
  });
  app.get('/invitations', (c) => c.json(doors.invitationsTo(c.get('device').database)));
  app.delete('/invitations/:id', (c) => {
    const done = doors.takeBack(c.get('device').database, c.req.param('id'));
    if (done === 'used') return refused(c, 409, 'already-used');
    return done === 'unknown' ? refused(c, 404, 'no-such-invitation') : c.json({ ok: true });
  });
};

const serveDevices = (app: Hono<Env>, { doors, hearAtOnce }: Parts): void => {
  app.get('/devices', (c) => {
    const own = c.get('device');
    const devices = doors.devicesOf(own.database);
    const shown = devices.map(({ id, role, since, seen, by, isHandedOn }) => {
      const letIn = letInBy(devices, own, id).length;
      return { id, role, since, seen, own: id === own.id, letIn, by, isHandedOn };
    });
    return c.json(shown);
  });
  app.put('/devices/:id', (c) => {
    const [id, { role }] = [c.req.param('id'), c.get('fields')];
    if (!isRole(role)) return refused(c, 400, 'bad-role');
    const done = doors.setRole(c.get('device').database, id, role);
    if (done === 'last-member') return refused(c, 409, 'last-member');
    if (done === 'unknown') return refused(c, 404, 'no-such-device');
    hearAtOnce(id);
    return c.json({ ok: true });
  });
  app.delete('/devices/:id', (c) => {
    const id = c.req.param('id');
    const done = doors.shutOut(c.get('device'), id, c.req.query('with') === 'let-in');
    if (done === 'last-member') return refused(c, 409, 'last-member');
    if (done === 'unknown') return refused(c, 404, 'no-such-device');
    done.forEach(hearAtOnce);
    return c.json({ ok: true, devices: done });
  });
};
