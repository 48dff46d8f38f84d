"""Turns the rows of src/postal/data/*.json into constexpr C++ tables.

Usage: tables.py <data folder> <output folder>

A fact that breaks a rule of the table stops the build with one sentence: a gap in the service indicators, a phrase
that can never be reached, an unknown stage. What is not verified is left out here, so that no later code can show
it by mistake.
"""

import json
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

CPP_WORDS = {"export", "default", "register", "return", "new", "delete", "public", "private"}
SHOWN_PHONES = {"listed", "confirmed"}


def fail(sentence):
    sys.exit("tables.py: " + sentence)


def read(folder, name):
    with open(folder / name, encoding="utf-8") as file:
        return json.load(file)


def identifier(name):
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        fail(f"'{name}' is not an identifier")
    return name + "_" if name in CPP_WORDS else name


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class Pool:
    """One string that holds many: a text that is part of another one costs nothing."""

    def __init__(self, texts):
        kept = []
        for text in sorted(set(texts), key=lambda text: (-len(text.encode()), text)):
            if not any(text in longer for longer in kept):
                kept.append(text)
        self.texts = sorted(kept)
        self.bytes = "".join(self.texts).encode()
        if len(self.bytes) > 0xFFFF:
            fail("a text pool is larger than 64 KB: wider offsets are needed")

    def place(self, text):
        raw = text.encode()
        if len(raw) > 0xFF:
            fail(f"longer than 255 bytes: {text}")
        return f"{{{self.bytes.find(raw)}, {len(raw)}}}" if raw else "{0, 0}"

    def declaration(self, name):
        lines = "\n    ".join(quoted(text) for text in self.texts)
        return f"inline constexpr std::string_view {name} =\n    {lines};\n"


def header(source, body, own_include=None):
    lines = "#include <cstdint>\n"
    if own_include:
        lines += f'#include <string_view>\n\n#include "{own_include}"\n'
    return (f"// Made from data/{source} by cmake/tables.py; change the rows there.\n#pragma once\n\n{lines}\n"
            f"namespace postal {body.rstrip()}\n\n}}  // namespace postal\n")


def enumeration(name, names):
    lines = "".join(f"    {identifier(one)},\n" for one in names)
    return f"enum class {name} : std::uint8_t {{\n{lines}}};\n\n"


# ---- events.json -------------------------------------------------------------------------------------------------


def stages_header(events):
    stages = [stage["id"] for stage in events["stages"]]
    body = "{\n\n" + enumeration("Milestone", events["milestones"]) + enumeration("Stage", stages)
    body += enumeration("Reason", events["reasons"]) + enumeration("Provider", events["providers"])
    return header("events.json", body + f"inline constexpr int stage_count = {len(stages)};\n"
                  f"inline constexpr int reason_count = {len(events['reasons'])};\n"
                  f"inline constexpr int provider_count = {len(events['providers'])};\n")


def check_events(events):
    stages = {stage["id"] for stage in events["stages"]}
    for stage in events["stages"]:
        if stage["milestone"] not in events["milestones"]:
            fail(f"stage '{stage['id']}' has an unknown milestone")
    named = [row["stage"] for row in events["upu_codes"] + events["phrases"] if not row.get("forecast")]
    for stage in named + events["kept_after_delivered"]:
        if stage not in stages:
            fail(f"unknown stage '{stage}'")
    codes = [row["code"] for row in events["upu_codes"]]
    if codes != sorted(set(codes)) or any(len(code) != 3 for code in codes):
        fail("UPU codes must be sorted, different, and three letters long")
    check_phrases([row for row in events["phrases"] if row.get("match") != "whole"])


def check_phrases(rows):
    for later, row in enumerate(rows):
        words = row["text"].rstrip("*")
        if words != words.lower():
            fail(f"phrases are lower case: {words}")
        for earlier in rows[:later]:
            open_end = r"" if earlier["text"].endswith("*") else r"(?![a-z0-9])"
            if re.search(r"(?<![a-z0-9])" + re.escape(earlier["text"].rstrip("*")) + open_end, words):
                fail(f"phrase '{words}' is never reached: '{earlier['text']}' stands before it")


def stage_rows_header(events):
    kept = set(events["kept_after_delivered"])
    pool = Pool([stage["id"] for stage in events["stages"]] + events["reasons"] + events["providers"] + [row["text"].rstrip("*") for row in events["phrases"]])
    facts = "".join(
        f"    {{{pool.place(stage['id'])}, Milestone::{identifier(stage['milestone'])}, "
        f"StageKind::{identifier(stage['kind'])}, {str(stage['terminal']).lower()}, "
        f"{str(stage['id'] in kept).lower()}, {stage['order']}}},\n"
        for stage in events["stages"])
    codes = "".join(f"    {{{{{', '.join(repr(letter) for letter in row['code'])}}}, "
                    f"Stage::{identifier(row['stage'])}}},  // {row['label']}\n" for row in events["upu_codes"])
    phrases = "".join(phrase_row(pool, row) for row in events["phrases"])
    body = ("{\n\n" + pool.declaration("stage_texts")
            + "\nstruct StageText {\n    std::uint16_t begin;\n    std::uint8_t length;\n};\n"
            + "\nstruct StageRow {\n    StageText id;\n    Milestone milestone;\n    StageKind kind;\n    bool terminal;\n"
            + "    bool kept_after_delivered;\n    std::int16_t order;\n};\n"
            + f"\ninline constexpr StageRow stage_rows[] = {{\n{facts}}};\n"
            + f"\ninline constexpr StageText reason_ids[] = {{{', '.join(pool.place(one) for one in events['reasons'])}}};\n"
            + f"\ninline constexpr StageText provider_ids[] = {{{', '.join(pool.place(one) for one in events['providers'])}}};\n"
            + "\nstruct UpuCodeRow {\n    char code[3];\n    Stage stage;\n};\n"
            + f"\n/// Sorted by code.\ninline constexpr UpuCodeRow upu_code_rows[] = {{\n{codes}}};\n"
            + "\nenum class PhraseMatch : std::uint8_t { words, beginning_of_words, whole };\n"
            + "\nstruct PhraseRow {\n    StageText text;\n    PhraseMatch match;\n    bool forecast;\n    Stage stage;\n};\n"
            + f"\n/// The first row that matches decides.\ninline constexpr PhraseRow phrase_rows[] = {{\n{phrases}}};\n")
    return header("events.json", body, "postal/stage.h")


def phrase_row(pool, row):
    match = "whole" if row.get("match") == "whole" else (
        "beginning_of_words" if row["text"].endswith("*") else "words")
    forecast = row.get("forecast", False)
    stage = "unknown" if forecast else row["stage"]
    return (f"    {{{pool.place(row['text'].rstrip('*'))}, PhraseMatch::{match}, {str(forecast).lower()}, "
            f"Stage::{identifier(stage)}}},\n")


# ---- service_indicators.json, countries.json ---------------------------------------------------------------------


def number_rows_header(services, countries):
    expected = 0
    ranges = ""
    for row in services["ranges"]:
        first, last = (ord(pair[0]) * 26 + ord(pair[1]) - 27 * 65 for pair in (row["from"], row["to"]))
        if first != expected or last < first:
            fail(f"service indicators leave a gap or overlap at {row['from']}")
        expected = last + 1
        ranges += f"    {{{first}, ServiceClass::{identifier(row['class'])}}},  // {row['from']} to {row['to']}\n"
    if expected != 26 * 26:
        fail("service indicators do not reach ZZ")
    codes = " ".join(countries["codes"]).split()
    if codes != sorted(set(codes)) or len(codes) != 249:
        fail("249 sorted country codes are expected")
    lines = "\n    ".join(quoted("".join(codes[begin:begin + 40])) for begin in range(0, len(codes), 40))
    look_alikes = services["confusables"]
    digits = "".join(look_alikes["letter_to_digit"].get(chr(letter), "").ljust(2) for letter in range(65, 91))
    letters = "".join(look_alikes["digit_to_letter"].get(str(digit), "").ljust(4) for digit in range(10))
    if len(digits) != 52 or len(letters) != 40 or any(len(pair) != 2 for pair in look_alikes["digit_to_digit"]):
        fail("a letter looks like two digits at most, a digit like four letters; digits look alike in pairs")
    body = ("{\n\nstruct ServiceRange {\n    std::uint16_t first;  ///< 26 * first letter + second letter\n"
            "    ServiceClass service_class;\n};\n"
            f"\n/// Each range reaches to the next.\ninline constexpr ServiceRange service_ranges[] = {{\n{ranges}}};\n"
            "\n/// Two letters each, sorted.\n"
            f"inline constexpr std::string_view country_letters =\n    {lines};\n"
            "\n/// The two digits each letter A-Z is mistaken for, likeliest first, or blanks; four letters for each digit.\n"
            f"inline constexpr std::string_view digits_for_letter = {quoted(digits)};\n"
            f"inline constexpr std::string_view letters_for_digit = {quoted(letters)};\n"
            "\n/// Pairs of digits that look alike, likeliest first.\n"
            f"inline constexpr std::string_view similar_digits = {quoted(''.join(look_alikes['digit_to_digit']))};\n"
            "\n/// Serial numbers that examples are made with, eight digits each.\n"
            f"inline constexpr std::string_view placeholder_serials = {quoted(' '.join(services['placeholder_serials']))};\n")
    return header("service_indicators.json and data/countries.json", body, "postal/service_indicator.h")


# ---- operators.json, other_channels.json -------------------------------------------------------------------------


def is_on(url, domains):
    host = urlsplit(url).hostname or ""
    return any(host == domain or host.endswith("." + domain) for domain in domains)


def shown_fields(row):
    """The domains and texts of one operator that may be shown, or nothing at all."""
    domains = [name for name, confidence in row["domains"].items() if confidence == "verified"]
    fields = {name: row[name] for name in ("home", "track_page", "ems_page")
              if name in row and is_on(row[name], domains)}
    if "{number}" in fields.get("ems_page", "") and (
            row.get("ems_page_status") != "agreed" or not fields["ems_page"].startswith("https://")):
        del fields["ems_page"]
    link = row.get("track_link", "")
    if row.get("track_link_status") == "agreed" and link.startswith("https://") and is_on(link, domains):
        if link.count("{number}") != 1:
            fail(f"the link of {row['country']} does not hold the number once")
        fields["track_link"] = link
    phone = row.get("phone", {})
    if phone.get("status") in SHOWN_PHONES:
        fields |= {f"phone_{name}": phone[name] for name in ("domestic", "international", "as_of") if name in phone}
    if not domains and not any(name.startswith("phone") for name in fields):
        return None
    if "phone_other_mail" in row:
        fields["phone_other_mail"] = row["phone_other_mail"]["number"]
        fields["phone_other_mail_as_of"] = row["phone_other_mail"]["as_of"]
    if "chat_account" in row:
        fields["chat_account"] = row["chat_account"]["name"]
    return domains, fields


def operator_rows_header(operators, channels):
    shown = [(row, *found) for row in operators if (found := shown_fields(row))]
    if [row["country"] for row, _, _ in shown] != sorted({row["country"] for row, _, _ in shown}):
        fail("operators must be sorted by country, one row each")
    places = {channel["id"]: channel for channel in channels}
    ems, global_page = places["ems_cooperative"], places["global_track_and_trace"]
    pool = Pool([text for row, domains, fields in shown for text in (row["name"], *domains, *fields.values())]
                + [ems["page"], ems["link"], global_page["page"]])
    rows, all_domains, extras, kinds = "", [], "", []
    for index, (row, domains, fields) in enumerate(shown):
        phone = row["phone"]["status"] if fields.keys() & {"phone_domestic", "phone_international"} else "none"
        rows += (f"    {{{{'{row['country'][0]}', '{row['country'][1]}'}}, {len(domains)}, PhoneStatus::{phone}, "
                 f"{str('choose_international' in row).lower()}, {pool.place(row['name'])}, "
                 f"{pool.place(fields.pop('home', ''))}}},\n")
        all_domains += [pool.place(domain) for domain in domains]
        for name, text in fields.items():
            kinds += [name] if name not in kinds else []
            extras += f"    {{{index}, OperatorField::{identifier(name)}, {pool.place(text)}}},\n"
    if len(shown) > 255:
        fail("more than 255 operators: a wider index is needed")
    body = ("{\n\n" + pool.declaration("operator_texts")
            + "\nstruct OperatorText {\n    std::uint16_t begin;\n    std::uint8_t length;\n};\n"
            + "\nstruct OperatorRow {\n    char country[2];\n    std::uint8_t domain_count;\n    PhoneStatus phone_status;\n"
            + "    bool choose_international;\n    OperatorText name;\n    OperatorText home;\n};\n"
            + f"\n/// Sorted by country.\ninline constexpr OperatorRow operator_rows[] = {{\n{rows}}};\n"
            + "\n/// Those of the first row, then those of the second, and so on.\n"
            + "inline constexpr OperatorText operator_domains[] = {\n    " + ",\n    ".join(all_domains) + "};\n"
            + "\n" + enumeration("OperatorField", kinds)
            + "/// What only some operators have.\nstruct OperatorExtra {\n    std::uint8_t row;\n    OperatorField field;\n"
            + f"    OperatorText text;\n}};\n\ninline constexpr OperatorExtra operator_extras[] = {{\n{extras}}};\n"
            + f"\ninline constexpr OperatorText ems_cooperative_page_text = {pool.place(ems['page'])};\n"
            + f"inline constexpr OperatorText ems_cooperative_link_text = {pool.place(ems['link'])};\n"
            + f"inline constexpr OperatorText global_track_page_text = {pool.place(global_page['page'])};\n")
    return header("operators.json and data/other_channels.json", body, "postal/designated_operator.h")


def main():
    data, output = Path(sys.argv[1]), Path(sys.argv[2])
    events = read(data, "events.json")
    check_events(events)
    files = {
        "stages.h": stages_header(events),
        "stage_rows.h": stage_rows_header(events),
        "number_rows.h": number_rows_header(read(data, "service_indicators.json"), read(data, "countries.json")),
        "operator_rows.h": operator_rows_header(read(data, "operators.json")["operators"],
                                                read(data, "other_channels.json")["channels"]),
    }
    output.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (output / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
