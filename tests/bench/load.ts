import { Agent, request } from 'node:http';

/** One request of a load. */
export type Asked = { readonly path: string; readonly body?: string };

/** A client of the load, as whom it asks. */
export type Client = { readonly url: string; readonly authorization?: string };

/**
 * Asks all of it, each client one request after the other, and answers the ms. What is no success
 * is thrown.
 */
export const askAll = async (
  clients: readonly Client[],
  all: readonly Asked[],
): Promise<number> => {
  const agent = new Agent({ keepAlive: true, maxSockets: clients.length });
  const left = all.values();
  const start = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      for (const asked of left) await askOne(agent, client, asked);
    }),
  );
  const ms = performance.now() - start;
  agent.destroy();
  return ms;
};

const askOne = (
  agent: Agent,
  { url, authorization }: Client,
  { path, body }: Asked,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const headers = {
      'content-type': 'application/json',
      ...(authorization === undefined ? {} : { authorization }),
      ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
    };
    const sent = request(url + path, { agent, method, headers }, (answer) => {
      const { statusCode = 0 } = answer;
      if (statusCode >= 300) reject(new Error(`${method} ${path}: ${statusCode}`));
      answer.on('end', resolve).on('error', reject).resume();
    });
    sent.on('error', reject).end(body);
  });
