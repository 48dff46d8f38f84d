"""events.json: stages, what codes mean, and the phrases tried when a code is unknown."""

import re

from tables_common import Pool, enumeration, fail, header, identifier


def stages_header(events):
    stages = [stage["id"] for stage in events["stages"]]
    providers = [provider["id"] for provider in events["providers"]]
    lists = [reasons["id"] for reasons in events["reason_lists"]]
    body = "{\n\n" + enumeration("Milestone", events["milestones"]) + enumeration("Stage", stages)
    body += enumeration("Reason", events["reasons"]) + enumeration("Provider", providers)
    body += enumeration("ReasonList", lists)
    return header("events.json", body + f"inline constexpr int stage_count = {len(stages)};\n"
                  f"inline constexpr int reason_count = {len(events['reasons'])};\n"
                  f"inline constexpr int provider_count = {len(providers)};\n")


def check_events(events):
    stages = {stage["id"] for stage in events["stages"]}
    reasons = set(events["reasons"])
    for stage in events["stages"]:
        if stage["milestone"] not in events["milestones"]:
            fail(f"stage '{stage['id']}' has an unknown milestone")
    codes = [row for provider in events["providers"] for row in provider["codes"]]
    named = [row["stage"] for row in codes + events["phrases"] if not row.get("forecast")]
    for stage in named + [row["other"] for row in codes if "other" in row] + events["kept_after_delivered"]:
        if stage not in stages:
            fail(f"unknown stage '{stage}'")
    rows = codes + events["phrases"] + [row for one in events["reason_lists"] for row in one["codes"]]
    for row in rows:
        if row.get("reason", "none") not in reasons:
            fail(f"unknown reason '{row['reason']}'")
    for table in events["providers"] + events["reason_lists"]:
        names = [row["code"].encode() for row in table["codes"]]
        if names != sorted(set(names)):
            fail(f"the codes of {table['id']} must be sorted and different")
    check_phrases([row for row in events["phrases"] if "match" not in row])


def check_phrases(rows):
    for later, row in enumerate(rows):
        words = row["text"].rstrip("*")
        if words != words.lower() or re.search("[，；：！？（）　]", words):
            fail(f"phrases are lower case, with plain commas and brackets: {words}")
        if len(words.split("*")[0].encode()) < 3:
            fail(f"a phrase begins with at least three bytes: {words}")
        for earlier in rows[:later]:
            if is_found(earlier["text"], words):
                fail(f"phrase '{words}' is never reached: '{earlier['text']}' stands before it")


def is_found(phrase, words):
    head = phrase.rstrip("*")
    before = r"(?<![a-z0-9])" if re.match("[a-z0-9]", head) else ""
    after = r"(?![a-z0-9])" if re.search("[a-z0-9]$", phrase) else ""
    return re.search(before + re.escape(head).replace(r"\*", "[^,]*") + after, words)


def stage_rows_header(events):
    tables = events["providers"] + events["reason_lists"]
    pool = Pool([stage["id"] for stage in events["stages"]] + events["reasons"]
                + [provider["id"] for provider in events["providers"]]
                + [row["text"].rstrip("*") for row in events["phrases"]]
                + [row["code"] for table in tables for row in table["codes"]])
    kept = set(events["kept_after_delivered"])
    facts = "".join(
        f"    {{{pool.place(stage['id'])}, Milestone::{identifier(stage['milestone'])}, "
        f"StageKind::{identifier(stage['kind'])}, {str(stage['terminal']).lower()}, "
        f"{str(stage['id'] in kept).lower()}, {stage['order']}}},\n"
        for stage in events["stages"])
    body = ("{\n\n" + pool.declaration("stage_texts")
            + "\nstruct StageText {\n    std::uint16_t begin;\n    std::uint8_t length;\n};\n"
            + "\nstruct StageRow {\n    StageText id;\n    Milestone milestone;\n    StageKind kind;\n    bool terminal;\n"
            + "    bool kept_after_delivered;\n    std::int16_t order;\n};\n"
            + f"\ninline constexpr StageRow stage_rows[] = {{\n{facts}}};\n"
            + id_table("reason_ids", pool, events["reasons"])
            + id_table("provider_ids", pool, [provider["id"] for provider in events["providers"]])
            + code_tables(pool, events["providers"], tables) + phrase_table(pool, events["phrases"]))
    return header("events.json", body, "postal/stage.h")


def id_table(name, pool, ids):
    return f"\ninline constexpr StageText {name}[] = {{\n    " + ",\n    ".join(pool.place(one) for one in ids) + "};\n"


def code_tables(pool, providers, tables):
    rows, begins = "", [0]
    for table in tables:
        rows += f"    // {table['id']}\n" + "".join(code_row(pool, row) for row in table["codes"])
        begins.append(begins[-1] + len(table["codes"]))
    ids = [provider["id"] for provider in providers]
    main = ", ".join(str(ids.index(one["main_status"]) if "main_status" in one else -1) for one in providers)
    return ("\nenum class OtherStage : std::uint8_t { never, not_from_china, words_say };\n"
            + "\nstruct CodeRow {\n    StageText code;\n    Stage stage;\n    Stage other;  ///< instead of `stage` when `when`\n"
            + "    OtherStage when;\n    Reason reason;\n};\n"
            + f"\n/// Sorted by code within each list.\ninline constexpr CodeRow code_rows[] = {{\n{rows}}};\n"
            + "\n/// Where each list begins, providers first, then lists of reasons; the end stands last.\n"
            + f"inline constexpr std::uint16_t code_rows_begin[] = {{{', '.join(map(str, begins))}}};\n"
            + "\n/// The provider whose codes are the coarser status of this one's; -1 for none.\n"
            + f"inline constexpr std::int8_t main_status_of[] = {{{main}}};\n")


def code_row(pool, row):
    stage = identifier(row.get("stage", "unknown"))
    return (f"    {{{pool.place(row['code'])}, Stage::{stage}, Stage::{identifier(row.get('other', 'unknown'))}, "
            f"OtherStage::{identifier(row.get('when', 'never'))}, Reason::{identifier(row.get('reason', 'none'))}}},"
            + (f"  // {row['label']}" if "label" in row else "") + "\n")


def phrase_table(pool, phrases):
    rows = "".join(phrase_row(pool, row) for row in phrases)
    return ("\nenum class PhraseMatch : std::uint8_t { words, beginning_of_words, end_of_clause, whole, gap };\n"
            + "\nstruct PhraseRow {\n    StageText text;\n    PhraseMatch match;\n    bool forecast;\n    Stage stage;\n"
            + "    Reason reason;\n};\n"
            + f"\n/// The first row that matches decides.\ninline constexpr PhraseRow phrase_rows[] = {{\n{rows}}};\n")


def phrase_row(pool, row):
    words = row["text"].rstrip("*")
    match = row.get("match") or ("gap" if "*" in words else
                                 "beginning_of_words" if row["text"].endswith("*") else "words")
    forecast = row.get("forecast", False)
    stage = "unknown" if forecast else row["stage"]
    return (f"    {{{pool.place(words)}, PhraseMatch::{match}, {str(forecast).lower()}, "
            f"Stage::{identifier(stage)}, Reason::{identifier(row.get('reason', 'none'))}}},\n")
