/** What to do where the server that Volym came from lets the app ask no other. */
export const notAllowedHere =
  'Volym came from a server that lets the app ask no other. Ask whoever runs it to allow more (CONNECT_TO), and load the page again.';
