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

export interface Core {
  /** Judges one number as it is being typed. */
  check(text: string): NumberCheck;

  /** Every number in a pasted text. Of equal numbers the first is told. `eager`: whatever has the shape. */
  extract(text: string, options?: { eager?: boolean }): FoundNumber[];

  /**
   * The verdict of every line: 0 empty, 1 incomplete, 2 faulty, 3 warning, 4 valid. The i-th is check(line i)'s.
   * A text, or its UTF-8 bytes, is cut at its line feeds: there is one line more than there are of them.
   */
  checkMany(lines: string | Uint8Array | Iterable<string>): Uint8Array;

  /** What a provider's code and words mean; a code or provider that is not known is judged by the words. */
  classify(event: { provider?: Provider; code?: string; text?: string; number?: string }): Classified;

  /** Reads an answer of a tracking source. `number` is the canonical number that was asked for. */
  readAnswer(answer: { dialect: Dialect; status: number; body: string; number: string }): Answer;
}

export default function createCore(): Promise<Core>;
