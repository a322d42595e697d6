import { connect } from './connect.ts';
import { describe, follow, saidBy } from './who-said-what.ts';

/*
 * Prints who said what: `npm run client` for everybody, `npm run client -- Shoigu` for one person, `npm run client --
 * --follow` for what comes in from now on. DATELINE_URL says where the server is.
 */
const PAGE = 20;

const url = process.env['DATELINE_URL'] ?? 'http://localhost:4000/graphql';
const { client, close } = connect(url);
const [name] = process.argv.slice(2);

function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    message === 'fetch failed'
      ? `No server answers at ${url}. Start one, or say in DATELINE_URL where it is.\n`
      : `${message}\n`,
  );
  process.exitCode = 1;
}

if (name === '--follow') {
  const stop = follow(
    client,
    (article) =>
      process.stdout.write(
        `${article.title}\n${article.statements.nodes.map((statement) => `  ${describe(statement)}\n`).join('')}`,
      ),
    fail,
  );
  process.once('SIGINT', () => {
    stop();
    void close();
  });
} else {
  try {
    for await (const statement of saidBy(client, name ?? null, PAGE)) process.stdout.write(`${describe(statement)}\n`);
  } catch (error) {
    fail(error);
  }
  await close();
}
