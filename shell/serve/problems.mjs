// What the proxy says when it is the proxy that refuses or fails: RFC 9457 problem details. `reason` is an
// extension member with a fixed word, so that a reader need not compare sentences; answers of a source never
// carry it.

/** In the outer tier, where a client's request is judged. */
export const OUTER_PROBLEMS = [
  { status: 400, reason: 'bad-request', title: 'Bad Request',
    detail: 'Ask for /v1/{source}/{number}: two letters, nine digits, two letters, in upper case, and no query.' },
  { status: 403, reason: 'page-not-allowed', title: 'Forbidden',
    detail: 'This proxy does not answer pages of this origin.' },
  { status: 404, reason: 'unknown-source', title: 'Not Found', detail: 'This proxy has no such source.' },
  { status: 405, reason: 'only-get', title: 'Method Not Allowed', detail: 'Only GET is answered.', allow: 'GET' },
  { status: 429, reason: 'too-many-requests', title: 'Too Many Requests',
    detail: 'You ask faster than this proxy allows one client.', retryAfter: 5 },
  { status: 502, reason: 'source-unreachable', title: 'Bad Gateway', detail: 'The source cannot be reached.' },
  { status: 504, reason: 'source-timed-out', title: 'Gateway Timeout', detail: 'The source did not answer in time.' },
];

/** In the inner tier, where the source is asked. */
export const INNER_PROBLEMS = [
  { status: 429, reason: 'source-budget-spent', title: 'Too Many Requests',
    detail: 'All clients together ask faster than this source should be asked.', retryAfter: 10 },
  { status: 502, reason: 'source-unreachable', title: 'Bad Gateway', detail: 'The source cannot be reached.' },
  { status: 504, reason: 'source-timed-out', title: 'Gateway Timeout', detail: 'The source did not answer in time.' },
];

/** Under a host name the server does not go by. */
export const WRONG_HOST =
  { status: 421, reason: 'wrong-host', title: 'Misdirected Request', detail: 'This server has another name.' };

/** One named location per row; `include` is a line for headers every problem of that tier carries, or nothing. */
export function problemLocations(problems, include) {
  return problems.map(({ status, reason, title, detail, retryAfter, allow }) => {
    const body = JSON.stringify({ type: 'about:blank', title, status, detail, reason });
    return [
      `location @problem_${status} {`,
      ...(include ? [`    ${include}`] : []),
      ...(retryAfter ? [`    add_header Retry-After ${retryAfter} always;`] : []),
      ...(allow ? [`    add_header Allow ${allow} always;`] : []),
      '    default_type application/problem+json;',
      `    return ${status} '${body}';`,
      '}',
    ].join('\n');
  }).join('\n');
}
