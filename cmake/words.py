#!/usr/bin/env python3
"""src/app/words/<language>.json -> C++: the ids as an enum, the sentences as a table in the same order.

A sentence is a string, or {"one": …, "other": …} where it counts something. {name} marks what is filled in.
Usage: words.py IDS_HEADER TABLE_HEADER LANGUAGE_FILE
"""
import json
import pathlib
import sys


def literal(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def main() -> None:
    ids_header, table_header, language_file = map(pathlib.Path, sys.argv[1:])
    words = json.loads(language_file.read_text(encoding="utf-8"))
    rows = [(key, value) if isinstance(value, dict) else (key, {"one": "", "other": value})
            for key, value in words.items()]
    ids = "".join(f"    {key},\n" for key, _ in rows)
    ids_header.write_text(
        "#pragma once\n#include <cstdint>\nnamespace app {\nenum class Word : std::uint16_t {\n"
        f"{ids}}};\ninline constexpr std::uint16_t word_count = {len(rows)};\n}}  // namespace app\n",
        encoding="utf-8")
    table = "".join(f"    {{{literal(row['one'])}, {literal(row['other'])}}},\n" for _, row in rows)
    table_header.write_text(
        f"#pragma once\n#include \"app/words.h\"\nnamespace app {{\n"
        f"inline constexpr Sentence sentences[word_count] = {{\n{table}}};\n}}  // namespace app\n",
        encoding="utf-8")


if __name__ == "__main__":
    main()
