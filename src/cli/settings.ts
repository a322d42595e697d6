import { z } from 'zod';
import { DatelineError } from '../errors.ts';

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/**
 * One setting: its variable, what it is for (the README's table is checked against this), its default, and what it may
 * be.
 */
interface Setting<Schema extends z.ZodType> {
  readonly variable: string;
  readonly about: string;
  readonly must: string;
  readonly schema: Schema;
}

const setting = <Schema extends z.ZodType>(
  variable: string,
  about: string,
  must: string,
  schema: Schema,
): Setting<Schema> => ({ variable, about, must, schema });

/** Every setting there is; all come from the environment. */
export const SETTINGS = {
  database: setting('DATELINE_DB', 'the SQLite file', 'be a path', z.string().min(1).default('data/dateline.db')),
  port: setting('PORT', 'the port to listen on', 'be a port from 0 to 65535', whole(0, 65_535).default(4000)),
  host: setting(
    'HOST',
    'the address to listen on',
    'be a host name or an address',
    z.string().min(1).default('localhost'),
  ),
  token: setting(
    'DATELINE_TOKEN',
    'the token that writes need; without it writes are off',
    'have at least 8 characters, without spaces',
    z
      .string()
      .regex(/^\S{8,}$/)
      .optional(),
  ),
  mostBytes: setting(
    'DATELINE_MAX_BYTES',
    'the largest text of an article and the largest request body, in bytes',
    'be a whole number from 1024 to 1000000000',
    whole(1024, 1_000_000_000).default(5_000_000),
  ),
  cors: setting(
    'DATELINE_CORS',
    'origins that browsers may ask from, separated by commas; `*` for all',
    'be origins such as https://example.org',
    z
      .string()
      .regex(/^(?:\*|https?:\/\/[^\s,/]+(?:\s*,\s*https?:\/\/[^\s,/]+)*)$/)
      .default('*'),
  ),
  mostSeconds: setting(
    'DATELINE_MAX_SECONDS',
    'how long an operation may go on reading, in seconds',
    'be a whole number from 1 to 3600',
    whole(1, 3600).default(10),
  ),
  rateLimit: setting(
    'DATELINE_RATE_LIMIT',
    'GraphQL requests that one client may make in a minute, `0` for any number; left out, 600 in ' +
      'production and any number elsewhere',
    'be a whole number from 0 to 1000000',
    whole(0, 1_000_000).optional(),
  ),
  proxies: setting(
    'DATELINE_PROXIES',
    'reverse proxies before the server, whose `x-forwarded-for` says who the client is',
    'be a whole number from 0 to 10',
    whole(0, 10).default(0),
  ),
  workers: setting(
    'DATELINE_WORKERS',
    'processes that share the one port; as many as the machine has processors make the most of it',
    'be a whole number from 1 to 64',
    whole(1, 64).default(1),
  ),
  metricsPort: setting(
    'DATELINE_METRICS_PORT',
    'a port of their own for `/metrics`, `/healthz` and `/readyz`',
    'be a port from 0 to 65535',
    whole(0, 65_535).optional(),
  ),
  metricsHost: setting(
    'DATELINE_METRICS_HOST',
    'the address that this port listens on',
    'be a host name or an address',
    z.string().min(1).default('localhost'),
  ),
  metricsToken: setting(
    'DATELINE_METRICS_TOKEN',
    'the token that `/metrics` needs, on whichever port',
    'have at least 8 characters, without spaces',
    z
      .string()
      .regex(/^\S{8,}$/)
      .optional(),
  ),
  seeds: setting(
    'DATELINE_SEEDS',
    'the folder that `npm start` reads in',
    'be a path',
    z.string().min(1).default('seeds'),
  ),
  environment: setting(
    'NODE_ENV',
    '`production` turns off Sandbox, GraphiQL, introspection, details of errors, and `/metrics` that nothing protects',
    'be development, test or production',
    z.enum(['development', 'test', 'production']).default('development'),
  ),
} as const;

const settingsSchema = z.object({
  database: SETTINGS.database.schema,
  port: SETTINGS.port.schema,
  host: SETTINGS.host.schema,
  token: SETTINGS.token.schema,
  mostBytes: SETTINGS.mostBytes.schema,
  cors: SETTINGS.cors.schema,
  mostSeconds: SETTINGS.mostSeconds.schema,
  rateLimit: SETTINGS.rateLimit.schema,
  proxies: SETTINGS.proxies.schema,
  workers: SETTINGS.workers.schema,
  metricsPort: SETTINGS.metricsPort.schema,
  metricsHost: SETTINGS.metricsHost.schema,
  metricsToken: SETTINGS.metricsToken.schema,
  seeds: SETTINGS.seeds.schema,
  environment: SETTINGS.environment.schema,
});

export type Settings = Readonly<z.infer<typeof settingsSchema>>;

/** The settings of an environment. Throws INVALID_INPUT with one sentence for each variable that is wrong. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(SETTINGS).map(([name, { variable }]) => [
      name,
      environment[variable]?.trim() === '' ? undefined : environment[variable],
    ]),
  );
  const parsed = settingsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map((issue) => {
    const found = Object.entries(SETTINGS).find(([name]) => name === issue.path[0])?.[1];
    return found ? `${found.variable} must ${found.must}.` : issue.message;
  });
  throw new DatelineError(
    'INVALID_INPUT',
    [...new Set(sentences)].join(' '),
    'Set it anew, or leave it out for the default.',
  );
}
