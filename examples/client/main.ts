import { connect } from './connect.ts';
import { describe, follow, saidBy } from './who-said-what.ts';

/*
 * Prints who said what: `npm run client` for everybody, `npm run client -- Shoigu` for one person, `npm run client -- --follow` for what comes in from now on.
 * DATELINE_URL says where the server is.
 */
const PAGE = 20;

const { client, close } = connect(process.env['DATELINE_URL'] ?? 'http://localhost:4000/graphql');
const [name] = process.argv.slice(2);

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

if (name === '--follow') {
  const stop = follow(client, (article) => process.stdout.write(`${article.title}\n${article.statements.nodes.map((statement) => `  ${describe(statement)}\n`).join('')}`), fail);
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
