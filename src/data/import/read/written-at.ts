/** A day in the name of a file, as programs write it: `2026-11-03`, `20261103`. */
const IN_NAME = /(?<!\d)(20\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/g;

const DAY = 86_400_000;

/**
 * When a file was last written (ms), as far as its device or its name says: what is in it is no newer
 * than the earlier of the two. A day in a name counts to its end, wherever that was; two of them are
 * from when to when something lasts.
 */
export const writtenAt = (blob: Blob, name: string): number | undefined => {
  const days = [...name.matchAll(IN_NAME)].map(([, year, , month, date]) =>
    Date.parse(`${year}-${month}-${date}`),
  );
  const named = days.length === 1 ? days.map((day) => day + 1.5 * DAY) : [];
  const said = blob instanceof File && blob.lastModified > 0 ? [blob.lastModified] : [];
  const moments = [...named, ...said].filter((moment) => !Number.isNaN(moment));
  return moments.length === 0 ? undefined : Math.min(...moments);
};
