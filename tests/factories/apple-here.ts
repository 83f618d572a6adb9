import { Hono } from 'hono';
import { hashOf } from '#programmes/apple-licences/work/token/read-token.ts';
import { readTokenFile } from '#programmes/apple-licences/rules/token/token-file.ts';
import { takeToken } from '#programmes/apple-licences/rules/token/token-commands.ts';
import { tokenSealedAt } from '#programmes/apple-licences/rules/token/content-token.ts';
import { appleClient, type AppleClient } from '#programmes/apple-licences/work/api/client.ts';
import { replyOf, type Send } from '#programmes/apple-licences/work/api/send.ts';
import { newId } from '#platform/ids.ts';
import { appleApi } from '#simulator/apple/api.ts';
import type { Snapshot } from '#simulator/apple/data/snapshot.ts';
import { tick } from '#simulator/apple/events.ts';
import type { Fault } from '#simulator/apple/faults.ts';
import { worldOf, type Settings } from '#simulator/apple/world.ts';
import type { TestWorkspace } from './workspace-in-browser.ts';

/** The simulator in this very process, asked as over the wire, and a workspace's ways to it. */
export const appleHere = (snapshot: Snapshot, settings: Partial<Settings> = {}) => {
  const world = worldOf(snapshot, settings);
  const app = new Hono();
  app.route('/mdm/v2', appleApi(world));
  const sendAs =
    (text: string): Send =>
    async ({ method, path, query = {}, body }, signal) => {
      signal.throwIfAborted();
      const answer = await app.request(`/mdm/v2${path}?${new URLSearchParams(query).toString()}`, {
        method,
        headers: {
          authorization: `Bearer ${text}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return replyOf(answer);
    };
  const waits: number[] = [];
  return {
    world,
    waits,
    faults: (...faults: Fault[]): void => void (world.faults = faults),
    /**
     * The workspace's own server, as a page asks it: hands calls on, and gives up as soon as the
     * one who asks does.
     */
    relay:
      (heard: (path: string) => void | Promise<void> = () => undefined): typeof fetch =>
      async (to, init = {}) => {
        const { method = 'GET', body = null, signal } = init;
        if (method === 'HEAD') return new Response(null, { headers: { 'volym-relay': 'apple' } });
        const { pathname, search } = new URL(String(to));
        const path = pathname.replace(/^\/_apple/, '');
        signal?.throwIfAborted();
        const authorization = `Bearer ${new Headers(init.headers).get('x-content-token') ?? ''}`;
        const headers = { authorization, 'content-type': 'application/json' };
        const sent = { method, headers, ...(body === null ? {} : { body }) };
        const answer = await app.request(`/mdm/v2${path}${search}`, sent);
        await heard(path);
        signal?.throwIfAborted();
        return answer;
      },
    tick: (ticks = 1): void => {
      for (let at = 0; at < ticks; at += 1) tick(world);
    },
    /** A client for the token of a location. Waits are noted, and time goes on for each. */
    client: (at = 0, now: () => number = Date.now): AppleClient =>
      appleClient({
        send: sendAs(world.locations[at]?.token.text ?? ''),
        random: () => 1,
        now: () => now() + waits.reduce((sum, ms) => sum + ms, 0),
        wait: (ms) => {
          waits.push(ms);
          tick(world);
          return Promise.resolve();
        },
      }),
    /** Takes the token of a location into a workspace, with its text sealed. Answers its id. */
    taken: async (
      { records, vault }: TestWorkspace,
      at = 0,
      more: { readonly system?: 'intune' | '' } = {},
    ) => {
      const text = world.locations[at]?.token.text ?? '';
      const read = readTokenFile(new TextEncoder().encode(text));
      if (!read.ok) throw new Error(read.problem.code);
      const id = newId();
      const input = {
        name: `Token ${at + 1}`,
        appleId: 'inkop@nordby.example',
        location: '',
        system: more.system ?? '',
      };
      const rest = { systemName: '', alsoIn: '', downloadedBy: '', downloadedOn: '', holders: {} };
      const sealed = await vault.seal(read.value.bearer, tokenSealedAt(id));
      const draft = takeToken(
        id,
        { ...input, ...rest } as never,
        { file: read.value, fingerprint: await hashOf(read.value.bearer), sealed },
        { edition: 'apple-licences.accounts-2025', knowsForGood: true, others: [] },
        records.doing(),
      );
      if (!draft.ok) throw new Error(draft.problem.code);
      await records.create(draft.value as never);
      return id;
    },
  };
};
