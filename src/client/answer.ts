import { ResponseShapeError } from './errors.js';
import type { WireAnswer } from './transport.js';

/** How an answer must at least look: a list of rows, one record, or any object. */
export type AnswerShape = 'list' | 'record' | 'object';

/** Reads an answer and holds it against its rough shape. Schemas would cost more than the call: whoever wants them has `prmkit/contract`. */
export function readAnswer(call: string, shape: AnswerShape, { response, text }: WireAnswer): unknown {
  if (response.status === 204) return undefined;
  const wrong = (what: string, cause?: unknown) =>
    new ResponseShapeError(`${call} answered ${response.status} with ${what}. Is there a proxy between, or another service at this address?`, {
      code: 'unexpected_answer', status: response.status, requestId: response.headers.get('request-id') ?? undefined, cause,
    });
  const type = response.headers.get('content-type') ?? 'no content type';
  if (!/^application\/([\w.-]+\+)?json\b/i.test(type)) throw wrong(`${type} in place of JSON`);
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (error) {
    throw wrong('JSON that cannot be read', error);
  }
  const missing = missingField(answer, shape);
  if (missing) throw wrong(`no ${missing}`);
  return answer;
}

function missingField(answer: unknown, shape: AnswerShape): string | undefined {
  if (typeof answer !== 'object' || answer === null) return 'object';
  const { data, hasMore, nextCursor, id, version } = answer as Record<string, unknown>;
  if (shape === 'list') {
    if (!Array.isArray(data)) return '`data`';
    if (hasMore && typeof nextCursor !== 'string') return '`nextCursor`';
  }
  if (shape === 'record' && typeof id !== 'string') return '`id`';
  if (shape === 'record' && typeof version !== 'number') return '`version`';
  return undefined;
}
