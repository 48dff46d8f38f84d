"""Turns the rows about links and messages in src/postal/data/*.json into constexpr C++ tables.

Usage: tables_messages.py <data folder> <output folder>

Lists of words are kept as one sorted text with blanks between the words: half the size of an array of views.
"""

import sys
import unicodedata
from pathlib import Path

from tables_common import Pool, enumeration, fail, identifier, quoted, read

CUE_MATCH_LIMIT = 255


def header(sources, body, own_include=None):
    include = f'\n#include "{own_include}"\n' if own_include else ""
    names = ", ".join(f"data/{source}.json" for source in sources)
    return (f"// Made from {names} by cmake/tables_messages.py; change the rows there.\n#pragma once\n\n"
            f"#include <cstdint>\n#include <string_view>\n{include}\n"
            f"namespace postal {{\n\n{body.rstrip()}\n\n}}  // namespace postal\n")


def lines_of(text, width=100):
    return "\n    ".join(quoted(text[begin:begin + width]) for begin in range(0, max(len(text), 1), width))


def words_of(lines):
    words = [word for line in lines for word in line.split()]
    if len(words) != len(set(words)):
        fail("a word stands twice: " + " ".join(sorted({word for word in words if words.count(word) > 1})))
    return words


def sorted_words(name, words, comment):
    """A blank before and after each word, so that a search for ' word ' cannot meet a part of another one."""
    text = " " + " ".join(sorted(words, key=str.encode)) + " "
    return f"/// {comment}\ninline constexpr std::string_view {name} =\n    {lines_of(text)};\n\n"


# ---- public_suffixes.json, link_shorteners.json ------------------------------------------------------------------


def suffix_rows(suffixes, shorteners):
    endings = words_of(suffixes["endings"])
    endings += sorted(set(suffixes["under"]) - set(endings))  # all of their names are two labels down
    under = []
    for ending, rules in suffixes["under"].items():
        under += [f"{rule}.{ending}" for rule in rules.split()]
    body = sorted_words("public_endings", endings, "Top-level domains. Sorted, blanks round each.")
    body += sorted_words("public_suffixes", under, "Suffixes of two labels and more; `*.` and `!` as in the list.")
    body += sorted_words("shared_suffixes", words_of(suffixes["shared"]), "Anybody gets a name under these.")
    body += sorted_words("shared_pages", words_of(suffixes["pages"]), "Anybody writes pages on these.")
    body += sorted_words("link_shorteners", words_of(shorteners["hosts"]) + words_of(shorteners["own_list"]),
                         "What is behind these cannot be seen.")
    body += f"inline constexpr std::string_view public_suffixes_as_of = {quoted(suffixes['as_of'])};\n"
    return header(["public_suffixes", "link_shorteners"], body)


# ---- host_characters.json, confusables.json ----------------------------------------------------------------------


def rows_text(rows, per_line=8):
    return "".join("    " + " ".join("{" + ", ".join(map(str, row)) + "}," for row in rows[begin:begin + per_line]) + "\n"
                   for begin in range(0, len(rows), per_line))


def character_rows(characters, confusables):
    mapped = sorted(characters["mapped"])
    pool = Pool([text for _, text in characters["texts"]])
    texts = "".join(f"    {{{point}, {pool.place(text)[1:-1]}}},\n" for point, text in sorted(characters["texts"]))
    like = [(ord(letter), target) for part in ("like", "own") for target, letters in confusables[part].items()
            for letter in letters]
    if len(like) != len({point for point, _ in like}):
        fail("a letter is confusable twice")
    targets = Pool([target for _, target in like])
    alike = [(point, *targets.place(target)[1:-1].split(", ")) for point, target in sorted(like)]
    body = ("/// `count` code points from `first`, every `step`th: the code point meant is `added` higher.\n"
            "struct MappedRange {\n    char32_t first;\n    std::uint8_t count;\n    std::uint8_t step;\n"
            f"    std::int32_t added;\n}};\ninline constexpr MappedRange mapped_ranges[] = {{\n{rows_text(mapped)}}};\n\n"
            + pool.declaration("mapped_texts")
            + "\nstruct MappedText {\n    char32_t point;\n    std::uint16_t begin;\n    std::uint8_t length;\n};\n"
            f"inline constexpr MappedText mapped_text_rows[] = {{\n{texts}}};\n\n"
            "struct ComposedLetter {\n    std::uint16_t letter;\n    std::uint16_t base;\n    std::uint16_t mark;\n};\n"
            f"inline constexpr ComposedLetter composed_letters[] = {{\n{rows_text(sorted(characters['composed']))}}};\n\n"
            "struct PointRange {\n    char32_t first;\n    char32_t last;\n};\n"
            f"inline constexpr PointRange ignored_points[] = {{\n{rows_text(characters['ignored'])}}};\n"
            f"inline constexpr PointRange refused_points[] = {{\n{rows_text(characters['refused'])}}};\n\n"
            + targets.declaration("alike_texts")
            + "\nstruct AlikeRow {\n    char32_t point;\n    std::uint8_t begin;\n    std::uint8_t length;\n};\n"
            f"inline constexpr AlikeRow alike_rows[] = {{\n{rows_text(alike)}}};\n")
    return header(["host_characters", "confusables"], body)


# ---- official_domains.json ---------------------------------------------------------------------------------------


def perhaps_official(operators, brands):
    """Domains of designated operators that are not verified, and those they had once: country by domain."""
    named = {domain for brand in brands for part in ("domains", "likely") for domain in brand.get(part, {})}
    found = {}
    for row in operators:
        verified = {domain for domain, confidence in row["domains"].items() if confidence == "verified"}
        for domain in set(row["domains"]) - verified | set(row.get("old_domains", [])):
            if domain not in named and domain not in verified:
                found[domain] = row["country"]
    return sorted(found.items())


NAME_IN_CAPITALS_LIMIT = 4  # shorter names are words of other meaning unless written in capitals
NAME_WITH_CAPITAL_LIMIT = 9  # bytes; a single word shorter than this begins with a capital


def plain(text):
    """As message_cue.cpp makes messages plain: lower case, no marks, one blank for what is no letter or digit."""
    letters = ""
    for letter in text:
        if ord(letter) < 0x80:
            letters += letter.lower() if letter.isalnum() else " "
        else:
            europe = ord(letter) < 0x530
            letters += (unicodedata.normalize("NFD", letter)[0] if europe else letter).lower()
    return " ".join(letters.split())


def said_rows(brands):
    """The names in messages, as (plain text, brand, how it must be written)."""
    rows = {}
    for index, brand in enumerate(brands):
        for text in brand["said"]:
            name = plain(text)
            if not name:
                fail(f"a name without letters: {text}")
            if len(text.encode()) <= NAME_IN_CAPITALS_LIMIT and text.isascii() and text.upper() == text and text.isalnum():
                written = "capitals"
            elif " " not in name and len(name.encode()) < NAME_WITH_CAPITAL_LIMIT:
                written = "capital"
            else:
                written = "anyhow"
            rows[(name, index)] = written  # the later spelling of one name decides
    return sorted(((name, index, written) for (name, index), written in rows.items()), key=lambda row: row[0].encode())


def brand_rows(table, operators):
    brands = table["brands"]
    former = perhaps_official(operators, brands)
    domains = sorted((domain, index, part == "likely") for index, brand in enumerate(brands)
                     for part in ("domains", "likely") for domain in brand.get(part, {}))
    if len({domain for domain, _, _ in domains}) != len(domains):
        fail("a domain stands twice in official_domains.json")
    for brand in brands:
        for domain, sources in (brand["domains"] | brand.get("likely", {})).items():
            if not sources or not set(sources) <= set(table["sources"]):
                fail(f"{domain} has no known source")
    for domain, sources in table["namesakes"].items():
        if not sources or not set(sources) <= set(table["sources"]) or domain in {row[0] for row in domains}:
            fail(f"{domain} has no known source, or an owner")
    names = [(name, index, kind[:-1]) for index, brand in enumerate(brands)
             for kind in ("names", "word_names", "short_names") for name in brand.get(kind, [])]
    said = said_rows(brands)
    pool = Pool([brand[key] for brand in brands for key in ("id", "name")] + [domain for domain, _, _ in domains]
                + [name for name, _, _ in names] + [text for text, _, _ in said] + [domain for domain, _ in former])
    rows = "".join(f"    {{{pool.place(brand['id'])}, {pool.place(brand['name'])}, "
                   f"{quoted(brand.get('country', ''))}, {str(brand['scope'] == 'world').lower()}}},\n"
                   for brand in brands)
    body = (pool.declaration("brand_texts")
            + "\nstruct BrandText {\n    std::uint16_t begin;\n    std::uint8_t length;\n};\n\n"
            "struct BrandRow {\n    BrandText id;\n    BrandText name;\n    char country[3];\n    bool world;\n};\n"
            f"inline constexpr BrandRow brand_rows[] = {{\n{rows}}};\n\n"
            "struct BrandDomainRow {\n    BrandText domain;\n    std::uint8_t brand;\n    bool likely;\n};\n/// Sorted.\n"
            "inline constexpr BrandDomainRow brand_domain_rows[] = {\n"
            + "".join(f"    {{{pool.place(domain)}, {index}, {str(likely).lower()}}},\n"
                      for domain, index, likely in domains) + "};\n\n"
            "enum class NameKind : std::uint8_t { name, word_name, short_name };\n\n"
            "struct BrandNameRow {\n    BrandText name;\n    std::uint8_t brand;\n    NameKind kind;\n};\n"
            "inline constexpr BrandNameRow brand_name_rows[] = {\n"
            + "".join(f"    {{{pool.place(name)}, {index}, NameKind::{kind}}},\n" for name, index, kind in names)
            + "};\n\n/// How a name must be written to be one: in any way, with a capital first, in capitals.\n"
            "enum class NameWritten : std::uint8_t { anyhow, capital, capitals };\n\n"
            "struct BrandSaidRow {\n    BrandText text;\n    std::uint8_t brand;\n    NameWritten written;\n};\n"
            "/// Plain, as messages are compared: lower case, no marks. Sorted.\n"
            "inline constexpr BrandSaidRow brand_said_rows[] = {\n"
            + "".join(f"    {{{pool.place(text)}, {index}, NameWritten::{written}}},\n" for text, index, written in said)
            + "};\n\n"
            "/// Domains of designated operators that are not verified or are no longer theirs. Sorted.\n"
            "struct FormerDomainRow {\n    BrandText domain;\n    char country[3];\n};\n"
            "inline constexpr FormerDomainRow former_domain_rows[] = {\n"
            + "".join(f"    {{{pool.place(domain)}, {quoted(country)}}},\n" for domain, country in former) + "};\n\n"
            + sorted_words("namesakes", table["namesakes"], "Domains of others that hold a brand's name. Sorted.")
            + f"inline constexpr std::string_view official_domains_as_of = {quoted(table['as_of'])};\n")
    return header(["official_domains", "operators"], body)


# ---- message_cues.json -------------------------------------------------------------------------------------------


def cue_kinds(cues):
    return ("// Made from data/message_cues.json by cmake/tables_messages.py; change the rows there.\n#pragma once\n\n"
            "#include <cstdint>\n\nnamespace postal {\n\n" + enumeration("MessageCue", cues["kinds"])
            + f"inline constexpr int message_cue_count = {len(cues['kinds'])};\n\n}}  // namespace postal\n")


def cue_rows(cues):
    kinds = {}
    for kind, languages in cues["kinds"].items():
        for phrases in languages.values():
            for phrase in phrases:
                if phrase != phrase.lower():
                    fail(f"phrases are lower case: {phrase}")
                kinds.setdefault(phrase, set()).add(kind)
    names = list(cues["kinds"])
    texts = {}  # the same words may belong to several kinds: one row each
    for phrase, found in kinds.items():
        texts.setdefault(phrase.rstrip("*"), []).extend((names.index(kind), phrase.endswith("*")) for kind in found)
    pool = "".join(sorted(texts, key=str.encode))
    rows, begin = "", 0
    for text in sorted(texts, key=str.encode):
        length = len(text.encode())
        if length > CUE_MATCH_LIMIT:
            fail(f"too long: {text}")
        for kind, open_end in sorted(texts[text]):
            rows += f"    {{{begin}, {length}, MessageCue::{identifier(names[kind])}, {str(open_end).lower()}}},\n"
        begin += length
    lines = []
    line = ""
    for text in sorted(texts, key=str.encode):
        if len(line) + len(text) > 100:
            lines.append(line)
            line = ""
        line += text
    lines.append(line)
    body = ("inline constexpr std::string_view cue_texts =\n    " + "\n    ".join(map(quoted, lines)) + ";\n\n"
            "struct CueRow {\n    std::uint16_t begin;\n    std::uint8_t length;\n    MessageCue kind;\n"
            f"    bool open_end;\n}};\n/// Sorted by text.\ninline constexpr CueRow cue_rows[] = {{\n{rows}}};\n\n")
    body += sorted_words("trade_words", words_of(cues["trade_words"]), "Words that names of posts are joined with.")
    body += sorted_words("joining_words", words_of(cues["joining_words"]), "Further words in made-up host names.")
    body += sorted_words("generic_names", words_of(cues["generic_names"]), "Names too common to be taken as one post's.")
    body += sorted_words("cheap_endings", words_of(cues["cheap_endings"]), "Endings many made-up hosts have.")
    return header(["message_cues"], body, "postal/generated/message_cues.h")


def main():
    data, output = Path(sys.argv[1]), Path(sys.argv[2])
    cues = read(data, "message_cues.json")
    files = {
        "suffix_rows.h": suffix_rows(read(data, "public_suffixes.json"), read(data, "link_shorteners.json")),
        "character_rows.h": character_rows(read(data, "host_characters.json"), read(data, "confusables.json")),
        "brand_rows.h": brand_rows(read(data, "official_domains.json"), read(data, "operators.json")["operators"]),
        "message_cues.h": cue_kinds(cues),
        "cue_rows.h": cue_rows(cues),
    }
    output.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (output / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
