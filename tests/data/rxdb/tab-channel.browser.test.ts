import { expect, onTestFinished, test } from 'vitest';
import { BroadcastChannel, createLeaderElection } from '#data/rxdb/tab-channel.ts';

let made = 0;

const freshName = (): string => `tab-channel-${Date.now().toString(36)}-${(made += 1)}`;

const opened = (name: string): BroadcastChannel => {
  const channel = new BroadcastChannel(name);
  onTestFinished(() => channel.close());
  return channel;
};

/** What a channel hears from now on. */
const heardBy = (channel: BroadcastChannel): readonly unknown[] => {
  const heard: unknown[] = [];
  channel.addEventListener('message', (message) => void heard.push(message));
  return heard;
};

/** Everything that was sent before has arrived: a channel of the same name has heard the last. */
const arrived = async (name: string): Promise<void> => {
  const [from, to] = [new globalThis.BroadcastChannel(name), new globalThis.BroadcastChannel(name)];
  await new Promise((resolve) => {
    to.onmessage = resolve;
    from.postMessage('the last');
  });
  from.close();
  to.close();
};

const without = (heard: readonly unknown[]): readonly unknown[] =>
  heard.filter((message) => message !== 'the last');

test('X7: two tabs of one name hear each other, not themselves, and another name hears nothing', async () => {
  const name = freshName();
  const [one, two, apart] = [opened(name), opened(name), opened(`${name}-apart`)];
  const [ofOne, ofTwo, ofApart] = [heardBy(one), heardBy(two), heardBy(apart)];
  await one.postMessage('from one');
  await two.postMessage('from two');
  await arrived(name);
  await arrived(`${name}-apart`);
  expect([ofOne, ofTwo, ofApart].map(without)).toEqual([['from two'], ['from one'], []]);
});

test('X7: messages arrive in the order in which they were sent, each as a copy', async () => {
  const name = freshName();
  const [one, two] = [opened(name), opened(name)];
  const heard = heardBy(two);
  const sent = Array.from({ length: 50 }, (_, at) => ({ at, events: [{ id: `record-${at}` }] }));
  for (const message of sent) void one.postMessage(message);
  await arrived(name);
  expect(without(heard)).toEqual(sent);
  expect(heard[0]).not.toBe(sent[0]);
});

test('X7: each listener of a channel hears, until it is removed', async () => {
  const name = freshName();
  const [one, two] = [opened(name), opened(name)];
  const first: unknown[] = [];
  const listener = (message: unknown): void => void first.push(message);
  two.addEventListener('message', listener);
  two.addEventListener('message', listener);
  const second = heardBy(two);
  await one.postMessage('both');
  await arrived(name);
  two.removeEventListener('message', listener);
  two.removeEventListener('message', () => undefined);
  await one.postMessage('one of them');
  await arrived(name);
  expect(without(first)).toEqual(['both']);
  expect(without(second)).toEqual(['both', 'one of them']);
});

test('X7: a closed channel hears nothing and sends nothing, and a second close does no harm', async () => {
  const name = freshName();
  const [one, two, three] = [opened(name), opened(name), opened(name)];
  const [ofTwo, ofThree] = [heardBy(two), heardBy(three)];
  await two.close();
  await two.close();
  await one.postMessage('for who is left');
  await expect((async () => two.postMessage('from a closed one'))()).rejects.toThrow();
  await arrived(name);
  expect([ofTwo, ofThree].map(without)).toEqual([[], ['for who is left']]);
});

test('X7: what was sent right before a channel was closed arrives', async () => {
  const name = freshName();
  const [one, two] = [opened(name), opened(name)];
  const heard = heardBy(two);
  void one.postMessage('goodbye');
  await one.close();
  await arrived(name);
  expect(without(heard)).toEqual(['goodbye']);
});

test('X7: what cannot be copied is refused, and what comes after it arrives', async () => {
  const name = freshName();
  const [one, two] = [opened(name), opened(name)];
  const heard = heardBy(two);
  await expect((async () => one.postMessage({ run: () => undefined }))()).rejects.toMatchObject({
    name: 'DataCloneError',
  });
  await one.postMessage('after it');
  await arrived(name);
  expect(without(heard)).toEqual(['after it']);
});

test('X7: RxDB is told that a tab leads, at once and always', async () => {
  const election = createLeaderElection();
  expect(election).toMatchObject({ isLeader: true });
  const { awaitLeadership, die } = election as Readonly<Record<string, () => Promise<void>>>;
  await expect(awaitLeadership?.()).resolves.toBeUndefined();
  await expect(die?.()).resolves.toBeUndefined();
});
