/** The pieces of an answer, taken one by one. */
export const taking = async (answer: Response | Promise<Response>) => {
  const reader = (await answer).body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const decoder = new TextDecoder();
  const next = async (): Promise<string | undefined> => {
    const { done, value } = await reader.read();
    return done ? undefined : decoder.decode(value);
  };
  const rest = async (): Promise<string> => {
    let all = '';
    for (let piece = await next(); piece !== undefined; piece = await next()) all += piece;
    return all;
  };
  return { next, rest };
};
