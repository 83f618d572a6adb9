/** What a CouchDB 3 has to be told so that it answers a page that came from this origin. */
export const corsSettings = (origin: string): string =>
  [
    '[chttpd]',
    'enable_cors = true',
    '',
    '[cors]',
    `origins = ${origin}`,
    'credentials = true',
    'headers = accept, authorization, content-type, origin',
    'methods = GET, PUT, POST, HEAD, DELETE',
  ].join('\n');
