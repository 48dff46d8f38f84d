"""The tables of what events mean together: silence.json, territories.json and advice.json -> constexpr tables.

Used by tables.py. A row that names something unknown, or a rule that could never differ from the one before it,
stops the build with one sentence.
"""

from tables_common import Pool, enumeration, fail, header, identifier, quoted

# In the order of the enums in src/postal; the generated tables assert every place.
SERVICES = ["ems", "parcel", "ecommerce", "letter_tracked", "letter_registered", "letter_insured",
            "letter_untracked", "m_bag", "business_reply", "local", "unassigned"]
LEVELS = ["unknown", "normal", "long", "too_long"]
OUTCOMES = ["never_asked", "events", "no_records", "fault"]
CONTRADICTIONS = ["moving_after_delivery", "delivered_elsewhere", "destination_differs", "impossible_order",
                  "number_reused", "scans_removed", "scan_changed", "dated_ahead"]
KINDS = ["normal", "cause", "do_today", "papers", "whom", "ask_again", "warning"]
DATES = ["none", "usual_until", "ask_from", "forecast", "scan"]
LONGEST_THRESHOLD = 255


def asserted(enum, names):
    """Lines that stop the compiler when a C++ enum is no longer in the order this file counts in."""
    return "".join(f"static_assert(static_cast<int>({enum}::{'long_' if name == 'long' else identifier(name)}) == {place});\n"
                   for place, name in enumerate(names))


# ---- silence.json, territories.json ------------------------------------------------------------------------------


def silence_clocks_header(silence):
    clocks = list(silence["clocks"])
    body = "{\n\n" + enumeration("SilenceClock", clocks) + f"inline constexpr int silence_clock_count = {len(clocks)};\n"
    return header("silence.json", body)


def threshold(silence, clock, service, level):
    """The row that counts: one that names the service before one that does not, one of the clock before one of all."""
    best, best_rank = 0, -1
    for row in silence["thresholds"]:
        clocks = silence["under_way"] if row["clock"] == "under_way" else [row["clock"]]
        if row["level"] != level or clock not in clocks or service not in row.get("services", SERVICES):
            continue
        rank = 2 * ("services" in row) + (row["clock"] != "under_way")
        if rank == best_rank:
            fail(f"two thresholds '{level}' for {clock} and {service}")
        if rank > best_rank:
            best, best_rank = row["from_days"], rank
    quiet = silence["not_scanned"]
    if service in quiet["services"] and clock in quiet["clocks"]:
        return 0
    if best > LONGEST_THRESHOLD:
        fail(f"a threshold of {best} days needs wider rows")
    return best


def check_silence(silence):
    for row in silence["thresholds"]:
        if row["clock"] not in [*silence["clocks"], "under_way"] or row["level"] not in ("long", "too_long"):
            fail(f"silence: unknown clock or level in {row}")
        if not row["source"] or not row["authority"] or "date" not in row or row["from_days"] < 1:
            fail(f"silence: a threshold without source, authority, date or days: {row}")
    for name in silence["under_way"] + silence["not_scanned"]["clocks"]:
        if name not in silence["clocks"]:
            fail(f"silence: unknown clock '{name}'")


def silence_rows_header(silence):
    check_silence(silence)
    rows = ""
    for clock in silence["clocks"]:
        pairs = [(threshold(silence, clock, service, "long"), threshold(silence, clock, service, "too_long"))
                 for service in SERVICES]
        if any(0 < late <= long for long, late in pairs):
            fail(f"silence: too long comes before long in '{clock}'")
        rows += f"    {{{', '.join(f'{{{long}, {late}}}' for long, late in pairs)}}},  // {clock}\n"
    pool = "".join(f"{quoted(clock)}, " for clock in silence["clocks"]).rstrip(", ")
    body = ("{\n\n/// Days from which silence is long and too long; 0: unknown.\nstruct SilenceRow {\n"
            "    std::uint8_t long_from;\n    std::uint8_t too_long_from;\n};\n\n"
            + asserted("ServiceClass", SERVICES) +
            f"inline constexpr SilenceRow silence_rows[silence_clock_count][{len(SERVICES)}] = {{\n{rows}}};\n\n"
            f"inline constexpr std::string_view silence_clock_ids[] = {{{pool}}};\n"
            f"inline constexpr std::int32_t records_kept_days_row = {silence['records_kept']['from_days']};\n")
    return header("silence.json", body, "postal/silence.h")


def territory_rows_header(territories, countries):
    codes = set(" ".join(countries["codes"]).split()) | {"XK"}
    rows = ""
    for row in territories["rows"]:
        for territory in row["territories"].split():
            if row["country"] not in codes or territory not in codes:
                fail(f"territories: unknown country in {row}")
            rows += f"    {{{{{', '.join(map(repr, row['country']))}}}, {{{', '.join(map(repr, territory))}}}}},\n"
    body = ("{\n\nstruct TerritoryRow {\n    char country[2];  ///< whose post delivers\n    char territory[2];\n};\n"
            f"\ninline constexpr TerritoryRow territory_rows[] = {{\n{rows}}};\n")
    return header("territories.json", body)


# ---- advice.json -------------------------------------------------------------------------------------------------


def rule_ids_header(advice):
    body = ("{\n\n" + enumeration("AdviceRule", [rule["id"] for rule in advice["rules"]])
            + f"inline constexpr int advice_rule_count = {len(advice['rules'])};\n\n"
            + "/// Facts of an item that rules ask for; each is explained in data/advice.json `signs`.\n"
            + enumeration("AdviceSign", advice["signs"])
            + f"inline constexpr int advice_sign_count = {len(advice['signs'])};\n")
    return header("advice.json", body)


def mask(names, known, what):
    bits = 0
    for name in names:
        if name not in known:
            fail(f"advice: unknown {what} '{name}'")
        bits |= 1 << known.index(name)
    return bits


def stages_named(advice, names, stages):
    groups = advice["stage_groups"] | {"open": [one for one in stages if one not in advice["stage_groups"]["closed"]]}
    return [stage for name in names for stage in groups.get(name, [name])]


FIELDS = {"stages", "reasons", "silence", "outcomes", "services", "not_services", "contradictions", "signs", "not_signs"}


def condition_row(advice, events, when):
    if unknown := set(when) - FIELDS:
        fail(f"advice: unknown condition {unknown}")
    stages = [stage["id"] for stage in events["stages"]]
    signs = list(advice["signs"])
    wanted = {
        "stages": mask(stages_named(advice, when.get("stages", stages), stages), stages, "stage"),
        "reasons": mask(when.get("reasons", events["reasons"]), events["reasons"], "reason"),
        "contradictions": mask(when.get("contradictions", []), CONTRADICTIONS, "contradiction"),
        "services": mask(when.get("services", SERVICES), SERVICES, "service")
        & ~mask(when.get("not_services", []), SERVICES, "service"),
        "signs": mask(when.get("signs", []), signs, "sign"),
        "not_signs": mask(when.get("not_signs", []), signs, "sign"),
        "silence": mask(when.get("silence", LEVELS), LEVELS, "silence"),
        "outcomes": mask(when.get("outcomes", OUTCOMES), OUTCOMES, "outcome"),
    }
    return ", ".join(f"{bits:#x}" for bits in wanted.values())


def check_advice(advice):
    ids = [rule["id"] for rule in advice["rules"]]
    if len(ids) != len(set(ids)) or len(ids) > 255:
        fail("advice: rule ids must be different, and at most 255")
    kinds = [KINDS.index(rule["kind"]) for rule in advice["rules"]]
    if kinds != sorted(kinds):
        fail("advice: rules of one kind stand together, in the order " + ", ".join(KINDS))
    for rule in advice["rules"]:
        if rule["source"] not in advice["sources"]:
            fail(f"advice: unknown source '{rule['source']}'")
        if rule.get("date", "none") not in DATES:
            fail(f"advice: unknown date '{rule['date']}'")


def advice_rows_header(advice, events):
    check_advice(advice)
    pool = Pool([rule["id"] for rule in advice["rules"]] + list(advice["signs"]))
    rules, conditions = "", ""
    for rule in advice["rules"]:
        rules += (f"    {{{pool.place(rule['id'])}, AdviceKind::{identifier(rule['kind'])}, "
                  f"AdviceDate::{identifier(rule.get('date', 'none'))}}},\n")
        conditions += "".join(f"    {{{condition_row(advice, events, when)}, AdviceRule::{identifier(rule['id'])}}},\n"
                              for when in rule["when"])
    signs = ", ".join(pool.place(sign) for sign in advice["signs"])
    body = ("{\n\n" + pool.declaration("advice_texts")
            + "\nstruct AdviceText {\n    std::uint16_t begin;\n    std::uint8_t length;\n};\n"
            + "\nstruct AdviceRuleRow {\n    AdviceText id;\n    AdviceKind kind;\n    AdviceDate date;\n};\n"
            + f"\n/// In the order of AdviceRule.\ninline constexpr AdviceRuleRow advice_rule_rows[] = {{\n{rules}}};\n"
            + f"\ninline constexpr AdviceText advice_sign_ids[] = {{{signs}}};\n"
            + "\n" + asserted("SilenceLevel", LEVELS) + asserted("Outcome", OUTCOMES)
            + asserted("ServiceClass", SERVICES) + asserted("ContradictionKind", CONTRADICTIONS)
            + f"\n/// By rule.\ninline constexpr AdviceCondition advice_condition_rows[] = {{\n{conditions}}};\n")
    return header("advice.json", body, "postal/advice.h")


def journey_headers(read, events, countries):
    silence, advice = read("silence.json"), read("advice.json")
    return {
        "silence_clocks.h": silence_clocks_header(silence),
        "silence_rows.h": silence_rows_header(silence),
        "territory_rows.h": territory_rows_header(read("territories.json"), countries),
        "advice_rules.h": rule_ids_header(advice),
        "advice_rows.h": advice_rows_header(advice, events),
    }
