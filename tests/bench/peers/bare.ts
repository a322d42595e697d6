import { createServer } from 'node:http';
import { announce, openGraph } from './file.ts';
import { matchAll } from './schema.ts';

/**
 * The most that can be had: no GraphQL and no framework, one statement a question that makes the whole answer in
 * SQLite.
 */

const POSITIONS = `(SELECT json_group_array(json_object('title', f.title, 'organisation',
  json(iif(o.id IS NULL, 'null', json_object('name', o.name))), 'place',
  json(iif(l.id IS NULL, 'null', json_object('name', l.name)))))
  FROM (SELECT * FROM offices WHERE person_id = n.id ORDER BY seen DESC, position_id) f
    LEFT JOIN actors o ON o.id = f.organisation_id LEFT JOIN actors l ON l.id = f.place_id)`;
const SPEAKERS = `(SELECT json_group_array(json(iif(n.type = 'PERSON',
  json_object('name', n.name, 'positions', json(${POSITIONS})), json_object('name', n.name))))
  FROM (SELECT n.* FROM statement_actors x JOIN entities e ON e.id = x.entity_id JOIN actors n ON n.id = e.actor_id
    WHERE x.statement_id = s.id AND x.role = 'SPEAKER' ORDER BY x.ordinal) n)`;
const STATEMENTS = `(SELECT json_group_array(json_object('text', s.text, 'speakers', json(${SPEAKERS})))
  FROM (SELECT id, text FROM statements WHERE article_id = a.id ORDER BY ordinal LIMIT 10) s)`;
const PARTICIPANTS = `(SELECT json_group_array(json_object('text', x.text, 'actor',
  json(iif(x.name IS NULL, 'null', json_object('name', x.name)))))
  FROM (SELECT x.text, n.name FROM event_participants x LEFT JOIN entities e ON e.id = x.entity_id
    LEFT JOIN actors n ON n.id = e.actor_id WHERE x.event_id = v.id ORDER BY x.ordinal) x)`;
const EVENTS = `(SELECT json_group_array(json_object('type', v.type, 'participants', json(${PARTICIPANTS})))
  FROM (SELECT id, type FROM events WHERE article_id = a.id ORDER BY ordinal LIMIT 10) v)`;

const database = openGraph();
const prepare = (text: string) => database.prepare<string[], string>(text).pluck();
const nested = prepare(
  `SELECT json_object('data', json_object('articles', json_object('nodes',
    json_group_array(json_object('title', a.title, 'statements', json_object('nodes', json(${STATEMENTS})), 'events',
    json_object('nodes', json(${EVENTS})))))))
   FROM (SELECT id, title FROM articles ORDER BY published_key DESC, id DESC LIMIT 20) a`,
);
const point = prepare(
  `SELECT json_object('data', json_object('person', json_object('name', n.name, 'positions', json(${POSITIONS}))))
    FROM actors n WHERE n.id = ?`,
);
const search = prepare(
  `SELECT json_object('data', json_object('search', json_object('nodes',
    json_group_array(json_object('title', title)))))
   FROM (SELECT t.title FROM articles_text JOIN articles t ON t.number = articles_text.rowid
     WHERE articles_text MATCH ? ORDER BY round(-bm25(articles_text, 4.0, 1.0), 6) DESC, t.number LIMIT 10)`,
);

function answer({ pathname, searchParams }: URL): string | undefined {
  if (pathname === '/point') return point.get(searchParams.get('id') ?? '');
  if (pathname === '/search') return search.get(matchAll(searchParams.get('word') ?? ''));
  return nested.get();
}

const server = createServer((request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(answer(new URL(request.url ?? '/', 'http://localhost')) ?? '{"data":null}');
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') announce(`http://127.0.0.1:${address.port}`);
});
