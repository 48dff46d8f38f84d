// A document the second wasm has made: sections as cards, deadlines as counters, tables, texts to be copied.
#include "app/families.h"
#include "app/parts.h"
#include "app/present_parts.h"
#include "formats/document.h"

namespace app {

namespace {

using formats::BlockKind;
using formats::DocumentBlock;
using formats::DocumentStyle;

constexpr Tone tones[] = {Tone::ink, Tone::quiet, Tone::attention, Tone::ink};

/// A text Part for each line that is not empty.
void add_lines(Part& column, const std::string& key, std::string_view lines, Tone rest) {
    Tone tone = Tone::ink;
    for (std::size_t i = 0; !lines.empty(); ++i) {
        const std::size_t end = lines.find('\n');
        if (end != 0)
            put(column, text(Look::card_text, key + "/" + std::to_string(i),
                             std::string(lines.substr(0, end)), tone));
        tone = rest;
        lines.remove_prefix(end == lines.npos ? lines.size() : end + 1);
    }
}

void add_deadline(Part& card, const std::string& key, const DocumentBlock& block) {
    Part column = group(Look::tight_column, key);
    add_text(column, Look::title, "/counter", std::string(block.fields[0]),
             tones[static_cast<int>(block.style)]);
    add_lines(column, key, block.fields[1], Tone::quiet);
    put(card, std::move(column));
}

void add_row(Part& card, const std::string& key, const DocumentBlock& block) {
    const bool is_head = block.kind == BlockKind::table_head;
    if (is_head) put(card, part(Role::table, Look::column, key + "/table"));
    if (card.parts.empty() || card.parts.back().role != Role::table) return;
    Part row = part(Role::table_row, Look::columns, key);
    for (std::size_t i = 0; i < block.count; ++i) {
        Part cell =
            part(is_head ? Role::column_head : Role::cell, Look::tight_column, key + "/" + std::to_string(i));
        add_lines(cell, cell.key, block.fields[i], Tone::secondary);
        if (is_head)
            for (Part& words : cell.parts) words.strong = true;
        put(row, std::move(cell));
    }
    put(card.parts.back(), std::move(row));
}

void add_copyable(Part& card, const std::string& key, const DocumentBlock& block) {
    Part column = group(Look::tight_column, key);
    put(column, button(Look::plain_button, key + "/copy", say(Word::copy_button, {{"what", block.fields[1]}}),
                       TextCopied{std::string(block.fields[2])}));
    add_lines(column, key, block.fields[2], Tone::ink);
    put(card, std::move(column));
}

void add_block(Part& card, const State& state, const std::string& key, const DocumentBlock& block) {
    switch (block.kind) {
        case BlockKind::heading:
            put(card, heading(3, Look::section, key, std::string(block.fields[0])));
            break;
        case BlockKind::sentence:
            put(card, text(block.style == DocumentStyle::lead ? Look::sentence : Look::card_text, key,
                           std::string(block.fields[0]), tones[static_cast<int>(block.style)]));
            break;
        case BlockKind::deadline: add_deadline(card, key, block); break;
        case BlockKind::table_head:
        case BlockKind::table_row: add_row(card, key, block); break;
        case BlockKind::text: add_copyable(card, key, block); break;
        case BlockKind::post: add_official_post(card, state, key, block.fields[0]); break;
    }
}

}  // namespace

std::string document_summary(const State& state) {
    const auto blocks = formats::read_document(state.document.text);
    return blocks ? std::string(blocks->front().fields[0]) : check_state_words(state.document.check);
}

Part present_document(const State& state, const postal::Item& item) {
    const bool is_evidence = state.page == Page::evidence;
    const std::string title = say(is_evidence ? Word::evidence_title : Word::enquiry_title);
    Part made = region(Look::column, "document", title);
    Part card = group(Look::tight_column, "document/top");
    put(card, heading(2, Look::title, "document/title", title));
    Part row = group(Look::wrap_row, "document/actions");
    Part back =
        button(Look::quiet_button, "document/back", item_title(item), PageOpened{Page::item, item.number});
    back.icon = Icon::back;
    put(row, std::move(back));
    const auto blocks = formats::read_document(state.document.text);
    if (is_evidence && blocks)
        put(row, button(Look::plain_button, "document/print", say(Word::print_button),
                        KeyPressed{Key::print, {}, true}));
    put(card, std::move(row));
    add_check_state(card, "document", state.document.check, state.page);
    for (std::size_t i = 0; blocks && i < blocks->size(); ++i) {
        const DocumentBlock& block = (*blocks)[i];
        const std::string key = "document/" + std::to_string(i);
        if (block.kind == BlockKind::heading) {
            put(made, std::move(card));
            card = group(Look::card, key + "/card");
        }
        add_block(card, state, key, block);
    }
    put(made, std::move(card));
    return made;
}

}  // namespace app
