import { expect, test } from 'vitest';
import type { LetIn } from '#data/sync/server/accounts-client.ts';
import type { Role } from '#data/sync/server/role.ts';
import { giveRole } from '#workspace/work/people/give-role.ts';
import { valueOf } from '#tests/factories/credit.ts';

/** What a server knows about a device, as a screen last read it. */
const devicesOf = (role: Role) => {
  const server: { role: Role | undefined; problem: 'offline' | undefined } = {
    role,
    problem: undefined,
  };
  const tablet = { id: 'tablet', since: 0, seen: 0, own: false };
  let seen: readonly LetIn[] = [{ ...tablet, role }];
  const look = (): Promise<void> => {
    seen = server.role === undefined ? [] : [{ ...tablet, role: server.role }];
    return Promise.resolve();
  };
  const devices = {
    get all() {
      return seen;
    },
    get problem() {
      return server.problem;
    },
    look,
    setRole: async (_: string, next: Role) => {
      server.role = next;
      await look();
      return undefined;
    },
  };
  return { devices, server, device: { ...tablet, role } };
};

test('X17: a device gets its role back', async () => {
  const { devices, server, device } = devicesOf('reader');
  const undo = valueOf(await giveRole(devices, device, 'member'));
  expect(server.role).toBe('member');
  expect(await undo()).toBeUndefined();
  expect(server.role).toBe('reader');
});

test('X17: a role that someone else gave it since stays, and who was shut out stays out', async () => {
  for (const later of ['reader', undefined] as const) {
    const { devices, server, device } = devicesOf('reader');
    const undo = valueOf(await giveRole(devices, device, 'member'));
    server.role = later;
    expect(await undo()).toEqual({ code: 'changed-since' });
    expect(server.role).toBe(later);
  }
});

test('X17: where the server does not answer, nobody knows the role, and nothing is written', async () => {
  const { devices, server, device } = devicesOf('reader');
  const undo = valueOf(await giveRole(devices, device, 'member'));
  server.problem = 'offline';
  expect(await undo()).toEqual({ code: 'offline' });
  expect(server.role).toBe('member');
});
