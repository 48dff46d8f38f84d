#!/usr/bin/env python3
"""src/app/words/<language>.json -> what the program is built with, and the text the page fetches for each language.

A file holds the language's own name ("@name"), its plural rule ("@plurals", see src/app/plurals.h), and the sentences by
their ids. A sentence is a string, or, where it counts something, one string for each form of the rule, in its order;
with only one form it is a string there too. {name} marks what is filled in. The first file says which ids there are.

    word_ids.h     enum Word, and the stamp that pairs a text with a program
    languages.h    the languages there are, with their own names
    word_texts.h   the texts themselves, for tests
    words.<language>.txt   a head (mark, stamp, language, rule), then a line for each id; forms are parted by tabs

Usage: words.py FOLDER LANGUAGE_FILE...
"""
import hashlib
import json
import pathlib
import re
import sys

MARK = "postwatch-words"
FORMS = {"other": ["other"], "one_other": ["one", "other"], "french": ["one", "other"],
         "czech": ["one", "few", "other"], "polish": ["one", "few", "many"], "east_slavic": ["one", "few", "many"]}


def literal(text):
    return json.dumps(text, ensure_ascii=False)


def write(path, text):
    """Only what has changed is compiled again."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")


class Language:
    def __init__(self, file):
        self.tag = file.stem
        entries = json.loads(file.read_text(encoding="utf-8"))
        self.name, self.rule = entries.pop("@name"), entries.pop("@plurals")
        self.sentences = {word: self.forms(word, sentence) for word, sentence in entries.items()}

    def forms(self, word, sentence):
        if isinstance(sentence, dict) and list(sentence) != FORMS[self.rule]:
            sys.exit(f"words.py: {self.tag}: {word}: the forms of {self.rule} are {', '.join(FORMS[self.rule])}")
        forms = list(sentence.values()) if isinstance(sentence, dict) else [sentence]
        if any(not form or re.search(r"[\x00-\x1f]", form) for form in forms):
            sys.exit(f"words.py: {self.tag}: {word}: empty, or with a control character")
        return forms

    def text(self, words, stamp, mark=MARK):
        if self.sentences.keys() != set(words):
            odd = ", ".join(sorted(self.sentences.keys() ^ set(words)))
            sys.exit(f"words.py: {self.tag}: the ids are not those of the first language: {odd}")
        lines = ["\t".join([mark, stamp, self.tag, self.rule]), *("\t".join(self.sentences[word]) for word in words)]
        return "".join(line + "\n" for line in lines)


def stamp_of(language):
    """Of the ids in their order and what each is filled with."""
    lines = [word + " " + " ".join(sorted(set(re.findall(r"\{(\w+)\}", " ".join(forms)))))
             for word, forms in language.sentences.items()]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:10]


def header(includes, body):
    return f"#pragma once\n{includes}namespace app {{\n{body}}}  // namespace app\n"


def text_table(kind, name, texts):
    return (f"struct {kind} {{\n    std::string_view tag, text;\n}};\ninline constexpr {kind} {name}[] = {{\n" +
            "".join(f"    {{{literal(tag)},\n" + "".join(f"     {literal(line)}\n" for line in text.splitlines(True)) + "    },\n"
                    for tag, text in texts.items()) + "};\n")


def main():
    folder, *files = map(pathlib.Path, sys.argv[1:])
    languages = [Language(file) for file in files]
    words, stamp = list(languages[0].sentences), stamp_of(languages[0])
    texts = {language.tag: language.text(words, stamp) for language in languages}
    write(folder / "word_ids.h", header(
        "#include <cstdint>\n#include <string_view>\n",
        "enum class Word : std::uint16_t {\n" + "".join(f"    {word},\n" for word in words) +
        f"}};\ninline constexpr std::uint16_t word_count = {len(words)};\n"
        f"inline constexpr std::string_view words_mark = {literal(MARK)}, words_stamp = {literal(stamp)};\n"))
    write(folder / "languages.h", header(
        "#include <string_view>\n",
        "struct Language {\n    std::string_view tag, own_name;\n};\ninline constexpr Language languages[] = {\n" +
        "".join(f"    {{{literal(one.tag)}, {literal(one.name)}}},\n" for one in languages) + "};\n"))
    write(folder / "word_texts.h", header("#include <string_view>\n", text_table("WordText", "word_texts", texts)))
    for tag, text in texts.items():
        write(folder / f"words.{tag}.txt", text)


if __name__ == "__main__":
    main()
