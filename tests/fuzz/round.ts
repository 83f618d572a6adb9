import type { VolymRecord } from '#core/record/record.ts';
import { newDevice } from '#workspace/rules/people/device-commands.ts';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { KEYRING_ID } from '#workspace/rules/vault/keyring.ts';
import {
  newKeyring,
  withOtherKeys,
  withoutWraps,
} from '#workspace/rules/vault/keyring-commands.ts';
import { newWorkspace } from '#workspace/rules/settings/workspace-commands.ts';
import type { OpenedFile } from '#data/backup/read-file.ts';
import { isSame, type Copy } from '#data/merge/copy.ts';
import { sealing, type WireDocument } from '#data/sync/sealing.ts';
import { readRecord } from '#data/records/read-record.ts';
import { sharedKey } from '../data/sync/devices.ts';
import { ACTS, valueAt } from './acts.ts';
import { openModel } from './model.ts';
import { badNetwork } from './network.ts';
import { keyringOn, wrapCalled } from './quiet-acts.ts';
import { nextKey, openPerson, type Person, type Ring } from './person.ts';
import { randomFrom } from './random.ts';
import { scriptOf, type Move } from './script.ts';
import type { Ground } from './ground.ts';
import type { FuzzServer } from './fuzz-server.ts';

const NAMES = ['phone', 'tablet', 'desk'] as const;

/**
 * How long a healed network may take until all devices agree; a round that needs it has failed
 * (ms).
 */
const PATIENCE = 60_000;
const LOOK_EVERY = 10;
const TRY_EVERY = 20;

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

type World = {
  readonly turn: Ground['turn'];
  readonly people: readonly Person[];
  readonly server: FuzzServer;
  readonly network: ReturnType<typeof badNetwork>;
  readonly model: ReturnType<typeof openModel>;
  readonly skews: number[];
  readonly backups: OpenedFile[];
  ring: Ring;
};

/** Begins at a day in November; all clocks go on together, each as wrong as it is. */
const BEGINNING = Date.UTC(2026, 10, 23);

const DAY = 86_400_000;

const openWorld = async (
  ground: Ground,
  random: () => number,
  skews: number[],
  onDisk: boolean,
): Promise<World> => {
  const server = await ground.openServer(onDisk);
  const network = badNetwork(random);
  const ring = [await sharedKey()];
  let time = BEGINNING;
  const people: Person[] = [];
  for (const [at, name] of NAMES.entries()) {
    const clock = (): number => (time += 7) + (skews[at] ?? 0);
    const today = (): string => new Date(BEGINNING + (skews[at] ?? 0)).toISOString().slice(0, 10);
    const shared = {
      app: server.app as never,
      network: network.lineOf(at),
      random,
      clock,
      today,
      disk: ground.newDisk(),
    };
    people.push(await openPerson(name, shared, ring));
  }
  const { turn } = ground;
  return { turn, people, server, network, model: openModel(), skews, backups: [], ring };
};

/** One device made the workspace; the others have what every device that joined has. */
const begin = async ({ people, model }: World): Promise<void> => {
  const [first] = people;
  if (first === undefined) return;
  await model.insert(first.device, [
    newWorkspace('Nordby', ['apple-credit']),
    newKeyring('v1', [wrapCalled('w1', 'passphrase')]),
    ...NAMES.flatMap((name) => [
      newPerson(name, name, { w1: '2026-11-20' }),
      newDevice(`of-${name}`, name, 'iphone'),
    ]),
  ]);
  for (const person of people) await person.begin();
};

/**
 * Other keys in the place of those that were: only their own wraps open the keyring from then on.
 */
const changeKeys = async (world: World, person: Person): Promise<void> => {
  // Only who has the keys in use can open the keyring, and only the one that was made last is in
  // use.
  if (world.ring.length > 1) return;
  const key = await nextKey(world.ring);
  const keys = {
    vaultKey: `v-${key.id}`,
    workspaceKey: key.id,
    before: (world.ring[0] as Ring[number]).id,
  };
  const wraps = [
    wrapCalled(`w-${key.id}`, 'passphrase'),
    wrapCalled(`kit-${key.id}`, 'recovery-kit'),
  ];
  const old = Object.keys((await keyringOn(person.device))?.wraps ?? {});
  const rotate = (keyring: VolymRecord) => withOtherKeys(keyring as never, keys, wraps) as never;
  if (!(await world.model.change(person.device, KEYRING_ID, rotate))) return;
  await world.model.change(
    person.device,
    KEYRING_ID,
    (keyring) => withoutWraps(keyring as never, old) as never,
  );
  world.ring = [key, ...world.ring];
  await person.learn(world.ring);
};

/** Some days go by on one device, which looks into the trash before and after each pause. */
const live = async (
  { people, model, skews }: World,
  { on, days }: Extract<Move, { act: 'live' }>,
): Promise<void> => {
  const person = people[on] as Person;
  await person.sweep(model);
  for (const pause of days) {
    skews[on] = (skews[on] ?? 0) + pause * DAY;
    await person.sweep(model);
  }
};

const befalls = async (
  world: World,
  move: Exclude<Move, { act: 'write' }>,
  at: number,
): Promise<void> => {
  const { network, people, skews, server, backups } = world;
  if (move.act === 'deliver') return network.deliver();
  const person = people[move.on] as Person;
  switch (move.act) {
    case 'kill':
      return at % 2 === 0 ? person.kill() : person.killBetween(at);
    case 'restart':
      return person.restart();
    case 'offline':
      return network.offline(move.on);
    case 'online':
      network.online(move.on);
      return person.tryNow();
    case 'clock':
      return void (skews[move.on] = move.ms);
    case 'new-keys':
      return changeKeys(world, person);
    case 'learn-keys':
      return person.learn(world.ring);
    case 'reads':
      return void server.readers.add(person.device.name);
    case 'changes':
      return void server.readers.delete(person.device.name);
    case 'back-up':
      return void backups.push(await person.backUp());
    case 'take-in':
      return person.takeIn(backups.at(-1) ?? (await person.backUp()));
    case 'compare':
      return person.compareAll();
    case 'live':
      return live(world, move);
  }
};

const play = async (world: World, seed: number): Promise<void> => {
  const { moves, putBack } = scriptOf(seed);
  const { people, model, server, network } = world;
  for (const [at, move] of moves.entries()) {
    if (at === putBack?.copy) await server.copy();
    if (at === putBack?.back) {
      await server.putBack();
      network.cut();
      for (const person of people) person.tryNow();
    }
    if (move.act !== 'deliver') await people[move.on]?.open();
    if (move.act === 'write') {
      const { device } = people[move.on] as Person;
      await ACTS[move.what]({
        device,
        model,
        of: move.of,
        to: move.to,
        value: valueAt(device, at),
      });
    } else await befalls(world, move, at);
    for (let turns = 0; turns < move.turns; turns += 1) await world.turn();
  }
  for (const person of people) await person.open();
};

type Content = ReadonlyMap<string, Copy>;

const contentOf = async ({ device }: Person): Promise<Content> => {
  const found = await device.collection.find().exec();
  return new Map(found.map((document) => [document.id, document.toJSON() as Copy]));
};

/** What the server has, opened with all keys that there are. */
const contentThere = async ({ server, ring }: World): Promise<Content> => {
  const { body } = await server.ask('GET', '/w/_all_docs?include_docs=true');
  const [current, ...older] = ring;
  const codec = sealing(
    { ...(current as Ring[number]), older: new Map(older.map(({ id, key }) => [id, key])) },
    [],
  );
  const { rows } = body as { rows: { doc: WireDocument }[] };
  const copies = await Promise.all(rows.map(({ doc }) => codec.unpack(doc)));
  return new Map(copies.map((copy) => [copy.id, copy]));
};

const differing = (a: Content, b: Content): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((id) => {
    const [one, other] = [a.get(id), b.get(id)];
    return one === undefined || other === undefined || !isSame(one, other);
  });

/** Where the devices and the server do not agree yet. */
const disagreements = async (world: World): Promise<string[]> => {
  const waiting: string[] = [];
  for (const person of world.people)
    if (!(await person.isInStep()))
      waiting.push(`${person.device.name} is ${person.state() ?? 'off'}`);
  if (waiting.length > 0) return waiting;
  const [first, ...others] = await Promise.all(world.people.map(contentOf));
  if (first === undefined) return [];
  const ids = new Set(others.flatMap((other) => differing(first, other)));
  const there = await contentThere(world);
  const onEach = (id: string): string =>
    [first, ...others, there].map((content) => `\n    ${JSON.stringify(content.get(id))}`).join('');
  if (ids.size > 0)
    return [...ids].map((id) => `devices differ: ${id}, and last what the server has${onEach(id)}`);
  return differing(first, there).map((id) => `the server differs: ${id}${onEach(id)}`);
};

/** Looks until nothing is left, or the patience has gone. */
const untilNone = async ({ people }: World, look: () => Promise<string[]>): Promise<string[]> => {
  const until = Date.now() + PATIENCE;
  for (let looks = 0; ; looks += 1) {
    if (looks % TRY_EVERY === 0) for (const person of people) person.tryNow();
    const left = await look();
    if (left.length === 0 || Date.now() > until) return left;
    await rest(LOOK_EVERY);
  }
};

/** What was acknowledged on a device that may not send it any more waits there, counted. */
const hiddenOnReaders = async (world: World): Promise<string[]> => {
  const hidden: string[] = [];
  for (const reader of world.people.filter(({ device }) => world.server.readers.has(device.name))) {
    const { name } = reader.device;
    const only = world.model.onlyOn(name, await contentOf(reader), await contentThere(world));
    const waiting = await reader.waiting();
    if (reader.device.mayWrite()) hidden.push(`${name} has not heard that it only reads`);
    if (only.length > waiting)
      hidden.push(`${name} says that ${waiting} wait of ${only.join(' ')}`);
  }
  return hidden;
};

const heal = async (world: World): Promise<string[]> => {
  world.network.heal();
  for (const person of world.people) await person.learn(world.ring);
  const hidden = await untilNone(world, () => hiddenOnReaders(world));
  world.server.readers.clear();
  return [...hidden, ...(await untilNone(world, () => disagreements(world)))];
};

const recordsOf = async (person: Person): Promise<Map<string, VolymRecord>> =>
  new Map(
    (await person.device.collection.find().exec()).map((document) => [
      document.id,
      readRecord(document),
    ]),
  );

/** Plays the round of a seed and answers what is wrong in the end; nothing, when all went well. */
export const playRound = async (ground: Ground, seed: number): Promise<string[]> => {
  const { skews, putBack } = scriptOf(seed);
  const world = await openWorld(ground, randomFrom(seed), [...skews], putBack !== undefined);
  const { people, server, network, model } = world;
  try {
    await begin(world);
    await play(world, seed);
    const left = await heal(world);
    const odd = [
      ...people.flatMap((person) => person.odd()),
      ...network.leaked.map((leak) => `readable on the way: ${leak}`),
    ];
    return [...left, ...odd, ...model.faults(await recordsOf(people[0] as Person))];
  } finally {
    for (const person of people) await person.close();
    await server.close();
  }
};
