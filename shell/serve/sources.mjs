// The sources the proxy knows, one row each. A row fixes all that goes upstream; a client chooses only the row and
// the number. Adding a source is adding a row; a key it needs belongs in an include of the rendered source block
// that only root can read, never here.
//   id       route (/v1/{id}/{number}), key in config.json and in the app
//   dialect  how its answers are written
//   name     who answers, as shown to people
//   upstream scheme and host; null: told at start
//   path     on the upstream; $item is the checked number
//   rate, burst, at_once   what all clients together may ask of it: smoothed, then 429
//   good_for how long a good answer is kept; a 404 is kept 2 minutes
export const SOURCES = [
  {
    // No key and no account; no published rate limit, so a low one. Observed 20..100 ms per answer.
    id: 'upu-gtt',
    dialect: 'upu-gtt',
    name: 'UPU Global Track & Trace',
    upstream: 'https://globaltracktrace.ptc.post',
    path: '/gtt.api/service.svc/rest/ItemTTWithTrans/$item/EN',
    rate: '2r/s',
    burst: 10,
    at_once: 16,
    good_for: '10m',
  },
  {
    // The sample source on this machine, in the UPU's wire format.
    id: 'sample',
    dialect: 'upu-gtt',
    name: 'Sample items',
    samples: true,
    upstream: null,
    path: '/gtt.api/service.svc/rest/ItemTTWithTrans/$item/EN',
    rate: '20r/s',
    burst: 40,
    at_once: 32,
    good_for: '10m',
  },
];
