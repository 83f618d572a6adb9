type Output = {
  readonly entryFileNames?: unknown;
  readonly chunkFileNames?: unknown;
  readonly assetFileNames?: unknown;
};
type Entry = { readonly name?: string };

/**
 * This many characters of a file's content hash are in its name, 42 bits: a new version gives other
 * content the name of an old file once in ten million versions. Home knows some two hundred files
 * by name, and a hash does not compress.
 */
const HASH = '[hash:7]';

/** Where kit puts files that never change; those of workers keep their names. */
const IMMUTABLE = /\/immutable\/(?!workers)/;

const shortened = (names: unknown): unknown =>
  typeof names === 'string' && IMMUTABLE.test(names) ? names.replace('[hash]', HASH) : names;

/** Kit calls each screen by a number, too. */
const shortenedEntry = (names: unknown): unknown => {
  const short = shortened(names);
  if (short === names) return names;
  const numberless = String(short).replace('[name].', 'nodes/');
  return ({ name = '' }: Entry) => (name.startsWith('nodes/') ? numberless : short);
};

const shortenedAsset = (names: unknown): unknown => {
  const short = shortened(names);
  return short === names ? names : String(short).replace('[name].', '');
};

/**
 * Gives the app's files short names: each first load carries the names of all files that may
 * follow.
 */
export const shortNames = () => ({
  name: 'volym-short-names',
  outputOptions: <O extends Output>(output: O): O => ({
    ...output,
    entryFileNames: shortenedEntry(output.entryFileNames),
    chunkFileNames: shortened(output.chunkFileNames),
    assetFileNames: shortenedAsset(output.assetFileNames),
  }),
});
