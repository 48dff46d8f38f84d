#!/usr/bin/env python3
"""src/app/words/enquiry/<language>.json -> what the maker of documents is built with.

As words.py, but for the second wasm: the sentences of documents, and behind them those of the program itself that
documents say too (stages, services, papers, contradictions), so that both say the same.

    enquiry_word_ids.h      enum EnquiryWord, and the stamp that pairs a text with a program
    enquiry_word_texts.h    the texts of all languages, each as words.<language>.txt

Usage: document_words.py FOLDER ADVICE_ROWS LANGUAGE_FILE...
"""
import json
import pathlib
import re
import sys

from words import Language, header, literal, stamp_of, text_table, write

MARK = "postwatch-enquiry"
# Of the rules of advice those that stand in documents.
KINDS = ("papers", "warning")
NOT_A_CONTRADICTION = ("never_pay_by_link", "official_only")


class DocumentLanguage(Language):
    def __init__(self, file, advised):
        super().__init__(file)
        program = Language(file.parent.parent / file.name)
        if program.rule != self.rule:
            sys.exit(f"document_words.py: {self.tag}: another plural rule than in the program")
        wanted = {word: forms for word, forms in program.sentences.items()
                  if re.match("(stage|service)_", word) or word in advised}
        if twice := wanted.keys() & self.sentences.keys():
            sys.exit(f"document_words.py: {self.tag}: the program says these already: {', '.join(sorted(twice))}")
        self.sentences |= wanted


def main():
    folder, advice, *files = map(pathlib.Path, sys.argv[1:])
    rules = json.loads(advice.read_text(encoding="utf-8"))["rules"]
    advised = {"advise_" + rule["id"] for rule in rules if rule["kind"] in KINDS and rule["id"] not in NOT_A_CONTRADICTION}
    languages = [DocumentLanguage(file, advised) for file in files]
    words, stamp = list(languages[0].sentences), stamp_of(languages[0])
    texts = {language.tag: language.text(words, stamp, MARK) for language in languages}
    write(folder / "enquiry_word_ids.h", header(
        "#include <cstdint>\n#include <string_view>\n",
        "enum class EnquiryWord : std::uint16_t {\n" + "".join(f"    {word},\n" for word in words) +
        f"}};\ninline constexpr std::uint16_t enquiry_word_count = {len(words)};\n"
        f"inline constexpr std::string_view enquiry_words_mark = {literal(MARK)}, enquiry_words_stamp = {literal(stamp)};\n"))
    write(folder / "enquiry_word_texts.h", header("#include <string_view>\n", text_table("EnquiryWordText", "enquiry_word_texts", texts)))


if __name__ == "__main__":
    main()
