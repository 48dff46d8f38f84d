// Postwatch's rules of postal numbers, events and messages. No network, no clock, no page.

/** How a text stands as a number; `incomplete`: right so far, but too short. */
export type Verdict = 'empty' | 'incomplete' | 'faulty' | 'warning' | 'valid';
export type Severity = 'error' | 'warning' | 'note';

export type FindingCode =
  | 'empty' | 'too_short' | 'too_long' | 'letter_in_digits' | 'digit_in_letters' | 'foreign_character' | 'check_digit'
  | 'service_unassigned' | 'country_unknown' | 'placeholder_serial'
  | 'service_local' | 'service_untracked' | 'normalised' | 'other_family' | 'several_numbers';

export interface Finding {
  code: FindingCode;
  severity: Severity;
  /** Where its character stands in the given text, in units of UTF-16. */
  position: number;
  found: string | null;
  /** What should stand there, when that is known; of lengths, how many characters. */
  expected: string | null;
  /** Of `normalised`: what was read as meant. */
  what?: 'letter_case' | 'separator' | 'unseen' | 'full_width' | 'look_alike' | 'other_digits' | 'other_text';
  /** Of `several_numbers`: how many stand in the text. */
  count?: number;
}

/** What may have been meant. Never applied, and never a promise that such an item exists. */
export interface Suggestion {
  number: string;
  reason: 'look_alike' | 'extra_character' | 'neighbours_swapped' | 'similar_digit';
  /** Of the first character that differs, in the given text. */
  position: number;
}

export interface NumberCheck {
  verdict: Verdict;
  /** Upper case, without blanks; as far as it goes. */
  number: string;
  /** As it is printed: `EE 123 456 785 CN`. */
  grouped: string;
  /** Errors first, then warnings, then notes. */
  findings: Finding[];
  /** At most three, the likeliest first. */
  suggestions: Suggestion[];
  service: { code: string; class: string } | null;
  /** The issuing country, ISO 3166-1 alpha-2, when the suffix is one. */
  country: string | null;
  /** Set when it is the number of another family than UPU S10. */
  family?: string;
}

/** Every part of an S10 number explained. */
export interface Passport {
  number: string;
  service: { code: string; class: string };
  /** Eight digits. */
  serial: string;
  /** The serial is one that examples are made with. */
  example: boolean;
  /** `sum` of the products; `remainder` = sum mod 11; `difference` = 11 - remainder; `expected` is that, but 0 for 10 and 5 for 11. */
  checkDigit: {
    steps: { digit: number; weight: number; product: number }[];
    sum: number;
    remainder: number;
    difference: number;
    expected: string;
    found: string;
  };
  /** By whose authority it was issued; `known`: in ISO 3166-1. */
  country: { code: string; known: boolean };
  /** Of the post that administers the country's numbers, when it is verified. */
  officialHost: string | null;
  /** What no number tells. */
  untold: ('destination' | 'posted_on' | 'contents' | 'sender' | 'addressee' | 'reuse' | 'existence')[];
}

export interface FoundNumber {
  /** Units of UTF-16 in the given text, the end behind the last one. */
  start: number;
  end: number;
  number: string;
  verdict: Verdict;
  /** `s10` or another family's id. */
  family: string;
}

/** The provider whose list a code is of; the keys of events.json. */
export type Provider =
  | 'upu_emsevt' | 'upu_state_number' | 'china_post_opcode' | 'china_post_state'
  | 'track17_status' | 'track17_sub_status' | 'track17_legacy_number'
  | 'aftership_tag' | 'aftership_subtag' | 'ship24_milestone' | 'ship24_status_code'
  | 'trackingmore_status' | 'trackingmore_substatus' | 'karrio_status'
  | 'la_poste_code' | 'dhl_status_code';

export interface Classified {
  /** `unknown` when nothing said for certain what happened. */
  stage: string;
  /** `none`, `keep` and `done` beside the eight: bar empty, bar stays, closed without success. */
  milestone: string;
  reason?: string;
  /** Not a scan: something that is expected. */
  forecast: boolean;
}

/** How far an offset may be believed; only `trusted` ones make an instant of a wall time. */
export type OffsetTrust = 'unknown' | 'stated' | 'trusted';

export interface Event extends Classified {
  /** The source's own. */
  code: string;
  words: string;
  place: string;
  /** What the clock on the wall showed: seconds since 1970-01-01T00:00 on that wall. */
  wall: number;
  /** Minutes east of UTC, when a source stated it. */
  offset?: number;
  trust: OffsetTrust;
  precision: 'date' | 'minute' | 'second';
}

/** The route names of the proxy. */
export type Dialect = 'upu-gtt' | '17track' | 'ship24' | 'karrio' | 'opendoc' | 'dhl' | 'laposte' | 'aftership';

export type Fault =
  | 'refused' | 'too-many-requests' | 'upstream-down' | 'timed-out' | 'not-json' | 'broken-json' | 'too-large'
  | 'wrong-number' | 'unexpected-status';

export interface Answer {
  kind: 'events' | 'no_records' | 'fault';
  fault?: Fault;
  /** Oldest first, in the source's own order; at most 200. */
  events: Event[];
  origin_country?: string;
  destination_country?: string;
}

/** One event as it is kept: readAnswer's, and when it was told. */
export interface KnownEvent extends Partial<Event> {
  wall: number;
  /** Milliseconds since 1970. Left out: told by the last answer. */
  first_seen?: number;
  last_seen?: number;
}

/** What one source told of an item; events oldest first. */
export interface SourceRecord {
  source: string;
  events?: KnownEvent[];
  asked_at?: number;
  answered_at?: number;
  outcome?: 'never-asked' | 'events' | 'no-records' | 'fault';
  fault?: string;
  origin_country?: string;
  destination_country?: string;
}

/** A followed item, in the shape of the records Postwatch exports. */
export interface Item {
  number: string;
  label?: string;
  /** YYYY-MM-DD */
  posted_on?: string;
  /** ISO 3166-1 alpha-2 */
  going_to?: string;
  added_at?: number;
  changed_at?: number;
  sources?: SourceRecord[];
}

export type Holder =
  | 'unknown' | 'sender' | 'origin_post' | 'export_customs' | 'carriage' | 'border' | 'import_customs'
  | 'destination_post' | 'handed_over';

export interface Leg {
  holder: Holder;
  going_back: boolean;
  first: Event | null;
  last: Event | null;
  ended: boolean;
  /** The true time lies between them: two clocks on walls can differ by a day. */
  shortest_days: number;
  longest_days: number;
}

export interface Contradiction {
  kind: string;
  source: string;
  earlier: Event | null;
  later: Event | null;
  country?: string;
  count: number;
}

export interface Journey extends Classified {
  delivered: boolean;
  closed: boolean;
  /** Days on the wall since the last scan, or since it was posted or added. */
  silent_days: number;
  /** Who told the newest scan. */
  source?: string;
  newest: Event | null;
  last_scan: Event | null;
  /** A delivery that a source expects. */
  predicted: Event | null;
  holder: Holder;
  going_back: boolean;
  /** `unknown` where no threshold is known. */
  silence: { clock: string; level: 'unknown' | 'normal' | 'long' | 'too_long'; days: number; long_from?: number; too_long_from?: number };
  legs: Leg[];
  contradictions: Contradiction[];
  /** Days, YYYY-MM-DD; from a source, or from at least five finished items on this lane. */
  expected: { basis: 'stated' | 'own_items'; first_day: string; last_day: string; source?: string; items?: number; passed: boolean } | null;
}

/** A rule that applies, with what its sentence names; the rules are listed in docs/advice.md. */
export interface AdviceLine {
  rule: string;
  kind: 'normal' | 'cause' | 'do_today' | 'papers' | 'whom' | 'ask_again' | 'warning';
  count?: number;
  date?: string;
  origin?: string;
  destination?: string;
  country?: string;
  earlier?: string;
  later?: string;
}

export interface Moment {
  /** Milliseconds since 1970, or a Date. Left out: now. */
  now?: number | Date;
  /** Minutes east of UTC of the reader. Left out: this device's. */
  offset?: number;
  /** The user's finished items, for the expected range. */
  finished?: Item[];
}

export type MessageVerdict = 'official' | 'lookalike' | 'suspicious' | 'unknown' | 'nothing';

/** Why: a rule and the part of the text it is about, in units of UTF-16; start equals end for the whole text. */
export interface MessageReason {
  rule: string;
  start: number;
  end: number;
}

export interface MessageHost {
  /** As browsers read it; empty for what is no web address. */
  host: string;
  registrable: string;
  verdict: Exclude<MessageVerdict, 'nothing'>;
  /** Whose it is, or whom it imitates. */
  brand?: string;
  country?: string;
  start: number;
  end: number;
  reasons: MessageReason[];
}

export interface MessageCheck {
  /** `unknown` is "not on our list", never "safe". */
  verdict: MessageVerdict;
  hosts: MessageHost[];
  /** The weightiest first. */
  reasons: MessageReason[];
  numbers: FoundNumber[];
  /** Where to go instead of the link. */
  safe_route: { brand?: string; country?: string; host: string } | null;
}

export interface Core {
  /** Judges one number as it is being typed. */
  check(text: string): NumberCheck;

  /** The parts of the number, whatever its check digit; null for what has not the shape of an S10 number. */
  passport(text: string): Passport | null;

  /** Every number in a pasted text. What is written in codes (base64, `=45`, `&#69;`) must be decoded before. Of equal numbers the first is told. `eager`: whatever has the shape. `families`:
   * 's10' looks for these alone, as if there were no others, and is faster. */
  extract(text: string, options?: { eager?: boolean; families?: 'all' | 's10' }): FoundNumber[];

  /**
   * The verdict of every line: 0 empty, 1 incomplete, 2 faulty, 3 warning, 4 valid. The i-th is check(line i)'s.
   * A text, or its UTF-8 bytes, is cut at its line feeds: there is one line more than there are of them.
   */
  checkMany(lines: string | Uint8Array | Iterable<string>): Uint8Array;

  /** What a provider's code and words mean; a code or provider that is not known is judged by the words. */
  classify(event: { provider?: Provider; code?: string; text?: string; number?: string }): Classified;

  /** What the events mean together; null for what is no item. */
  journey(item: Item, options?: Moment): Journey | null;

  /** What to do now, whom to ask, and why; null for what is no item. */
  advise(item: Item, now?: number | Date, options?: Omit<Moment, 'now'>): AdviceLine[] | null;

  /**
   * Is this message really from the post? Of texts longer than 16 KiB the beginning is read. `items`: what the
   * user follows; `claimed`: whom it says it is from, a brand's id or a country's code.
   */
  checkMessage(text: string, options?: { items?: Iterable<{ number: string; delivered?: boolean }>; claimed?: string }): MessageCheck;

  /** Reads an answer of a tracking source. `number` is the canonical number that was asked for. */
  readAnswer(answer: { dialect: Dialect; status: number; body: string; number: string }): Answer;
}

export default function createCore(): Promise<Core>;
