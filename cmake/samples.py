#!/usr/bin/env python3
"""shell/serve/samples.json -> C++: the samples the app offers (group "journey"), each with the sentence
sample_label_<scenario> as its label. Usage: samples.py HEADER JSON"""
import json
import pathlib
import sys

header, source = map(pathlib.Path, sys.argv[1:])
rows = [row for row in json.loads(source.read_text(encoding="utf-8")) if row["group"] == "journey"]
table = "".join(f"    {{{json.dumps(row['number'])}, Word::sample_label_{row['scenario'].replace('-', '_')}}},\n"
                for row in rows)
header.write_text(
    "#pragma once\n#include <string_view>\n#include \"app/generated/word_ids.h\"\nnamespace app {\n"
    "struct Sample {\n    std::string_view number;\n    Word label;\n};\n"
    f"inline constexpr Sample samples[] = {{\n{table}}};\n}}  // namespace app\n", encoding="utf-8")
