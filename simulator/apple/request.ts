import { strike, type Struck } from './faults.ts';
import type { Location, World } from './world.ts';

/** A request of someone whose token counts. */
export type Request = {
  readonly world: World;
  readonly location: Location;
  readonly query: Readonly<Record<string, string>>;
  readonly struck: Struck;
};

/** What every answer says of the token: whose system has it, and its end (apple.md §1.3, §1.4). */
export const tokenFacts = ({ world, location, struck }: Request): object => {
  const { mdmInfo, tokenExpirationDate, uId } = location.config;
  const isTaken = strike(world.faults, 'foreign-mdm', struck) !== undefined;
  const holder = isTaken
    ? { id: FOREIGN, name: 'Another MDM', metadata: 'mdm.other.example' }
    : mdmInfo;
  const isUntold = strike(world.faults, 'no-expiration', struck) !== undefined;
  return {
    uId,
    ...(holder === undefined ? {} : { mdmInfo: holder }),
    ...(isUntold || tokenExpirationDate === undefined ? {} : { tokenExpirationDate }),
  };
};

const FOREIGN = '99999999-8888-4777-8666-555555555555';
