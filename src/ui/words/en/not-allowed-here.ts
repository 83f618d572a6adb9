/** What to do where the server that Volym came from lets the app ask no other. */
export const notAllowedHere =
  'The server you opened Volym from does not let the app connect to other servers. Ask whoever runs it to allow this one (CONNECT_TO), then reload the page.';
