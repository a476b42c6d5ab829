/** What the server refused, with its own words and, by field, what is wrong. */
export class ApiProblem extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? `The server answered ${status}.`);
    this.name = 'ApiProblem';
    this.status = status;
    this.errors = problem.errors ?? [];
  }
}

/** Reads an address of the API. Throws ApiProblem. */
export function read(path) {
  return ask('GET', path);
}

/** Changes something once, however often the request is sent: a lost answer is asked for again with the same key. */
export async function change(path, body = {}, method = 'POST') {
  const key = crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].join('-');
  try {
    return await ask(method, path, body, key);
  } catch (failure) {
    if (failure instanceof ApiProblem && failure.status !== 503) throw failure;
    return await ask(method, path, body, key);
  }
}

async function ask(method, path, body, key) {
  let response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiProblem(0, {
      detail:
        'The server does not answer. It may have stopped; start it again with `npm start`, then try once more.',
    });
  }
  const text = await response.text();
  let answer = {};
  try {
    answer = text === '' ? {} : JSON.parse(text);
  } catch {
    answer = {
      detail: `The server answered ${response.status} with something that cannot be read.`,
    };
  }
  if (!response.ok) throw new ApiProblem(response.status, answer);
  return answer;
}
