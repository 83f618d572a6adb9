import { areLimitsStale, type Limits } from '#programmes/apple-licences/rules/api/limits.ts';
import type { Listing } from '#programmes/apple-licences/rules/api/listing-page.ts';
import { beginRead } from '#programmes/apple-licences/rules/api/paging.ts';
import {
  readServiceFacts,
  type ServiceFacts,
} from '#programmes/apple-licences/rules/api/service-facts.ts';
import { partsOf, type Part, type Wish } from '#programmes/apple-licences/rules/api/write-part.ts';
import type { LocationConfig } from '#programmes/apple-licences/rules/api/location-records.ts';
import { readPageBody } from '#programmes/apple-licences/rules/api/page-body.ts';
import { noAnswer, openLine, type Answer, type Line, type LineWorld } from './line.ts';
import {
  readListing,
  type ListingAnswer,
  type ListingPosition,
  type Reading,
} from './read-listing.ts';
import { lookAt, write, type OpenPart, type Writing, type Written } from './write.ts';

/** What a system says of itself to take a token (apple.md §1.4). All three are needed (9723). */
export type MdmInfo = { readonly id: string; readonly name: string; readonly metadata: string };

type Watching = Pick<Writing, 'signal' | 'onProgress'>;

/** Apple's Apps and Books for a token's location. */
export type AppleClient = {
  /** Limits and the address of invitations; read again when they are older than five minutes. */
  service(signal: AbortSignal): Promise<Answer<ServiceFacts>>;
  /** The location, and who holds its token. */
  location(signal: AbortSignal): Promise<Answer<LocationConfig>>;
  /** Claims the token for a system: from then on every other system is told so. */
  claim(mdmInfo: MdmInfo, signal: AbortSignal): Promise<Answer<LocationConfig>>;
  read<Of extends Listing>(reading: Reading<Of>): Promise<ListingAnswer<Of>>;
  /** Gives, takes back, or changes people: each row of the wish gets its outcome. */
  write(wish: Wish, watching: Watching): Promise<Written>;
  /** Continues with what was left of a wish. */
  goOn(left: readonly OpenPart[], watching: Watching): Promise<Written>;
  /** How far the event of a part is; `goOn` looks at it by itself. */
  eventStatus(part: Part, eventId: string, signal: AbortSignal): ReturnType<typeof lookAt>;
};

/**
 * The position from which a listing is read from its first page. `since` is the version of the last
 * whole read, if only what changed is wanted.
 */
export const fromFirstPage = <Of extends Listing>(
  listing: Of,
  since?: string,
): ListingPosition<Of> => ({
  read: { ...beginRead(listing, since), listing },
  records: [],
});

/** A client that asks over a line of its own. */
export const appleClient = (world: LineWorld): AppleClient => {
  const line = openLine(world);
  const service = keepService(line);
  const limitsBy =
    (signal: AbortSignal) =>
    async (anew: boolean): Promise<Answer<Limits>> => {
      const facts = await service(signal, anew);
      return facts.ok ? { ok: true, value: facts.value.limits } : facts;
    };
  const goOn = async (
    left: readonly OpenPart[],
    { signal, onProgress }: Watching,
  ): Promise<Written> => {
    const unsent = left.filter(({ event }) => event === undefined);
    const limits = unsent.length === 0 ? undefined : await limitsBy(signal)(false);
    if (limits?.ok === false)
      return { tasks: [], needsReading: false, left, failure: limits.failure };
    const sent = left.filter(({ event }) => event !== undefined);
    // What was cut before keeps to the limits, or is cut once more.
    const parts =
      limits === undefined ? [] : unsent.flatMap(({ part }) => partsOf(part, limits.value));
    const open = [...sent, ...parts.map((part) => ({ part }))];
    return write({ line, limitsNow: limitsBy(signal), signal, onProgress }, open);
  };
  return {
    service: (signal) => service(signal, false),
    location: (signal) => configOf(line, { method: 'GET', path: CONFIG }, signal),
    claim: (mdmInfo, signal) =>
      configOf(line, { method: 'POST', path: CONFIG, body: { mdmInfo } }, signal),
    read: (reading) => readListing(line, reading),
    write: (wish, watching) => goOn([{ part: wish }], watching),
    goOn,
    eventStatus: (part, eventId, signal) => lookAt({ line, signal }, part, eventId),
  };
};

const CONFIG = '/client/config';

const configOf = async (
  line: Line,
  call: Parameters<Line['ask']>[0],
  signal: AbortSignal,
): Promise<Answer<LocationConfig>> => {
  const answer = await line.ask(call, signal);
  if (!answer.ok) return answer;
  const read = readPageBody('client-config', answer.value);
  const config = read.ok ? read.value.records[0] : undefined;
  if (config !== undefined) return { ok: true, value: config };
  return noAnswer({
    why: 'form',
    problem: { code: 'not-a-page', ...(read.ok ? {} : { field: read.problem.field }) },
  });
};

/** Limits are dynamic: they are kept for five minutes (apple.md §2.6). */
const keepService = (line: Line) => {
  let kept: { readonly facts: ServiceFacts; readonly readAt: number } | undefined;
  return async (signal: AbortSignal, anew: boolean): Promise<Answer<ServiceFacts>> => {
    if (!anew && kept !== undefined && !areLimitsStale(kept.readAt, line.now()))
      return { ok: true, value: kept.facts };
    const answer = await line.ask({ method: 'GET', path: '/service/config' }, signal);
    if (!answer.ok) return answer;
    kept = { facts: readServiceFacts(answer.value), readAt: line.now() };
    return { ok: true, value: kept.facts };
  };
};
