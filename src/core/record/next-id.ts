/**
 * The id of what is new under a key of the world's own. What has the key's id may be another one,
 * as after its number was corrected: this one's id comes next then, the same on every device.
 */
export const nextIdOf = (id: string, isOthers: (id: string) => boolean): string => {
  let own = id;
  for (let at = 2; isOthers(own); at += 1) own = `${id}-${at}`;
  return own;
};
