/** A channel between the tabs of this app on this device. A tab does not hear its own messages. */
export type TabLine<Message> = { say(message: Message): void; close(): void };

/** Opens the line of that name. */
export const openTabLine = <Message>(
  name: string,
  heard: (message: Message) => void,
): TabLine<Message> => {
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event: MessageEvent<Message>) => heard(event.data);
  let isClosed = false;
  return {
    // Work for a tab may finish after the channel was closed: then nobody is listening.
    say: (message) => {
      if (!isClosed) channel.postMessage(message);
    },
    close: () => {
      isClosed = true;
      channel.close();
    },
  };
};
