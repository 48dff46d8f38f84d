"""Turns other_families.json and number_words.json into a constexpr table.

Usage: tables_families.py <data folder> <output folder>
"""

import re
import sys
from pathlib import Path

from tables_common import Pool, enumeration, fail, header, identifier, read

ELEMENT = re.compile(r"\[[A-Z0-9]+\]|[dax](\d+)(?:-(\d+))?|[A-Z0-9]+|\||!")
MOST = 40  # no number is longer


def encoded(shape):
    """The shape as text: literals, [set], and class, least, most, the counts as characters from the blank on."""
    text, least, most, skipped, evident = "", 0, 0, 0, False
    for element in shape.split(" "):
        found = ELEMENT.fullmatch(element)
        if not found:
            fail(f"'{element}' is no part of a shape: {shape}")
        if element == "!":
            evident = True
        elif element == "|":
            skipped = least
        elif element[0] in "dax":
            first, last = int(found[1]), int(found[2] or found[1])
            if least != most:
                fail(f"only the last part of a shape has no fixed length: {shape}")
            text += element[0] + chr(32 + first) + chr(32 + last)
            least, most = least + first, most + last
        else:
            text += element
            size = 1 if element[0] == "[" else len(element)
            least, most = least + size, most + size
    if most > MOST:
        text = text[:-1] + chr(ord(text[-1]) - (most - MOST))
        most = MOST
    return text, least, most, skipped, evident


def shape_rows(families):
    rows, texts = "", []
    for index, family in enumerate(families):
        for shape in family["shapes"]:
            text, least, most, skipped, evident = encoded(shape)
            texts.append((index, text, least, most, skipped, evident))
    pool = Pool([row[1] for row in texts])
    for index, text, least, most, skipped, evident in sorted(texts, key=lambda row: (row[0], row[2])):
        rows += (f"    {{{pool.place(text)}, {least}, {most}, {skipped}, {index}, {str(evident).lower()}}},\n")
    return pool, rows


def word_rows(families, words):
    """Each word once, sorted: kind 0 tracking, 1 something else, 2 carrier with its families."""
    rows = {word: (0, 0) for word in words["tracking"]} | {word: (1, 0) for word in words["other"]}
    for index, family in enumerate(families):
        for word in family["words"]:
            rows[word] = (2, rows.get(word, (2, 0))[1] | 1 << index)
    for word in rows:
        if word != word.lower() or len(word.encode()) < 3:
            fail(f"words beside numbers are lower case and three bytes or longer: {word}")
    return sorted(rows.items(), key=lambda row: row[0].encode())


def family_rows_header(data, words):
    families = data["families"]
    if len(families) > 32:
        fail("more than 32 families: a wider set is needed")
    for family in families:
        if family["check"] not in data["checks"] or any(one not in data["sources"] for one in family["sources"]):
            fail(f"the check or a source of {family['id']} is not among those listed")
    shapes, rows = shape_rows(families)
    words_of = word_rows(families, words)
    texts = Pool([family[name] for family in families for name in ("id", "who")]
                 + [word.rstrip("*") for word, _ in words_of])
    facts = "".join(f"    {{{texts.place(family['id'])}, {texts.place(family['who'])}, "
                    f"NumberCheckRule::{identifier(family['check'])}, HandOver::{identifier(family['hand_over'])}}},\n"
                    for family in families)
    lines = "".join(f"    {{{texts.place(word.rstrip('*'))}, WordKind::{('tracking', 'other', 'carrier')[kind]}, "
                    f"{str(word.endswith('*')).lower()}, {named}U}},\n" for word, (kind, named) in words_of)
    body = ("{\n\n" + texts.declaration("family_texts") + "\n" + shapes.declaration("family_shape_texts")
            + "\nstruct FamilyText {\n    std::uint16_t begin;\n    std::uint8_t length;\n};\n\n"
            + enumeration("NumberCheckRule", data["checks"])
            + "struct FamilyRow {\n    FamilyText id;\n    FamilyText who;\n    NumberCheckRule check;\n    HandOver hand_over;\n};\n"
            + f"\ninline constexpr FamilyRow family_rows[] = {{\n{facts}}};\n"
            + "\nstruct FamilyShapeRow {\n    FamilyText shape;\n    std::uint8_t least;\n    std::uint8_t most;\n"
            + "    std::uint8_t unchecked;  ///< characters before those the check is made of\n    std::uint8_t family;\n"
            + "    bool self_evident;\n};\n"
            + f"\ninline constexpr FamilyShapeRow family_shape_rows[] = {{\n{rows}}};\n"
            + "\nenum class WordKind : std::uint8_t { tracking, other, carrier };\n"
            + "\nstruct NumberWordRow {\n    FamilyText text;\n    WordKind kind;\n    bool open_end;\n"
            + "    std::uint32_t families;  ///< one bit each\n};\n"
            + f"\n/// Sorted by bytes.\ninline constexpr NumberWordRow number_word_rows[] = {{\n{lines}}};\n")
    return header("other_families.json and data/number_words.json", body, "postal/other_number.h")


def main():
    data, output = Path(sys.argv[1]), Path(sys.argv[2])
    output.mkdir(parents=True, exist_ok=True)
    text = family_rows_header(read(data, "other_families.json"), read(data, "number_words.json"))
    (output / "family_rows.h").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
