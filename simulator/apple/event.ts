import type { Asset, Assignment } from './data/snapshot.ts';

/** The kinds of events (apple.md §2.2). */
export type EventType = 'ASSOCIATE' | 'DISASSOCIATE' | 'REVOKE' | 'CREATE' | 'UPDATE' | 'RETIRE';

/** An app or book as a request names it. */
export type AssetName = Pick<Asset, 'adamId' | 'pricingParam'>;

/** Whom a licence is for. */
export type Target = Pick<Assignment, 'serialNumber' | 'clientUserId'>;

/** A user as a request gives one. */
export type RequestUser = {
  readonly clientUserId: string;
  readonly email?: string;
  readonly managedAppleId?: string;
};

/** One part of what was asked for: an asset for a target, all for a target, or a user. */
export type Task = {
  readonly asset?: AssetName;
  readonly target: Target;
  readonly user?: RequestUser;
};

/** A request that is worked off after it was answered. */
export type Event = {
  readonly id: string;
  readonly uId: string;
  readonly type: EventType;
  readonly tasks: readonly Task[];
  /** How many were worked off, and which of them failed. */
  at: number;
  readonly failed: Map<Task, number>;
  ticksLeft: number;
  readonly isStuck: boolean;
  /** Failures come without saying whom they are of. */
  readonly isUnnamed: boolean;
};

/** Whether an event is over. */
export const isOver = (event: Event): boolean =>
  event.ticksLeft <= 0 && event.at >= event.tasks.length;
