/**
 * The id of a new record with a key from the outside world. If the key's id already belongs to
 * another record (as after its number was corrected), the new one gets the next id, the same on
 * every device.
 */
export const nextIdOf = (id: string, isOthers: (id: string) => boolean): string => {
  let own = id;
  for (let at = 2; isOthers(own); at += 1) own = `${id}-${at}`;
  return own;
};
