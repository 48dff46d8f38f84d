"""What every table is made of: errors, names, pools of text, headers."""

import json
import re
import sys

CPP_WORDS = {"export", "default", "register", "return", "new", "delete", "public", "private"}


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
