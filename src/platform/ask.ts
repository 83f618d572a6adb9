/** A page or a worker that a message can be sent to. */
type Receiver<Message> = { postMessage(message: Message, line: MessagePort[]): void };

/**
 * Sends a message with a line for the answer, and waits for what comes on it: forever, or for so
 * long, and then it is undefined.
 */
export const ask = <Message>(
  receiver: Receiver<Message>,
  message: Message,
  withinMs?: number,
): Promise<unknown> =>
  new Promise((resolve) => {
    const line = new MessageChannel();
    const end = (answer: unknown): void => {
      clearTimeout(timer);
      line.port1.close();
      resolve(answer);
    };
    const timer = withinMs === undefined ? undefined : setTimeout(() => end(undefined), withinMs);
    line.port1.onmessage = ({ data }) => end(data);
    receiver.postMessage(message, [line.port2]);
  });
