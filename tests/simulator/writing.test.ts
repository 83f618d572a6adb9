import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { readAll, start, stopAll, type Fields } from './running.ts';

afterEach(stopAll);

const app = { adamId: '900000000001', pricingParam: 'STDQ' };
const spare = { adamId: '900000000003', pricingParam: 'STDQ' };
const book = { adamId: '900000000005', pricingParam: 'PLUS' };
const device = 'FAKESER0700';
const many = (count: number, name = 'FAKESER9'): string[] =>
  Array.from({ length: count }, (_, at) => `${name}${at}`);

const countsOf = async (
  running: Awaited<ReturnType<typeof start>>,
  asset: typeof app,
): Promise<unknown[]> => {
  const [found] = await readAll(running, 'assets', asset);
  return [found?.['assignedCount'], found?.['availableCount'], found?.['totalCount']];
};

describe('what is refused as a whole', () => {
  test.each<[string, object, number]>([
    ['no asset', { serialNumbers: [device] }, 9718],
    ['an empty list of assets', { assets: [], serialNumbers: [device] }, 9718],
    ['nobody', { assets: [app] }, 9719],
    [
      '26 assets',
      { assets: many(26).map((adamId) => ({ adamId })), serialNumbers: [device] },
      9700,
    ],
    ['1,001 users', { assets: [app], clientUserIds: many(1001) }, 9701],
    ['1,001 devices', { assets: [app], serialNumbers: many(1001) }, 9702],
    ['an asset twice', { assets: [app, { adamId: app.adamId }], serialNumbers: [device] }, 9703],
    ['a user twice', { assets: [app], clientUserIds: ['u-1001', 'u-1001'] }, 9704],
    ['a device twice', { assets: [app], serialNumbers: [device, device] }, 9705],
    ['a book for a device', { assets: [spare, book], serialNumbers: [device] }, 9707],
    ['an asset that is not had', { assets: [{ adamId: '1' }], serialNumbers: [device] }, 9602],
    ['a number for an id', { assets: [app], serialNumbers: [7] }, 9602],
    ['a text for a list', { assets: 'all', serialNumbers: [device] }, 9602],
  ])('B10: associate with %s', async (_, body, errorNumber) => {
    const running = await start();
    const answer = await running.ask('POST', '/assets/associate', { body });
    expect(answer).toMatchObject({ status: 400, body: { errorNumber } });
    expect(running.world.events.size).toBe(0);
  });

  test.each<[string, string, object, number]>([
    ['/assets/disassociate', 'a book', { assets: [book], clientUserIds: ['u-1001'] }, 9706],
    ['/assets/revoke', 'nobody', {}, 9719],
    ['/assets/revoke', '101 devices', { serialNumbers: many(101) }, 9702],
    ['/assets/revoke', '101 users', { clientUserIds: many(101) }, 9701],
    ['/users/create', 'nobody', { users: [] }, 9720],
    [
      '/users/create',
      '101 people',
      { users: many(101).map((clientUserId) => ({ clientUserId })) },
      9714,
    ],
    ['/users/create', 'one twice', { users: [{ clientUserId: 'a' }, { clientUserId: 'a' }] }, 9715],
    ['/users/create', 'no address', { users: [{ clientUserId: 'a', email: 'nobody' }] }, 9717],
    ['/users/update', 'no id', { users: [{ email: 'a@nordby.example' }] }, 9602],
    ['/client/config', 'half an mdmInfo', { mdmInfo: { id: 'a', name: 'b' } }, 9723],
    ['/client/config', 'an empty mdmInfo', { mdmInfo: { id: 'a', name: 'b', metadata: '' } }, 9723],
    [
      '/client/config',
      'long metadata',
      { mdmInfo: { id: 'a', name: 'b', metadata: 'c'.repeat(256) } },
      9713,
    ],
    [
      '/client/config',
      'a long id',
      { mdmInfo: { id: 'a'.repeat(101), name: 'b', metadata: 'c' } },
      9724,
    ],
    [
      '/client/config',
      'a long name',
      { mdmInfo: { id: 'a', name: 'b'.repeat(101), metadata: 'c' } },
      9725,
    ],
    ['/client/config', 'no secret', { notificationUrl: 'https://a.example' }, 9710],
    [
      '/client/config',
      'http',
      { notificationUrl: 'http://a.example', notificationAuthToken: 't' },
      9712,
    ],
    [
      '/client/config',
      'nowhere',
      { notificationUrl: 'https://a.invalid', notificationAuthToken: 't' },
      9728,
    ],
    [
      '/client/config',
      'a long address',
      { notificationUrl: 'h'.repeat(513), notificationAuthToken: 't' },
      9711,
    ],
  ])('B10: %s with %s', async (path, _, body, errorNumber) => {
    const { ask } = await start();
    expect(await ask('POST', path, { body })).toMatchObject({ status: 400, body: { errorNumber } });
  });

  test('B10: a body that is no JSON, or does not say that it is', async () => {
    const { ask } = await start();
    expect(await ask('POST', '/assets/associate', { body: '{' })).toMatchObject({
      body: { errorNumber: 9602 },
    });
    const headers = { 'content-type': 'text/plain' };
    expect(await ask('POST', '/assets/associate', { body: {}, headers })).toMatchObject({
      status: 415,
      body: { errorNumber: 9727 },
    });
  });
});

describe('an event', () => {
  test('B10: is pending for its ticks, does its share in each, and changes the counts', async () => {
    const running = await start(undefined, { pendingTicks: 2 });
    const body = { assets: [spare], serialNumbers: many(4) };
    const eventId = String(
      (await running.ask('POST', '/assets/associate', { body })).body['eventId'],
    );
    const look = async () => (await running.ask('GET', '/status', { query: { eventId } })).body;
    expect(await look()).toMatchObject({
      eventStatus: 'PENDING',
      numRequested: 4,
      numCompleted: 0,
    });
    await running.tick();
    expect(await look()).toMatchObject({ eventStatus: 'PENDING', numCompleted: 2 });
    expect(await countsOf(running, spare)).toEqual([2, 23, 25]);
    await running.tick();
    expect(await look()).toMatchObject({
      eventStatus: 'COMPLETE',
      eventType: 'ASSOCIATE',
      numCompleted: 4,
    });
    expect(await countsOf(running, spare)).toEqual([4, 21, 25]);
    expect((await running.ask('GET', '/status', { query: { eventId }, as: 1 })).body).toMatchObject(
      {
        errorNumber: 9708,
      },
    );
  });

  test('B10: with too few licences as many get one as there are, or nobody does', async () => {
    const body = { assets: [spare, app], serialNumbers: many(6) };
    const fill = await start(undefined, { partial: 'fill' });
    expect(await fill.write('/assets/associate', body)).toMatchObject({
      eventStatus: 'FAILED',
      numRequested: 12,
      numCompleted: 10,
      failures: [
        { errorNumber: 9709, errorInfo: { assets: [app], serialNumbers: many(6).slice(4) } },
      ],
    });
    expect(await countsOf(fill, app)).toEqual([120, 0, 120]);
    const whole = await start(undefined, { partial: 'whole-asset' });
    expect(await whole.write('/assets/associate', body)).toMatchObject({
      eventStatus: 'FAILED',
      numRequested: 12,
      numCompleted: 6,
      failures: [{ errorNumber: 9709, errorInfo: { assets: [app], serialNumbers: many(6) } }],
    });
    expect(await countsOf(whole, app)).toEqual([116, 4, 120]);
  });

  test('B10: a user with a licence needs no other, and what nobody has is gone already', async () => {
    const running = await start();
    const body = { assets: [app], serialNumbers: ['FAKESER0001'] };
    expect(await running.write('/assets/associate', body)).toMatchObject({
      eventStatus: 'COMPLETE',
      numCompleted: 1,
    });
    expect(await countsOf(running, app)).toEqual([116, 4, 120]);
    await running.write('/assets/disassociate', body);
    await running.write('/assets/disassociate', body);
    expect(await countsOf(running, app)).toEqual([115, 5, 120]);
  });

  test('B10: everything is taken back but what cannot be', async () => {
    const running = await start();
    await running.write('/assets/revoke', {
      clientUserIds: ['u-1001'],
      serialNumbers: ['FAKESER0001'],
    });
    expect(await readAll(running, 'assignments', { serialNumber: 'FAKESER0001' })).toEqual([]);
    expect(await readAll(running, 'assignments', { clientUserId: 'u-1001' })).toEqual([
      { ...book, clientUserId: 'u-1001' },
    ]);
  });

  test('B10: whatever is given and taken, no more is out than is owned, and counts agree', async () => {
    const running = await start(undefined, { pendingTicks: 0 });
    const step = fc.record({
      path: fc.constantFrom('/assets/associate', '/assets/disassociate'),
      serialNumbers: fc.uniqueArray(fc.constantFrom(...many(40)), { minLength: 1, maxLength: 30 }),
    });
    await fc.assert(
      fc.asyncProperty(step, async ({ path, serialNumbers }) => {
        await running.write(path, { assets: [spare], serialNumbers });
        const held = await readAll(running, 'assignments', spare);
        expect(await countsOf(running, spare)).toEqual([held.length, 25 - held.length, 25]);
        expect(held.length).toBeLessThanOrEqual(25);
      }),
      { numRuns: 40 },
    );
  });
});

describe('users', () => {
  const usersOf = (
    running: Awaited<ReturnType<typeof start>>,
    clientUserId: string,
  ): Promise<Fields[]> => readAll(running, 'users', { clientUserId });

  test('B12: an invited one has a code until the invitation is accepted', async () => {
    const running = await start();
    await running.write('/users/create', {
      users: [{ clientUserId: 'u-9', email: 'nio@bjorkdalen.example' }],
    });
    expect(await usersOf(running, 'u-9')).toMatchObject([
      { status: 'Registered', email: 'nio@bjorkdalen.example' },
    ]);
    expect((await usersOf(running, 'u-9'))[0]).toHaveProperty('inviteCode');
    await running.control('accept', { uId: '2049000000000901', clientUserId: 'u-9' });
    const [accepted] = await usersOf(running, 'u-9');
    expect(accepted).toMatchObject({ status: 'Associated' });
    expect(accepted).toHaveProperty('idHash');
    expect(accepted).not.toHaveProperty('inviteCode');
  });

  test('B12: one with a managed account of the organisation needs no invitation, another’s account is refused', async () => {
    const running = await start();
    const users = [
      { clientUserId: 'u-8', managedAppleId: 'atta@bjorkdalen.example' },
      { clientUserId: 'u-7', managedAppleId: 'sju@elsewhere.example' },
    ];
    expect(await running.write('/users/create', { users })).toMatchObject({
      eventStatus: 'FAILED',
      numRequested: 2,
      numCompleted: 1,
      failures: [{ errorNumber: 9635, errorInfo: { clientUserIds: ['u-7'] } }],
    });
    expect(await usersOf(running, 'u-8')).toMatchObject([{ status: 'Associated' }]);
    expect(await usersOf(running, 'u-7')).toEqual([]);
  });

  test('B12: a retired one stays in the list, gives back what can be taken, and may come again', async () => {
    const running = await start();
    const users = [{ clientUserId: 'u-8', managedAppleId: 'atta@bjorkdalen.example' }];
    await running.write('/users/create', { users });
    await running.write('/assets/associate', { assets: [spare, book], clientUserIds: ['u-8'] });
    await running.write('/users/retire', { users });
    expect(await usersOf(running, 'u-8')).toMatchObject([{ status: 'Retired' }]);
    expect(await readAll(running, 'assignments', { clientUserId: 'u-8' })).toEqual([
      { ...book, clientUserId: 'u-8' },
    ]);
    await running.write('/users/create', { users });
    expect((await usersOf(running, 'u-8')).map(({ status }) => status)).toEqual([
      'Deleted',
      'Associated',
    ]);
  });

  test.each([
    ['/users/create', 'u-1001', 9716],
    ['/users/update', 'u-1004', 9609],
    ['/users/retire', 'u-0', 9609],
  ])('B12: %s of %s fails with %i', async (path, clientUserId, errorNumber) => {
    const running = await start();
    expect(await running.write(path, { users: [{ clientUserId }] })).toMatchObject({
      eventStatus: 'FAILED',
      numCompleted: 0,
      failures: [{ errorNumber, errorInfo: { clientUserIds: [clientUserId] } }],
    });
  });

  test('B12: an address is changed, and who is retired gets no licence', async () => {
    const running = await start();
    await running.write('/users/update', {
      users: [{ clientUserId: 'u-1002', email: 'ny@bjorkdalen.example' }],
    });
    expect(await usersOf(running, 'u-1002')).toMatchObject([
      { email: 'ny@bjorkdalen.example', status: 'Registered' },
    ]);
    expect(
      await running.write('/assets/associate', {
        assets: [spare, app],
        clientUserIds: ['u-1001', 'u-1004'],
      }),
    ).toMatchObject({
      eventStatus: 'FAILED',
      numRequested: 4,
      numCompleted: 2,
      failures: [{ errorNumber: 9609, errorInfo: { clientUserIds: ['u-1004'] } }],
    });
  });
});

describe('who holds the token', () => {
  test('B5: is named in each answer, until another system says that it does', async () => {
    const { ask } = await start();
    const mdmInfo = { id: 'other', name: 'Another', metadata: 'x' };
    expect((await ask('GET', '/assets')).body).toMatchObject({ mdmInfo: { name: 'Volym' } });
    expect((await ask('POST', '/client/config', { body: { mdmInfo } })).body).toMatchObject({
      mdmInfo,
    });
    for (const path of ['/assets', '/users', '/client/config'])
      expect((await ask('GET', path)).body).toMatchObject({ mdmInfo });
  });

  test('B7: an address for notifications is kept, and an unknown type refused', async () => {
    const { ask } = await start();
    const body = {
      notificationUrl: 'https://a.example/n',
      notificationAuthToken: 't',
      notificationTypes: ['ASSET_COUNT'],
    };
    expect((await ask('POST', '/client/config', { body })).body).toMatchObject({
      notificationUrl: 'https://a.example/n',
      notificationAuthToken: 't',
      subscribedNotificationTypes: ['ASSET_COUNT'],
    });
    const wrong = await ask('POST', '/client/config', {
      body: { notificationTypes: ['EVERYTHING'] },
    });
    expect(wrong.body).toMatchObject({ errorNumber: 9602 });
  });
});
