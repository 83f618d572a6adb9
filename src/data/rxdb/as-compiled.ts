/**
 * What rxjs asks of tslib, for languages in which a generator cannot wait, in the language of
 * today: half a kB less in the first load. The names are tslib's own.
 */
type Steps = Generator<unknown, unknown, unknown>;
type Make = (...given: unknown[]) => Steps;

class Waited {
  readonly value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
}

/** What a generator waits for, told from what it hands out. */
export const __await = (value: unknown): Waited => new Waited(value);

const after = (steps: Steps, value: unknown): Promise<IteratorResult<unknown, unknown>> =>
  Promise.resolve(value).then(
    (answer) => steps.next(answer),
    (error: unknown) => steps.throw(error),
  );

/** Goes through a generator that says with `__await` what it waits for. */
export const __asyncGenerator = async function* (
  self: unknown,
  given: ArrayLike<unknown>,
  make: Make,
): AsyncGenerator<unknown, unknown, unknown> {
  const steps = make.apply(self, Array.from(given));
  try {
    let step = steps.next();
    while (step.done !== true)
      step =
        step.value instanceof Waited
          ? await after(steps, step.value.value)
          : steps.next(yield step.value);
    return step.value;
  } finally {
    steps.return(undefined);
  }
};

/** Runs a generator that waits for each of its values. */
export const __awaiter = async (
  self: unknown,
  given: ArrayLike<unknown> | undefined,
  _: unknown,
  make: Make,
) => {
  const steps = make.apply(self, Array.from(given ?? []));
  let step = steps.next();
  while (step.done !== true) step = await after(steps, step.value);
  return step.value;
};

/** The values of an async iterable, one by one. */
export const __asyncValues = async function* (given: AsyncIterable<unknown>) {
  yield* given;
};
