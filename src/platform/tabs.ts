/** A line between the tabs of this app on this device. What a tab says it does not hear itself. */
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
    // What is counted for a tab may end after it was closed: nobody is there to hear it.
    say: (message) => {
      if (!isClosed) channel.postMessage(message);
    },
    close: () => {
      isClosed = true;
      channel.close();
    },
  };
};
