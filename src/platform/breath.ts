/**
 * Lets the page paint and answer between two pieces of work, and goes on at once when there is
 * nothing to answer. A timer would not: after five in a row browsers make each wait 4 ms, and in a
 * tab out of sight a second.
 */
export const breath = (): Promise<void> =>
  typeof globalThis.scheduler?.yield === 'function' ? globalThis.scheduler.yield() : byMessage();

const byMessage = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
