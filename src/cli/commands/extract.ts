import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { z } from 'zod';
import { isRealDay } from '../../article/article.ts';
import { extract } from '../../ingest.ts';
import { printReading } from '../extract-format.ts';

const lineSchema = z.object(
  {
    id: z.union([z.string(), z.number()], { error: 'must be a text or a number' }),
    text: z.string({ error: 'must be a text' }),
    title: z.string({ error: 'must be a text' }).nullish(),
    publishedAt: z
      .string({ error: 'must begin with a day such as 2023-09-20' })
      .refine((text) => isRealDay(text.slice(0, 10)), 'must begin with a day such as 2023-09-20')
      .nullish(),
  },
  { error: 'must be an object such as {"id": 1, "text": "…"}' },
);

interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly complain: (message: string) => void;
}

/**
 * Reads one JSON object a line, `{id, text, title?, publishedAt?}`, and writes what it finds, one JSON object a line,
 * in order and as it goes. A line that is wrong is named and the rest goes on. Gives the exit status: 1 where a line
 * was wrong.
 */
export async function extractLines({ input, output, complain }: Streams): Promise<number> {
  let status = 0;
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const parsed = parseLine(line);
    if (typeof parsed === 'string') {
      complain(`line ${number}: ${parsed}`);
      status = 1;
      continue;
    }
    const printed = printReading(parsed.id, extract(parsed.text, parsed.publishedAt ?? null));
    if (!output.write(`${JSON.stringify(printed)}\n`)) await once(output, 'drain');
  }
  return status;
}

function parseLine(line: string): z.infer<typeof lineSchema> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'not JSON';
  }
  const parsed = lineSchema.safeParse(value);
  return parsed.success
    ? parsed.data
    : parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the line'}: ${issue.message}`).join('; ');
}
