import type { Records } from '#data/records/records.ts';

/**
 * The names of people by their ids, '' of someone unknown. Read when it is asked: the app follows
 * people only while the screen shows one.
 */
export const namesOfPeople = async (
  records: Pick<Records, 'find'>,
): Promise<(person: string) => string> => {
  const people = await records.find({ kind: 'person', trashed: true });
  const names = new Map(people.map(({ id, data }) => [id, data.name]));
  return (id) => names.get(id) ?? '';
};
