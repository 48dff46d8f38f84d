// The journeys of the sample items, as the UPU's Global Track & Trace would tell them.
//
// A row is [days ago, wall time, offset of that place, event code, office]. Days count back from the start of
// today in UTC, so an answer stays the same all day and the posts look alive on any day it is asked.

/** The event names of UPU Global Track & Trace (UPU standard EMSEVT, public labels). */
const EVENT_NAMES = {
  EMA: 'Posting/Collection',
  EMB: 'Arrival at outward office of exchange',
  EXA: 'Item presented to export Customs/Security',
  EXC: 'Item returned from Customs/Security (export)',
  EMC: 'Departure from outward office of exchange',
  EMD: 'Arrival at inward office of exchange',
  EDB: 'Item presented to import Customs',
  EME: 'Held by import Customs',
  EDC: 'Item returned from import Customs',
  EMF: 'Departure from inward office of exchange',
  EMG: 'Arrival at delivery office',
  EMI: 'Final delivery',
  DLV: 'Estimated delivery',
};

const COUNTRY_NAMES = { CN: 'CHINA', FR: 'FRANCE', DE: 'GERMANY', BR: 'BRAZIL' };

/** Days in the future are negative: DLV is a forecast, not a scan. */
const JOURNEYS = {
  'delivered': {
    from: 'CN', to: 'FR', state: 3,
    events: [
      [14, '16:25', '+0800', 'EMA', '深圳'],
      [13, '09:00', '+0800', 'EMB', '广州'],
      [13, '09:40', '+0800', 'EXA', '广州'],
      [13, '18:00', '+0800', 'EXC', '广州'],
      [12, '03:10', '+0800', 'EMC', '广州'],
      [9, '07:15', '+0100', 'EMD', 'ROISSY'],
      [9, '08:41', '+0100', 'EDB', 'ROISSY'],
      [8, '14:20', '+0100', 'EDC', 'ROISSY'],
      [8, '19:05', '+0100', 'EMF', 'ROISSY'],
      [7, '00:00', '+0100', 'DLV', null],
      [7, '06:50', '+0100', 'EMG', 'LYON'],
      [6, '10:32', '+0100', 'EMI', 'LYON', 'J. SAMPLE'],
    ],
  },
  'held-by-customs': {
    from: 'CN', to: 'BR', state: 2,
    events: [
      [21, '11:05', '+0800', 'EMA', 'HANGZHOU'],
      [20, '22:30', '+0800', 'EMB', '上海国际邮件处理中心'],
      [19, '05:45', '+0800', 'EMC', '上海国际邮件处理中心'],
      [11, '13:20', '-0300', 'EMD', 'CURITIBA'],
      [10, '08:15', '-0300', 'EDB', 'CURITIBA'],
      [9, '15:40', '-0300', 'EME', 'CURITIBA'],
      [-3, '00:00', '-0300', 'DLV', null],
    ],
  },
  'silent': {
    from: 'CN', to: 'DE', state: 2,
    events: [
      [13, '17:55', '+0800', 'EMA', 'YIWU'],
      [11, '20:12', '+0800', 'EMB', '北京'],
      [9, '00:30', '+0800', 'EMC', '北京'],
    ],
  },
  'slow': {
    from: 'CN', to: 'DE', state: 2,
    events: [
      [5, '15:10', '+0800', 'EMA', 'GUANGZHOU'],
      [4, '21:00', '+0800', 'EMB', 'GUANGZHOU'],
      [3, '04:20', '+0800', 'EMC', 'GUANGZHOU'],
      [2, '16:45', '+0100', 'EMD', 'FRANKFURT'],
    ],
  },
};

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** "/Date(ms±hhmm)/": ms is the instant in UTC; ms + offset gives the wall time at the place. */
function wcfDate(daysAgo, wall, offset, now) {
  const midnight = Math.floor(now / DAY) * DAY;
  const [hours, minutes] = wall.split(':').map(Number);
  const sign = offset.startsWith('-') ? -1 : 1;
  const ahead = sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3)));
  return `/Date(${midnight - daysAgo * DAY + (hours * 60 + minutes - ahead) * MINUTE}${offset})/`;
}

/** The answer as an object, or null when there is no such journey. `now` in milliseconds since 1970, UTC. */
export function journeyAnswer(journey, number, now) {
  const known = JOURNEYS[journey];
  if (!known) return null;
  return [{
    ID: number,
    OriginCountryCd: known.from,
    OriginCountryNm: COUNTRY_NAMES[known.from],
    DestinationCountryCd: known.to,
    DestinationCountryNm: COUNTRY_NAMES[known.to],
    MailClassCd: number[0],
    State: known.state,
    Events: known.events.map(([daysAgo, wall, offset, code, office, signature = null]) => ({
      EventCd: code,
      EventNm: EVENT_NAMES[code],
      EventDT: wcfDate(daysAgo, wall, offset, now),
      EventLocation: office,
      Signature: signature,
    })),
  }];
}

/** JSON as the UPU writes it: with its dates' slashes escaped. */
export function upuJson(answer) {
  return JSON.stringify(answer).replace(/"\/Date\(([^)]*)\)\/"/g, '"\\/Date($1)\\/"');
}
