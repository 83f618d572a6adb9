import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { newSecret } from '#server/accounts/secret.ts';
import { BASIC, newData, start, stopAll } from '../server/running.ts';
import { READINGS, withText, type Reading } from '../server/what-is-read.ts';
import type { BenchRow } from './table.ts';

/** Node takes a head of 16 kB. */
const LONGEST = 15_000;

/**
 * Each is asked so often, and the quickest counts: another program on this computer only makes one
 * slower.
 */
const TIMES = 9;

/** What an expression may go through again from each place where it occurs. */
const UNITS = [
  ' ',
  '\t',
  ',',
  ';',
  '=',
  '"',
  '\\',
  '/',
  '-',
  '.',
  'a ',
  ' ,',
  '; ',
  ' ;',
  ';q=',
  '{"',
  '[',
  '%',
  '&a=',
];

type Device = { readonly headers: Readonly<Record<string, string>> };

const deviceIn = async (url: string, secret: string | undefined): Promise<Device> => {
  const [device, credential] = [randomUUID(), newSecret()];
  const body = JSON.stringify({ secret, workspace: randomUUID(), device, credential });
  await fetch(`${url}/_volym/set-up`, { method: 'POST', body });
  return { headers: { authorization: `Bearer ${device}.${credential}` } };
};

/** Asks once and answers the ms. */
const askOnce = (
  agent: Agent,
  url: string,
  reading: Reading,
  text: string,
  own: Device['headers'],
): Promise<number> =>
  new Promise((resolve, reject) => {
    const { path, headers } = withText(reading, text);
    const since = performance.now();
    const all = { 'content-type': 'application/json', ...own, ...headers };
    const sent = request(url + path, { agent, method: reading.method, headers: all }, (answer) =>
      answer.on('end', () => resolve(performance.now() - since)).resume(),
    );
    sent
      .on('error', reject)
      .end(reading.method === 'POST' && reading.header !== 'content-length' ? '{}' : undefined);
  });

type Measured = { readonly hostile: number; readonly plain: number; readonly what: string };

const longOf = (unit: string, length: number): string =>
  `a${unit.repeat(length)}`.slice(0, length - 1) + 'b';

/** The text that takes longest in that place, beside a plain one that is as long. */
const worstOf = async (
  ask: (text: string) => Promise<number>,
  reading: Reading,
): Promise<Measured> => {
  const { header, query, method, path, before = '' } = reading;
  const length = Math.floor((LONGEST - before.length) / (header === undefined ? 3 : 1));
  const quickest = { hostile: new Map<string, number>(), plain: Infinity };
  for (let time = 0; time < TIMES; time += 1) {
    quickest.plain = Math.min(quickest.plain, await ask('a'.repeat(length)));
    for (const unit of UNITS) {
      const ms = await ask(longOf(unit, length));
      quickest.hostile.set(unit, Math.min(quickest.hostile.get(unit) ?? Infinity, ms));
    }
  }
  const [unit, hostile] = [...quickest.hostile].reduce((one, other) =>
    other[1] > one[1] ? other : one,
  );
  const place = header ?? (query === undefined ? 'the address' : `?${query}=`);
  return {
    hostile,
    plain: quickest.plain,
    what: `${method} ${path} with ${place}, of ${JSON.stringify(unit)}`,
  };
};

/**
 * The length is checked before any of it is read, and Node itself reads the host.
 */
const IS_NODES = ['content-length', 'host'];

/**
 * The head of a request, of 15 kB: what is made to take long beside what is plain. Each kind of
 * place by its worst one.
 */
export const headRows = async (): Promise<BenchRow[]> => {
  const { url, setUp, ask } = await start(newData(), 0, [], {
    APPLE_RELAY: 'on',
    APPLE_BASE: 'http://127.0.0.1:9',
  });
  const device = await deviceIn(url, setUp);
  await ask('PUT', '/plain');
  await ask('PUT', '/plain/a', {});
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const worst = new Map<string, Measured>();
  for (const reading of READINGS.filter(({ header = '' }) => !IS_NODES.includes(header))) {
    const own = reading.as === 'device' ? device.headers : { authorization: BASIC };
    const measured = await worstOf((text) => askOnce(agent, url, reading, text, own), reading);
    const kind =
      reading.header !== undefined
        ? 'a header'
        : reading.query !== undefined
          ? 'a query'
          : 'an address';
    const before = worst.get(kind);
    if (before === undefined || measured.hostile / measured.plain > before.hostile / before.plain)
      worst.set(kind, measured);
  }
  agent.destroy();
  stopAll();
  return [...worst].map(([kind, { hostile, plain, what }]) => ({
    what: `endpoint, ${kind} of ${LONGEST / 1000} kB beside a plain one: ${what}`,
    volym: hostile,
    bare: plain,
  }));
};
