import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { EXAMPLE_QUERY } from './examples.ts';

/** The files of GraphiQL, out of their packages: the page works without any other server. */
const FILES: Readonly<Record<string, readonly [module: string, file: string, type: string]>> = {
  'react.js': ['react', 'umd/react.production.min.js', 'text/javascript; charset=utf-8'],
  'react-dom.js': ['react-dom', 'umd/react-dom.production.min.js', 'text/javascript; charset=utf-8'],
  'graphiql.js': ['graphiql', 'graphiql.min.js', 'text/javascript; charset=utf-8'],
  'graphiql.css': ['graphiql', 'graphiql.min.css', 'text/css; charset=utf-8'],
};

const START = `
const sockets = location.origin.replace(/^http/, 'ws');
const fetcher = GraphiQL.createFetcher({ url: '/graphql', subscriptionUrl: sockets + '/graphql' });
const examples = document.getElementById('examples').textContent;
const page = React.createElement(GraphiQL, { fetcher, defaultQuery: examples, shouldPersistHeaders: false });
ReactDOM.createRoot(document.getElementById('graphiql')).render(page);
`;

/** GraphiQL at `/graphiql`, with the example queries, for where Apollo Sandbox has no internet to come from. */
export function serveGraphiql(app: FastifyInstance): void {
  const { resolve } = createRequire(import.meta.url);
  app.get('/graphiql', async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header(
        'content-security-policy',
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
          "worker-src 'self' blob:",
      )
      .send(page()),
  );
  app.get('/graphiql/start.js', async (_request, reply) => reply.type('text/javascript; charset=utf-8').send(START));
  for (const [name, [module, file, type]] of Object.entries(FILES)) {
    app.get(`/graphiql/${name}`, async (_request, reply) =>
      reply
        .type(type)
        .header('cache-control', 'public, max-age=3600')
        .send(readFileSync(join(dirname(resolve(`${module}/package.json`)), file))),
    );
  }
}

function page(): string {
  const examples = EXAMPLE_QUERY.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Dateline GraphiQL</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/graphiql/graphiql.css" />
    <style>html, body, #graphiql { height: 100vh; margin: 0 }</style>
  </head>
  <body>
    <div id="graphiql">Loading …</div>
    <pre id="examples" hidden>${examples}</pre>
    <script src="/graphiql/react.js"></script>
    <script src="/graphiql/react-dom.js"></script>
    <script src="/graphiql/graphiql.js"></script>
    <script src="/graphiql/start.js"></script>
  </body>
</html>
`;
}
