import { parseArticle } from '../../article/article.ts';
import { DatelineError } from '../../errors.ts';
import type { Context, Writer } from '../context.ts';
import { loadArticle } from './load.ts';
import type { FieldResolvers } from './resolvers.ts';

/** The writer of a request that may write. Throws UNAUTHORISED, saying what is missing, for any other. */
function needWriter({ permission, writer }: Context): Writer {
  if (permission === 'OFF' || !writer) throw new DatelineError('UNAUTHORISED', 'Writes are off.', 'Start the server with DATELINE_TOKEN set to allow them.');
  if (permission === 'MISSING') throw new DatelineError('UNAUTHORISED', 'Writes need a token.', 'Send it in the header `Authorization: Bearer …`.');
  if (permission === 'WRONG') throw new DatelineError('UNAUTHORISED', 'The token is wrong.', 'Send the value of DATELINE_TOKEN that the server was started with.');
  return writer;
}

/** The entry points for writing. */
export const mutationResolvers: FieldResolvers<unknown> = {
  ingestArticle: (_source, { input }: { input: object }, context) => {
    const writer = needWriter(context);
    try {
      const { status, id } = writer.ingest(parseArticle(input));
      return { status, article: () => loadArticle(context, id), errors: [] };
    } catch (error) {
      if (!(error instanceof DatelineError) || error.code !== 'INVALID_INPUT') throw error;
      return { status: null, article: null, errors: [{ message: error.message, field: ['input'] }] };
    }
  },
};
