import memory from 'pouchdb-adapter-memory';
import { randomBytes, randomUUID } from 'node:crypto';
import { createApp } from '#server/app.ts';
import { endpointInMemory, type Endpoint } from '#server/endpoint.ts';
import { readSite } from '#server/site.ts';
import { smallSite } from './small-site.ts';

/** The workspace that the first device brings, and where its database is. */
export const WORKSPACE = '0197a1b2-0000-7000-8000-0000000000aa';
export const DATABASE = `/db/w-${WORKSPACE}`;

const opened: Endpoint[] = [];

/** Closes all that was opened; each test file says when. */
export const closeAll = async (): Promise<void> => {
  await Promise.all(opened.splice(0).map((endpoint) => endpoint.close()));
};

/** Has an endpoint closed with the others. */
export const closeLater = (endpoint: Endpoint): void => void opened.push(endpoint);

/** What a device makes for itself before it asks to come in: its name and its secret. */
export const newcomer = (): [string, string] => [
  randomUUID(),
  randomBytes(32).toString('base64url'),
];

/** A whole server without a port, and the ways in: devices are let in as they are by people. */
export const open = ({ apple }: { readonly apple?: string } = {}) => {
  let now = 1_000;
  const endpoint = endpointInMemory(memory, () => now);
  closeLater(endpoint);
  const site = readSite(smallSite());
  const app = createApp({ site: () => site, endpoint, apple });
  const ask = async (method: string, path: string, body?: object, credential?: string) => {
    const headers = {
      'content-type': 'application/json',
      ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }),
    };
    const answer = await app.request(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return {
      status: answer.status,
      headers: answer.headers,
      body: (await answer.json()) as Record<string, string>,
    };
  };
  const setUp = async (): Promise<string> => {
    const [device, credential] = newcomer();
    await ask('POST', '/_volym/set-up', {
      secret: endpoint.doors.setUp,
      workspace: WORKSPACE,
      device,
      credential,
    });
    return `${device}.${credential}`;
  };
  const invite = async (by: string, more: object = {}) =>
    (await ask('POST', '/_volym/invitations', { role: 'member', ...more }, by)).body;
  const join = async (invitation: string | undefined, [device, credential] = newcomer()) => {
    const { status, body } = await ask('POST', '/_volym/join', { invitation, device, credential });
    return { status, body, device, credential: `${device}.${credential}` };
  };
  /**
   * Lets devices in by the doors themselves until there are so many, and has each answer for
   * itself; their ids.
   */
  const fillTo = (by: string, many: number): string[] => {
    const { doors } = endpoint;
    const member = doors.deviceOf(`Bearer ${by}`);
    if (member === undefined) throw new Error('not let in');
    return Array.from({ length: many - doors.devicesOf(member.database).length }, () => {
      const invited = doors.invite(member, 'member', '');
      const [device, secret] = newcomer();
      if (typeof invited === 'object')
        doors.enterByInvitation(invited.invitation, { device, secret });
      if (doors.deviceOf(`Bearer ${device}.${secret}`) === undefined)
        throw new Error('nobody was let in');
      return device;
    });
  };
  return {
    app,
    ask,
    setUp,
    invite,
    join,
    fillTo,
    endpoint,
    pass: (ms: number) => void (now += ms),
  };
};
