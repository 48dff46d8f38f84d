// A list as somebody has it who has used the app for weeks: items of every group, as a file to be imported. All of it is
// fixed, and asked so lately that nothing is asked again.
import { grouped, numberWith } from './numbers.mjs';

/** Friday, 10:40 in Paris. */
export const NOW = Date.UTC(2026, 2, 13, 9, 40);

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const TODAY = NOW - (NOW % DAY);

const STAGES = {
  EMA: ['accepted', 'Posting/Collection'], EMB: ['origin_exchange', 'Arrival at outward office of exchange'],
  EMC: ['departed_origin', 'Departure from outward office of exchange'],
  EMD: ['arrived_destination', 'Arrival at inward office of exchange'],
  EDB: ['import_customs', 'Item presented to import Customs'], EME: ['customs_hold', 'Held by import Customs'],
  EDC: ['customs_released', 'Item returned from import Customs'],
  EMF: ['destination_processing', 'Departure from inward office of exchange'], EMG: ['delivery_office', 'Arrival at delivery office'],
  EMH: ['attempt_failed', 'Attempted/Unsuccessful delivery'], EDH: ['ready_for_pickup', 'Item arrived at collection point'],
  EMI: ['delivered', 'Final delivery'],
};

/** A row: [days ago, time on the clock there, its offset, code, place]. `seen`: when the source told it. */
function event([daysAgo, clock, offset, code, place], seen) {
  const [stage, words] = STAGES[code];
  const [hours, minutes] = clock.split(':').map(Number);
  const wall = (TODAY - daysAgo * DAY) / 1000 + (hours * 60 + minutes) * 60;
  return { code, words, place, wall, offset, trust: 'stated', stage, first_seen: seen, last_seen: seen };
}

const CN = 480, FR = 60;

/** By the name that stories use; `askedBefore` in minutes, none for an item that was never asked about. */
export const KEPT = {
  onTheWay: {
    number: numberWith('EE', 71203344, 'CN'), label: 'Winter coat', going_to: 'FR', tags: ['family'], shop: 'Nanjing Road Tailors',
    order_number: 'NJ-20911', note: 'Grey, for the mountains', askedBefore: 9,
    events: [[6, '16:25', CN, 'EMA', 'HANGZHOU'], [5, '22:30', CN, 'EMB', '上海国际邮件处理中心'], [4, '05:45', CN, 'EMC', '上海国际邮件处理中心'],
      [1, '07:15', FR, 'EMD', 'ROISSY'], [1, '08:41', FR, 'EDB', 'ROISSY'], [0, '06:20', FR, 'EDC', 'ROISSY']],
  },
  inCustoms: {
    number: numberWith('EE', 71203358, 'CN'), label: 'Tea set', going_to: 'DE', askedBefore: 12, tags: ['gift'],
    events: [[9, '11:05', CN, 'EMA', 'YIWU'], [8, '20:12', CN, 'EMB', '北京'], [7, '00:30', CN, 'EMC', '北京'],
      [3, '13:20', FR, 'EMD', 'FRANKFURT'], [2, '08:15', FR, 'EDB', 'FRANKFURT']],
  },
  held: {
    number: numberWith('EE', 71203361, 'CN'), label: 'Camera lens', going_to: 'BR', askedBefore: 20, posted_on: '2026-02-20',
    events: [[21, '11:05', CN, 'EMA', 'HANGZHOU'], [20, '22:30', CN, 'EMB', '上海国际邮件处理中心'], [19, '05:45', CN, 'EMC', '上海国际邮件处理中心'],
      [11, '13:20', -180, 'EMD', 'CURITIBA'], [10, '08:15', -180, 'EDB', 'CURITIBA'], [9, '15:40', -180, 'EME', 'CURITIBA']],
  },
  toCollect: {
    number: numberWith('RR', 47312482, 'JP'), label: 'Fountain pen', going_to: 'FR', askedBefore: 25,
    events: [[12, '09:10', 540, 'EMA', 'OSAKA'], [10, '18:00', 540, 'EMC', 'KANSAI'], [5, '06:30', FR, 'EMD', 'ROISSY'],
      [2, '10:05', FR, 'EMH', 'LYON'], [1, '15:30', FR, 'EDH', 'LYON']],
  },
  noRecords: { number: numberWith('LZ', 90000003, 'CN'), label: 'Earrings', going_to: 'FR', askedBefore: 5, events: [] },
  delivered: {
    number: numberWith('EE', 71203375, 'CN'), label: 'Porcelain teacup', going_to: 'FR', askedBefore: 28, direction: 'incoming',
    events: [[14, '16:25', CN, 'EMA', '深圳'], [13, '09:00', CN, 'EMB', '广州'], [12, '03:10', CN, 'EMC', '广州'], [9, '07:15', FR, 'EMD', 'ROISSY'],
      [9, '08:41', FR, 'EDB', 'ROISSY'], [8, '14:20', FR, 'EDC', 'ROISSY'], [7, '06:50', FR, 'EMG', 'LYON'], [6, '10:32', FR, 'EMI', 'LYON']],
  },
  refused: {
    number: numberWith('CP', 47312479, 'US'), label: '', going_to: 'FR', askedBefore: 3, fault: 'too-many-requests', notBefore: 40,
    events: [[30, '09:10', -300, 'EMA', 'CHICAGO'], [24, '18:00', -300, 'EMC', 'CHICAGO']],
  },
};

function record({ number, askedBefore, events, fault, notBefore = 0, ...details }, index) {
  const asked = NOW - askedBefore * MINUTE;
  const answered = fault ? asked - 2 * DAY : asked;
  const added = NOW - ((events[0]?.[0] ?? 2) + 1) * DAY - index * MINUTE;
  const source = {
    source: 'upu-gtt', asked_at: asked, answered_at: answered,
    outcome: fault ? 'fault' : events.length ? 'events' : 'no-records',
    ...(fault ? { fault, not_before: NOW + notBefore * MINUTE } : {}),
    ...(events.length ? { origin_country: number.slice(-2), destination_country: details.going_to } : {}),
    events: events.map((row) => event(row, answered)),
  };
  return { version: 1, number, ...details, added_at: added, changed_at: added, revision: 3, sources: [source] };
}

/** The text of the file. */
export function keptList() {
  const items = Object.values(KEPT).map(record);
  return JSON.stringify({ app: 'Postwatch', version: 1, made_at: NOW - DAY, count: items.length, items });
}

/** What the list calls it. */
export const titleOf = ({ number, label }) => label || grouped(number);
