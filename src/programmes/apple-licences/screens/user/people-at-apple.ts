import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';

/** Users by the token that Apple is asked with, and those whom it cannot be asked for. */
export type ByToken = {
  readonly tokens: readonly {
    readonly token: ContentToken;
    readonly people: readonly VolumeUser[];
  }[];
  readonly without: readonly VolumeUser[];
};

/** Sorts users by their location's token, in the order in which they come. */
export const byToken = (
  users: readonly VolumeUser[],
  tokenOf: (user: VolumeUser) => ContentToken | undefined,
): ByToken => {
  const groups = new Map<string, { token: ContentToken; people: VolumeUser[] }>();
  const without: VolumeUser[] = [];
  for (const user of users) {
    const token = tokenOf(user);
    if (token === undefined) without.push(user);
    else {
      const group = groups.get(token.id) ?? { token, people: [] };
      group.people.push(user);
      groups.set(token.id, group);
    }
  }
  return { tokens: [...groups.values()], without };
};
