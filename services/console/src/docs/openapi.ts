import { canonicalFeedback } from '@redress/contracts';
import { z } from 'zod';
import type { Route } from '../http/route.ts';

type Documented = Pick<Route, 'method' | 'url' | 'summary' | 'access' | 'query' | 'body'>;

/** Addresses that other parts of the same server answer; documented here, because it is one API. */
const BESIDES: readonly Documented[] = [
  {
    method: 'POST',
    url: '/v1/feedback',
    summary: 'Take one feedback, or an array of up to 500. 202 and the ids once the log has it.',
    access: 'signed in',
    query: null,
    body: canonicalFeedback,
  },
  {
    method: 'POST',
    url: '/v1/feedback/import',
    summary: 'Take a file of feedback: CSV or JSON lines. Bad lines are named, the rest goes in.',
    access: 'signed in',
    query: null,
    body: null,
  },
  {
    method: 'GET',
    url: '/v1/live',
    summary:
      'Server-sent events: `news` when something changed (ids of tasks, or null for any), `reach` whether changes of other processes come through. They mean: look again.',
    access: 'signed in',
    query: null,
    body: null,
  },
  ...[
    ['/health/live', 'Whether the process answers.'],
    ['/health/ready', 'Whether everything it depends on answers; 503 where something does not.'],
    ['/metrics', 'Figures for Prometheus.'],
  ].map(([url = '', summary = '']): Documented => ({
    method: 'GET',
    url,
    summary,
    access: 'open',
    query: null,
    body: null,
  })),
];

/** The API as an OpenAPI 3.1 document. */
export function openApiOf(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const one of [...BESIDES, ...routes]) {
    const path = one.url.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [one.method.toLowerCase()]: operationOf(one) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Redress',
      version: '1',
      description:
        'Lists answer {"items":[…],"next"}; pass `next` as `cursor` for the part after it. Changes take the header Idempotency-Key and, on tasks, the field version. Errors are application/problem+json.',
    },
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    paths,
  };
}

function operationOf({ method, url, summary, access, query, body }: Documented): object {
  const inPath = [...url.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const ownHeader =
    method === 'GET' ? [] : [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string' } }];
  return {
    summary,
    ...(access === 'open' ? {} : { security: [{ token: [] }] }),
    parameters: [...inPath, ...inQuery(query), ...ownHeader],
    ...(body === null
      ? {}
      : { requestBody: { content: { 'application/json': { schema: schemaOf(body) } } } }),
    responses: {
      '2XX': { description: 'As said in the summary.' },
      '4XX': {
        description: 'What is wrong, and what to do.',
        content: { 'application/problem+json': {} },
      },
    },
  };
}

function inQuery(query: z.ZodType | null): readonly object[] {
  if (query === null) return [];
  const { properties = {}, required = [] } = schemaOf(query) as {
    properties?: Record<string, object>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

/** Of what is sent; a value that no JSON schema can describe (an instant is read, a time zone is known) is left open. */
function schemaOf(schema: z.ZodType): object {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}
