// What holds for every Screen that can be reached.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "app/screen.h"
#include "app/state.h"
#include "app/words.h"
#include "postal/designated_operator.h"
#include "postal/item.h"

namespace screen_check {

using namespace app;

/// The first thing that is wrong with a Screen; empty when nothing is.
class Inspector {
public:
    Inspector(const State& state, const Screen& screen) : state_(state), screen_(screen) {}

    std::string complaint() {
        visit(screen_.root, nullptr);
        if (status_count_ != 1) complain("status parts: " + std::to_string(status_count_));
        if (main_count_ != 1) complain("main parts: " + std::to_string(main_count_));
        if (screen_.title.empty() || contains(screen_.title, '{')) complain("title: " + screen_.title);
        for (const std::string_view key : described_by_)
            if (!keys_.contains(key))
                complain("a field points to a Part that is not there: " + std::string(key));
        return complaint_;
    }
    std::size_t parts_in_list() const { return parts_in_list_; }

private:
    static bool contains(std::string_view text, char c) { return text.find(c) != text.npos; }
    static bool starts_character(std::string_view text, std::size_t at) {
        return at == text.size() ||
               (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
    }
    void complain(std::string words) {
        if (complaint_.empty()) complaint_ = std::move(words);
    }

    /// What a screen reader calls it: its name, its text, or the texts in it.
    static bool has_name(const Part& part) {
        return !part.name.empty() || !part.text.empty() || std::ranges::any_of(part.parts, has_name);
    }

    void visit(const Part& part, const Part* parent) {
        if (part.key.empty()) complain("no key: " + part.text);
        if (!keys_.insert(part.key).second) complain("two Parts with the key " + part.key);
        if (part.role == Role::status) ++status_count_;
        if (part.role == Role::main) ++main_count_;
        if (contains(part.text, '{') || contains(part.name, '{')) complain("not filled in: " + part.text);
        visit_control(part, parent);
        if (part.field) visit_field(part);
        if (part.list) visit_list(part);
        if (part.look == Look::item_row && part.role == Role::list_item) visit_row(part);
        for (const Part& child : part.parts) visit(child, &part);
    }

    void visit_control(const Part& part, const Part* parent) {
        const bool is_control = part.role == Role::button || part.role == Role::checkbox ||
                                part.role == Role::option || part.role == Role::dialog ||
                                part.role == Role::link || part.role == Role::field;
        const bool is_named = is_control || part.role == Role::region || part.role == Role::list ||
                              part.role == Role::heading || part.role == Role::progress;
        if (is_named && !has_name(part)) complain("without a name: " + part.key);
        const bool is_pressed =
            part.role == Role::button || part.role == Role::checkbox || part.role == Role::option;
        if (is_pressed != part.press.has_value()) complain("press: " + part.key);
        if ((part.role == Role::link) == part.href.empty()) complain("href: " + part.key);
        if ((part.role == Role::field) != part.field.has_value()) complain("field: " + part.key);
        if (part.role == Role::link) visit_link(part);
        if (part.role == Role::heading && (part.level < 1 || part.level > 6)) complain("level: " + part.key);
        if (part.role == Role::list_item && (!parent || parent->role != Role::list))
            complain("list item outside a list: " + part.key);
        if (part.set_position > part.set_size) complain("position: " + part.key);
    }

    void visit_link(const Part& part) {
        const bool known = part.href.starts_with("https://") || part.href.starts_with("http://") ||
                           part.href.starts_with("tel:");
        if (!known) complain("link: " + part.href);
        if (contains(part.href, '{') || contains(part.href, ' ')) complain("link: " + part.href);
        const bool names_number = part.href.find(state_.selected) != std::string::npos;
        const bool may = part.href.starts_with("https://") && !postal::is_sample(state_.selected);
        if (!state_.selected.empty() && names_number && !may) complain("number given to " + part.href);
    }

    void visit_field(const Part& part) {
        const FieldFacts& facts = *part.field;
        if (facts.caret > facts.value.size() || !starts_character(facts.value, facts.caret))
            complain("caret: " + part.key);
        const auto characters = static_cast<std::size_t>(std::ranges::count_if(
            facts.value, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
        if (std::size_t{facts.mark_begin} + facts.mark_length > characters) complain("mark: " + part.key);
        if (!facts.described_by.empty()) described_by_.push_back(facts.described_by);
        const bool is_choice = facts.kind == FieldKind::choice;
        if (is_choice == facts.choices.empty()) complain("choices: " + part.key);
        if (is_choice && std::ranges::find(facts.choices, facts.value, &Choice::value) == facts.choices.end())
            complain("a value that cannot be chosen: " + part.key);
    }

    void visit_list(const Part& part) {
        const ListFacts& facts = *part.list;
        const auto rows =
            static_cast<std::uint32_t>(std::ranges::count(part.parts, Look::item_row, &Part::look));
        if (facts.row_count != state_.order.entries.size()) complain("row_count");
        if (rows == 0 || facts.first + rows > facts.row_count) complain("rows of the window");
        if (facts.groups.empty() || facts.groups.front().first_row != 0) complain("groups");
        for (std::size_t i = 1; i < facts.groups.size(); ++i)
            if (facts.groups[i].first_row <= facts.groups[i - 1].first_row) complain("order of groups");
        parts_in_list_ = count(part);
    }

    void visit_row(const Part& row) {
        if (row.parts.size() != 1 || row.parts[0].parts.size() != (state_.settings.compact_rows ? 4u : 6u))
            return complain("row: " + row.key);
        const bool sample = row.key.ends_with("XX");
        const bool marked = row.parts[0].parts[2].text.starts_with(say(Word::sample_chip));
        if (sample != marked) complain("sample not marked, or what is none: " + row.key);
    }

    static std::size_t count(const Part& part) {
        std::size_t all = 1;
        for (const Part& child : part.parts) all += count(child);
        return all;
    }

    const State& state_;
    const Screen& screen_;
    std::unordered_set<std::string_view> keys_;
    std::vector<std::string_view> described_by_;
    std::size_t status_count_ = 0, main_count_ = 0, parts_in_list_ = 0;
    std::string complaint_;
};

inline std::string complaint(const State& state, const Screen& screen) {
    return Inspector(state, screen).complaint();
}

}  // namespace screen_check
