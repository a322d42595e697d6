import { ArticleError, parseArticle } from '../../article/article.ts';
import { DatelineError } from '../../errors.ts';
import type { Context, Writer } from '../context.ts';
import { readId } from '../../store/ids.ts';
import { loadArticle } from './load.ts';
import type { FieldResolvers } from './resolvers.ts';

/** The writer of a request that may write. Throws UNAUTHORISED, saying what is missing, for any other. */
function needWriter({ permission, writer }: Context): Writer {
  if (permission === 'OFF')
    throw new DatelineError(
      'UNAUTHORISED',
      'Writes are off.',
      'Start the server with DATELINE_TOKEN set to allow them.',
    );
  if (permission === 'MISSING')
    throw new DatelineError('UNAUTHORISED', 'Writes need a token.', 'Send it in the header `Authorization: Bearer …`.');
  if (permission === 'WRONG')
    throw new DatelineError(
      'UNAUTHORISED',
      'The token is wrong.',
      'Send the value of DATELINE_TOKEN that the server was started with.',
    );
  if (!writer) throw new Error('A write came to a process that does not write.');
  return writer;
}

/**
 * What a mutation answers; what the user can mend becomes an entry of `errors`, with the payload's other fields as
 * `otherwise` has them.
 */
async function answer(
  fields: readonly string[],
  otherwise: object,
  work: () => object | Promise<object>,
): Promise<object> {
  try {
    return { errors: [], ...(await work()) };
  } catch (error) {
    if (!(error instanceof DatelineError) || error.code === 'INTERNAL' || error.code === 'UNAUTHORISED') throw error;
    const issues = error instanceof ArticleError ? error.issues : [{ message: error.message, field: null }];
    return {
      ...otherwise,
      errors: issues.map(({ message, field }) => ({ message, field: field === null ? fields : [...fields, field] })),
    };
  }
}

/** The entry points for writing. */
export const mutationResolvers: FieldResolvers<unknown> = {
  ingestArticle: (_source, { input }: { input: object }, context) => {
    const writer = needWriter(context);
    return answer(['input'], { status: null, article: null, bounds: [] }, async () => {
      const { status, id, bounds } = await writer.ingest(parseArticle(input));
      return { status, bounds, article: () => loadArticle(context, id, {}) };
    });
  },
  deleteArticle: (_source, { id }: { id: string }, context) => {
    const { store } = needWriter(context);
    readId(id);
    return answer(['id'], { deletedId: null }, () => ({ deletedId: store.deleteArticle(id) ? id : null }));
  },
  mergeActors: (_source, { from, into }: { from: string; into: string }, context) => {
    const { store } = needWriter(context);
    for (const id of [from, into]) readId(id);
    return answer(['from', 'into'], { actor: null, decision: null }, () => {
      const { id, actor } = store.mergeActors(from, into);
      return { actor, decision: id };
    });
  },
  renameActor: (_source, { id, name }: { id: string; name: string }, context) => {
    const { store } = needWriter(context);
    readId(id);
    return answer(['id', 'name'], { actor: null, decision: null }, () => {
      const { id: decision, actor } = store.renameActor(id, name);
      return { actor, decision };
    });
  },
  undo: (_source, { decision }: { decision: string }, context) => {
    const { store } = needWriter(context);
    return answer(['decision'], { actors: [] }, () => ({ actors: store.undo(decision) }));
  },
};
