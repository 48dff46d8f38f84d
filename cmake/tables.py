"""Turns the rows of src/postal/data/*.json into constexpr C++ tables.

Usage: tables.py <data folder> <output folder>

A fact that breaks a rule of the table stops the build with one sentence: a gap in the service indicators, a phrase
that can never be reached, an unknown stage. What is not verified is left out here, so that no later code can show
it by mistake.
"""

import sys
from pathlib import Path
from urllib.parse import urlsplit

from tables_common import Pool, enumeration, fail, header, identifier, quoted, read
from tables_events import check_events, stage_rows_header, stages_header
from tables_places import place_rows_header

SHOWN_PHONES = {"listed", "confirmed"}


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
    alpha3 = " ".join(countries["alpha3"]).split()
    if len(set(alpha3)) != len(codes) or any(len(code) != 3 for code in alpha3):
        fail("each country needs an alpha-3 code of its own")
    alpha3_lines = "\n    ".join(quoted("".join(alpha3[begin:begin + 30])) for begin in range(0, len(alpha3), 30))
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
            "\n/// Three letters each, in the order of country_letters.\n"
            f"inline constexpr std::string_view alpha3_letters =\n    {alpha3_lines};\n"
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


def official_post_rows_header(operators):
    """What is certain, apart from what is shown: a program that shows nothing carries no more than this."""
    words, posts, domain_count, phones = [], 0, 0, []
    for row in operators:
        found = shown_fields(row)
        if not found:
            continue
        domains, fields = found
        if row.get("phone", {}).get("status") == "confirmed":
            phones += [fields[name] for name in ("phone_domestic", "phone_international") if name in fields]
        if "choose_international" in row and not domains:
            fail(f"the site of {row['country']} asks for a choice but has no domain")
        if domains:
            words += [row["country"], *domains]
            posts += 1
            domain_count += len(domains)
    text = " ".join(words)
    lines = "\n    ".join(quoted(text[begin:begin + 100]) for begin in range(0, len(text), 100))
    choosers = " ".join(row["country"] for row in operators if "choose_international" in row)
    body = ("{\n\n/// Each country, sorted, and behind it the verified domains of its post.\n"
            f"inline constexpr std::string_view official_posts_text =\n    {lines};\n"
            f"inline constexpr std::size_t official_post_count = {posts};\n"
            f"inline constexpr std::size_t official_domain_count = {domain_count};\n"
            "\n/// Their sites ask whether an item is domestic or international.\n"
            f"inline constexpr std::string_view international_choosers = {quoted(choosers)};\n"
            "\n/// Confirmed hotlines.\ninline constexpr std::string_view confirmed_phone_rows[] = {\n    "
            + ", ".join(map(quoted, phones)) + "};\n")
    return header("operators.json", body, "postal/official_post.h")


def operator_rows_header(operators, channels):
    shown = [(row, *found) for row in operators if (found := shown_fields(row))]
    if [row["country"] for row, _, _ in shown] != sorted({row["country"] for row, _, _ in shown}):
        fail("operators must be sorted by country, one row each")
    places = {channel["id"]: channel for channel in channels}
    ems, global_page = places["ems_cooperative"], places["global_track_and_trace"]
    pool = Pool([text for row, domains, fields in shown for text in (row["name"], *fields.values())]
                + [ems["page"], ems["link"], global_page["page"]])
    rows, extras, kinds = "", "", []
    for index, (row, _, fields) in enumerate(shown):
        phone = row["phone"]["status"] if fields.keys() & {"phone_domestic", "phone_international"} else "none"
        rows += (f"    {{{{'{row['country'][0]}', '{row['country'][1]}'}}, PhoneStatus::{phone}, {pool.place(row['name'])}, "
                 f"{pool.place(fields.pop('home', ''))}}},\n")
        for name, text in fields.items():
            kinds += [name] if name not in kinds else []
            extras += f"    {{{index}, OperatorField::{identifier(name)}, {pool.place(text)}}},\n"
    if len(shown) > 255:
        fail("more than 255 operators: a wider index is needed")
    body = ("{\n\n" + pool.declaration("operator_texts")
            + "\nstruct OperatorText {\n    std::uint16_t begin;\n    std::uint8_t length;\n};\n"
            + "\nstruct OperatorRow {\n    char country[2];\n    PhoneStatus phone_status;\n"
            + "    OperatorText name;\n    OperatorText home;\n};\n"
            + f"\n/// Sorted by country.\ninline constexpr OperatorRow operator_rows[] = {{\n{rows}}};\n"
            + "\n" + enumeration("OperatorField", kinds)
            + "/// What only some operators have.\nstruct OperatorExtra {\n    std::uint8_t row;\n    OperatorField field;\n"
            + f"    OperatorText text;\n}};\n\ninline constexpr OperatorExtra operator_extras[] = {{\n{extras}}};\n"
            + f"\ninline constexpr OperatorText ems_cooperative_page_text = {pool.place(ems['page'])};\n"
            + f"inline constexpr OperatorText ems_cooperative_link_text = {pool.place(ems['link'])};\n"
            + f"inline constexpr OperatorText global_track_page_text = {pool.place(global_page['page'])};\n")
    return header("operators.json and data/other_channels.json", body, "postal/designated_operator.h")


def main():
    data, output = Path(sys.argv[1]), Path(sys.argv[2])
    from tables_enquiry import enquiry_headers  # they build on what stands above
    from tables_journey import journey_headers

    events, countries = read(data, "events.json"), read(data, "countries.json")
    check_events(events)
    files = {
        "stages.h": stages_header(events),
        "stage_rows.h": stage_rows_header(events),
        "number_rows.h": number_rows_header(read(data, "service_indicators.json"), countries),
        "official_post_rows.h": official_post_rows_header(read(data, "operators.json")["operators"]),
        "operator_rows.h": operator_rows_header(read(data, "operators.json")["operators"],
                                                read(data, "other_channels.json")["channels"]),
        "place_rows.h": place_rows_header(read(data, "country_places.json"), countries),
    } | journey_headers(lambda name: read(data, name), events, countries) | enquiry_headers(lambda name: read(data, name), events)
    output.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (output / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
