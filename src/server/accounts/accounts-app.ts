import { Hono, type Context } from 'hono';
import type { CouchStore } from '../couch/store.ts';
import type { Doors } from './doors.ts';
import type { Device } from './kept-accounts.ts';

type Env = { Variables: { device: Device } };

const refused = (c: Context, status: 400 | 401 | 403 | 404 | 410, error: string): Response => c.json({ error }, status);

const fieldsOf = async (c: Context): Promise<Record<string, unknown>> => {
  try {
    const body: unknown = await c.req.json();
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Ids of workspaces are uuids; the endpoint's database is named after one and so tells nothing. */
const WORKSPACE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The name of a workspace's database here. */
export const databaseOf = (workspace: string): string => `w-${workspace}`;

/** How devices come in: set-up once, then by invitation; and who is in. Secrets come and go in bodies, never in addresses. */
export const accountsApp = ({ doors, store }: { readonly doors: Doors; readonly store: CouchStore }): Hono<Env> => {
  const app = new Hono<Env>();

  app.post('/set-up', async (c) => {
    const { secret, workspace, name } = await fieldsOf(c);
    if (!WORKSPACE.test(text(workspace))) return refused(c, 400, 'bad-workspace');
    const entered = doors.enterBySetUp(text(secret), databaseOf(text(workspace)), text(name));
    if (entered === undefined) return refused(c, 410, 'link-is-used');
    store.make(entered.database);
    return c.json(entered, 201);
  });
  app.post('/join', async (c) => {
    const { invitation, name } = await fieldsOf(c);
    const entered = doors.enterByInvitation(text(invitation), text(name));
    return entered === undefined ? refused(c, 410, 'link-is-used') : c.json(entered, 201);
  });

  app.use('*', async (c, next) => {
    const device = doors.deviceOf(c.req.header('authorization') ?? null);
    if (device === undefined) return refused(c, 401, 'not-let-in');
    c.set('device', device);
    return next();
  });
  app.post('/invitations', async (c) => {
    const { role } = await fieldsOf(c);
    const device = c.get('device');
    if (device.role !== 'member') return refused(c, 403, 'readers-only-read');
    return c.json(doors.invite(device, role === 'reader' ? 'reader' : 'member'), 201);
  });
  app.get('/devices', (c) => {
    const own = c.get('device');
    const devices = doors.devicesOf(own.database);
    return c.json(devices.map(({ id, name, role, since }) => ({ id, name, role, since, own: id === own.id })));
  });
  app.delete('/devices/:id', (c) => {
    const { role, database } = c.get('device');
    if (role !== 'member') return refused(c, 403, 'readers-only-read');
    return doors.shutOut(database, c.req.param('id')) ? c.json({ ok: true }) : refused(c, 404, 'no-such-device');
  });
  return app;
};
