import type { Network } from '../data/sync/devices.ts';

/** How many requests meet a fault. */
const FAULTS = 0.2;

/** Whatever is written in a round carries this; no request may. */
export const MARKED = 'plain-';

const lost = (): Response => {
  throw new TypeError('Failed to fetch');
};

/** A request that goes through this line, and what brings it on. */
type Fault = (
  answer: () => Promise<Response>,
  held: () => Promise<void>,
) => Promise<Response> | Response;

const PAGE = '<html>Welcome to our guests</html>';

const FAULT_LIST: readonly Fault[] = [
  lost,
  () => new Response('oh', { status: 500 }),
  () => new Response(PAGE),
  () => new Response(PAGE, { status: 502 }),
  // The server did it, but the answer is lost.
  async (answer) => (await answer(), lost()),
  // It hangs, and never arrives.
  async (_, held) => (await held(), lost()),
  // It arrives when its sender has long given it up.
  async (answer, held) => (await held(), await answer(), lost()),
  // The same request twice, at once or later.
  async (answer) => (await answer(), answer()),
  async (answer, held) => {
    const first = await answer();
    void held()
      .then(answer)
      .catch(() => undefined);
    return first;
  },
];

/** The network between some devices and a server: bad until it is healed. */
export const badNetwork = (random: () => number) => {
  let isBad = true;
  let connection = Promise.withResolvers<never>();
  connection.promise.catch(() => undefined);
  const held = new Set<() => void>();
  const off = new Set<number>();
  const leaked: string[] = [];
  const hold = (): Promise<void> => new Promise((letGo) => held.add(letGo));
  const deliver = (): void => {
    for (const letGo of held) letGo();
    held.clear();
  };
  const watched = async (request: Request): Promise<void> => {
    if (request.method === 'GET') return;
    const text = await request.clone().text();
    if (text.includes(MARKED)) leaked.push(`${request.method} ${request.url}`);
  };
  const lineOf =
    (device: number): Network =>
    async (request, answer) => {
      await watched(request);
      if (off.has(device)) return lost();
      const fault =
        isBad && random() < FAULTS
          ? FAULT_LIST[Math.floor(random() * FAULT_LIST.length)]
          : undefined;
      const through = fault === undefined ? answer() : Promise.resolve(fault(answer, hold));
      return Promise.race([through, connection.promise]);
    };
  return {
    lineOf,
    deliver,
    /** Requests with something in their body that should have been sealed. */
    leaked,
    offline: (device: number): void => void off.add(device),
    online: (device: number): void => void off.delete(device),
    /** The server is gone for a moment: who waits for it hears so. */
    cut: (): void => {
      connection.reject(new TypeError('Failed to fetch'));
      connection = Promise.withResolvers<never>();
      connection.promise.catch(() => undefined);
    },
    heal: (): void => {
      isBad = false;
      off.clear();
      deliver();
    },
  };
};
