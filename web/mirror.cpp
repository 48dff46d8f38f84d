#include "web/mirror.h"

#include <emscripten/em_macros.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "web/canvas.h"
#include "web/inbox.h"

extern "C" {
void mirror_start();
void mirror_show(const char* records, std::size_t size);
void mirror_place(const float* boxes, std::size_t count);
int mirror_focused();
bool mirror_focus_is_visible();
void mirror_focus(std::size_t node);
void mirror_set_plain_view(bool on);
}

namespace web::mirror {

namespace {

/// One per Part in the DOM, in the order of the document; JavaScript knows a node by its place here.
struct Node {
    std::string key;
    std::optional<app::Action> press;
    bool enabled = true;
    std::optional<app::FieldId> field;
};

std::vector<Node> nodes;
std::string shown;          ///< the records JavaScript has
std::vector<float> placed;  ///< the boxes JavaScript has; empty: they are to be told again
bool plain_view = false;
bool shows_all_for_print = false;

// The Screen as text for JavaScript: records in the order of the document, each a list of columns.
constexpr char column_end = '\x1f';
constexpr char record_end = '\x1e';

std::size_t utf16_units(std::string_view text) {
    std::size_t units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2 : 1;
    }
    return units;
}

/// Where the first `units` UTF-16 units of `text` end, in bytes.
std::size_t bytes_of_units(std::string_view text, std::size_t units) {
    std::size_t at = 0;
    while (at < text.size() && units > 0) {
        const auto byte = static_cast<unsigned char>(text[at]);
        units -= std::min<std::size_t>(units, byte >= 0xF0 ? 2 : 1);
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    }
    return at;
}

/// Received text may hold anything; a control character in it must not end a column.
void write(std::string& out, std::string_view text) {
    for (const char c : text) out += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
    out += column_end;
}

void write(std::string& out, std::size_t number) { write(out, std::to_string(number)); }

/// One letter for each thing that is so; js/mirror.js reads them. 'l': its choices are languages, each named
/// in its own.
std::string flags_of(const app::Part& part) {
    std::string flags;
    if (!part.enabled) flags += 'd';
    if (part.selected) flags += 's';
    if (part.expanded) flags += *part.expanded ? 'e' : 'c';
    if (part.busy) flags += 'b';
    if (part.press) flags += 'p';
    if (part.field && part.field->invalid) flags += 'i';
    if (part.inert) flags += 'n';
    if (part.field && part.field->id == app::FieldId::language) flags += 'l';
    // The pieces of this one make a word: nothing stands between them.
    if (part.look == app::Look::joined_row || part.look == app::Look::passport) flags += 'w';
    return flags;
}

void write_field(std::string& out, const app::FieldFacts& field) {
    write(out, static_cast<std::size_t>(field.kind));
    write(out, field.value);
    write(out, utf16_units(std::string_view(field.value).substr(0, field.caret)));
    write(out, field.placeholder);
    write(out, field.limit);
    write(out, field.described_by);
    for (const app::Choice& choice : field.choices) {
        write(out, choice.value);
        write(out, choice.label);
    }
}

void flatten(const app::Part& part, std::size_t depth, std::string& out) {
    const bool says_nothing = part.role == app::Role::inline_text && part.text.empty() && part.parts.empty();
    if (part.role == app::Role::picture || says_nothing) return;
    nodes.push_back({part.key, part.press, part.enabled, {}});
    write(out, depth);
    write(out, static_cast<std::size_t>(part.role));
    write(out, flags_of(part));
    write(out, part.level);
    write(out, part.key);
    write(out, part.text);
    write(out, part.name);
    write(out, part.href);
    write(out, part.set_size);
    write(out, part.set_position);
    write(out, part.language);
    if (part.field) {
        nodes.back().field = part.field->id;
        write_field(out, *part.field);
    }
    out.back() = record_end;
    for (const app::Part& child : part.parts) flatten(child, depth + 1, out);
}

Node* find_node(std::string_view key) {
    const auto found = std::ranges::find(nodes, key, &Node::key);
    return found == nodes.end() ? nullptr : &*found;
}

/// Text typed since the last frame may decide whether a button is enabled: it is heard first.
void settle() {
    if (!inbox::is_empty()) canvas::run_frame_now();
}

}  // namespace

void start() { mirror_start(); }

void show(const app::Screen& screen) {
    nodes.clear();
    std::string records;
    records.reserve(shown.size() + 256);
    flatten(screen.root, 0, records);
    if (!records.empty()) records.pop_back();
    if (records == shown) return;
    shown = std::move(records);
    placed.clear();
    mirror_show(shown.data(), shown.size());
}

void place(const std::vector<view::Placement>& placements) {
    if (plain_view) return;  // the page lies as the browser lays it
    static std::vector<float> boxes;
    boxes.clear();
    std::size_t at = 0;
    for (const view::Placement& placement : placements) {
        // Both lists are in the order of the document, so the search mostly ends at its first step.
        std::size_t steps = 0;
        while (steps < nodes.size() && nodes[at % nodes.size()].key != placement.part->key) ++at, ++steps;
        if (steps == nodes.size()) continue;
        at %= nodes.size();
        const auto& [part, rect, clip, font_size, line_height, text_x, text_y, mono, strong, is_label] =
            placement;
        boxes.insert(boxes.end(),
                     {static_cast<float>(at), rect.x, rect.y, rect.width, rect.height, clip.x, clip.y,
                      clip.width, clip.height, font_size, line_height, text_x, text_y,
                      static_cast<float>((mono ? 1 : 0) + (strong ? 2 : 0) + (is_label ? 4 : 0))});
    }
    if (boxes == placed) return;
    placed = boxes;
    mirror_place(boxes.data(), boxes.size());
}

std::string_view focused_key() {
    const int node = mirror_focused();
    return node < 0 ? std::string_view() : nodes[static_cast<std::size_t>(node)].key;
}

bool focus_is_visible() { return mirror_focus_is_visible(); }

void focus(std::string_view key) {
    const Node* node = find_node(key);
    if (!node) node = find_node("main");
    if (node) mirror_focus(static_cast<std::size_t>(node - nodes.data()));
}

void set_plain_view(bool on) {
    plain_view = on;
    placed.clear();
    // While printing the Screen shows everything, but what is on the screen of the device stays as it was.
    mirror_set_plain_view(on && !shows_all_for_print);
    canvas::wake();
}

}  // namespace web::mirror

using namespace web;
using namespace web::mirror;

extern "C" {

EMSCRIPTEN_KEEPALIVE void postwatch_mirror_press(std::size_t index) {
    if (index >= nodes.size()) return;
    const std::string key = nodes[index].key;
    settle();
    const Node* node = find_node(key);
    if (!node || !node->enabled || !node->press) return;
    inbox::put(*node->press);
    canvas::run_frame_now();
}

EMSCRIPTEN_KEEPALIVE void postwatch_mirror_typed(std::size_t index, const char* text,
                                                 std::size_t caret_units) {
    if (index >= nodes.size() || !nodes[index].field) return;
    const std::string_view typed(text);
    inbox::put(app::FieldTyped{*nodes[index].field, std::string(typed), bytes_of_units(typed, caret_units)});
}

EMSCRIPTEN_KEEPALIVE void postwatch_mirror_settle() { settle(); }

EMSCRIPTEN_KEEPALIVE void postwatch_mirror_key(app::Key key) {
    settle();
    inbox::put(app::KeyPressed{key, std::string(focused_key()), false});
    canvas::run_frame_now();
}

EMSCRIPTEN_KEEPALIVE void postwatch_mirror_focus_moved() { canvas::wake(); }

/// A long list stands in the Screen only as far as it is to be seen; on paper it is to be seen whole, as in
/// the plain view.
EMSCRIPTEN_KEEPALIVE void postwatch_mirror_printing(bool begins) {
    if (begins == shows_all_for_print || (begins && plain_view)) return;
    if (begins) shows_all_for_print = true;
    inbox::put(app::PlainViewToggled{});
    canvas::run_frame_now();
    if (!begins) shows_all_for_print = false;
}

}  // extern "C"
