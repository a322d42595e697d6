import type { FastifyReply, FastifyRequest } from 'fastify';
import { traceOf } from './trace.ts';

/** Answers a request that asks for a subscription and gets none, and notes why. */
export function turnAway(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
): FastifyReply {
  traceOf(request).codes.push(code);
  return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
}
