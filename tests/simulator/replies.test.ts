import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { dataset, start, stopAll, type Fields } from './running.ts';

type Exchange = {
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
    readonly body?: object;
    readonly auth?: false;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Record<string, string>;
    readonly body: unknown;
  };
};

const FOLDER = 'tests/fixtures/apps-and-books/replies';
const names = readdirSync(FOLDER).filter((name) => name !== 'expected.json');
const exchange = (name: string) =>
  JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Exchange;

afterEach(stopAll);

type Running = Awaited<ReturnType<typeof start>>;

/** Six devices that want the app of which four licences are left. */
const associate = exchange('associate-accepted.json').request.body as Fields;

/** What has to be so before a reply is given. What is not named here needs nothing. */
const before: Readonly<Record<string, (running: Running) => Promise<unknown>>> = {
  'client-config-unclaimed.json': ({ world }) => {
    const config = world.locations[0]?.config;
    delete config?.mdmInfo;
    delete config?.tokenExpirationDate;
    return Promise.resolve();
  },
  'client-config-other-mdm.json': ({ ask }) =>
    ask('POST', '/client/config', {
      body: {
        mdmInfo: {
          id: '99999999-8888-4777-8666-555555555555',
          name: 'Annan MDM Exempel',
          metadata: 'mdm.other.example',
        },
      },
    }),
  'error-503-date.json': ({ faults }) => faults({ kind: 'down', retryAfter: 600, date: true }),
  'error-503-seconds.json': ({ faults }) => faults({ kind: 'down', retryAfter: 120 }),
  'error-9603-internal.json': ({ faults }) => faults({ kind: 'internal', retryAfter: 30 }),
  'error-9621-expired.json': ({ faults }) => faults({ kind: 'expired' }),
  'error-9622-invalid-http200.json': ({ faults }) => faults({ kind: 'invalid-token' }),
  'error-9625-revoked.json': ({ control }) =>
    control('token', { uId: '2049000000000901', state: 'revoked' }),
  'error-9646-retry-after.json': ({ faults }) => faults({ kind: 'too-many', retryAfter: 60 }),
  'error-9646-too-many.json': ({ faults }) => faults({ kind: 'too-many' }),
  'error-9709-sync.json': ({ faults }) => faults({ kind: 'shortage-at-once' }),
  'status-pending.json': async ({ ask, tick, control }) => {
    await control('buy', { uId: '2049000000000901', adamId: '900000000001', count: 2 });
    await ask('POST', '/assets/associate', { body: associate });
    await tick();
  },
  'status-complete.json': async ({ ask, tick, control }) => {
    await control('buy', { uId: '2049000000000901', adamId: '900000000001', count: 2 });
    await ask('POST', '/assets/associate', { body: associate });
    await tick(3);
  },
  'status-failed-9709.json': async ({ ask, tick }) => {
    await ask('POST', '/assets/associate', { body: associate });
    await tick(3);
  },
  'status-failed-9609.json': async ({ ask, tick }) => {
    const assets = [{ adamId: '900000000001', pricingParam: 'STDQ' }];
    await ask('POST', '/assets/associate', {
      body: { assets, clientUserIds: ['u-7001', 'u-7002'] },
    });
    await tick(3);
  },
};

/**
 * What is asked where the fixture leaves a request open, or names an id that only its own server
 * knew.
 */
const askAs = async (name: string, running: Running): Promise<Exchange['request']> => {
  const { request } = exchange(name);
  if (name === 'error-9709-sync.json') return { ...request, body: associate };
  if (name === 'assignments-delta-none.json') {
    const { body } = await running.ask('GET', '/assignments');
    return { ...request, query: { sinceVersionId: String(body['versionId']) } };
  }
  const [known] = [...running.world.events.keys()];
  return name.startsWith('status-') ? { ...request, query: { eventId: known ?? '' } } : request;
};

/** Ids that each server makes for itself, compared by their form. */
const withoutIds = (body: unknown): unknown => {
  if (typeof body !== 'object' || body === null) return body;
  const forms = Object.entries(body as Fields).map(([field, value]) =>
    field === 'versionId' || field === 'eventId'
      ? [field, /^[0-9a-f-]{36}$/.test(String(value))]
      : [field, value],
  );
  return Object.fromEntries(forms) as Fields;
};

const sorted = (body: unknown): unknown => {
  const { errorCodes, ...others } = body as { errorCodes?: readonly { errorNumber: number }[] };
  return errorCodes === undefined
    ? body
    : {
        ...others,
        errorCodes: [...errorCodes].sort((one, two) => one.errorNumber - two.errorNumber),
      };
};

const headersFor = (name: string): Record<string, string> =>
  name === 'error-9722-header.json' ? { authorization: 'Basic Zm9v' } : {};

describe('the simulator gives what the fixtures have', () => {
  test('B7: all thirty-one of them', () => {
    expect(names).toHaveLength(31);
    expect(Object.keys(before).filter((name) => !names.includes(name))).toEqual([]);
  });

  test.each(names)('B7: %s', async (name) => {
    const pageSize = { assets: 3, assignments: 4, users: 500 };
    const running = await start(dataset(), { pageSize, pendingTicks: 3 });
    await before[name]?.(running);
    const { method, path, query, body, auth } = await askAs(name, running);
    const as = auth === false || name === 'error-9601-login.json' ? null : 0;
    const answer = await running.ask(method, path, {
      query,
      as,
      headers: headersFor(name),
      ...(body === undefined ? {} : { body }),
    });
    const { response } = exchange(name);
    expect(answer.status).toBe(response.status);
    for (const [header, value] of Object.entries(response.headers))
      expect(answer.headers.get(header)).toBe(value);
    expect(answer.headers.has('retry-after')).toBe(Object.hasOwn(response.headers, 'Retry-After'));
    if (response.body === '') expect(answer.text).toBe('');
    else expect(sorted(withoutIds(answer.body))).toEqual(sorted(withoutIds(response.body)));
  });
});
