// Random windows and appearances for random Screens, and what holds for the places of every drawn Screen.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "tests/app/random_actions.h"
#include "tests/view/drawing.h"

namespace random_draw {

using namespace driver;
using drawing::Window;
using view::Placement;
using view::Rect;

inline constexpr float least_width = 24;  // WCAG 2.2, 2.5.8
inline constexpr float rounding = 0.6f;   // of positions to whole device pixels

inline bool overlap(const Rect& a, const Rect& b) {
    return a.x + rounding < b.x + b.width && b.x + rounding < a.x + a.width &&
           a.y + rounding < b.y + b.height && b.y + rounding < a.y + a.height;
}

inline bool is_within(const Rect& inner, const Rect& outer) {
    return inner.x >= outer.x - rounding && inner.x + inner.width <= outer.x + outer.width + rounding;
}

inline std::string text_of(const Rect& rect) {
    return "(" + std::to_string(rect.x) + " " + std::to_string(rect.y) + " " + std::to_string(rect.width) +
           " " + std::to_string(rect.height) + ")";
}

using Parents = std::unordered_map<const Part*, const Part*>;
inline void gather(const Part& part, Parents& parents) {
    for (const Part& child : part.parts) {
        parents[&child] = &part;
        gather(child, parents);
    }
}

inline bool is_inert(const Part* part, const Parents& parents) {
    while (part && !part->inert) {
        const auto parent = parents.find(part);
        part = parent == parents.end() ? nullptr : parent->second;
    }
    return part != nullptr;
}

/// What is wrong with where things lie; empty when nothing is.
inline std::string misplaced(const Window& window, const Rect& page, const view::Appearance& appearance) {
    std::unordered_map<const Part*, const Placement*> places;
    Parents parents;
    gather(window.screen.root, parents);
    std::vector<const Placement*> buttons;
    for (const Placement& one : window.drawn.placements) {
        const std::string where = one.part->key + " " + text_of(one.rect);
        if (one.is_label) {
            const Placement& field = *places.at(one.part);
            if (overlap(one.rect, field.rect)) return "the label lies over its field: " + where;
            if (!is_within(one.rect, field.rect)) return "the label is wider than its field: " + where;
            continue;
        }
        if (!places.emplace(one.part, &one).second) return "placed twice: " + where;
        if (!std::isfinite(one.rect.x + one.rect.y + one.rect.width + one.rect.height) ||
            one.rect.width < 0 || one.rect.height < 0)
            return "not a place: " + where;
        if (!is_within(one.clip, page)) return "clip outside the page: " + where;
        const bool is_container = one.font_size == 0 && !one.part->press && !one.part->field;
        if (!is_container && !is_within(one.rect, one.clip))
            return "outside its clip " + text_of(one.clip) + ": " + where;
        for (const Part* parent = parents[one.part]; parent; parent = parents[parent]) {
            const auto place = places.find(parent);
            if (place == places.end()) continue;
            if (!is_within(one.rect, place->second->rect))
                return "outside " + parent->key + " " + text_of(place->second->rect) + ": " + where;
            break;
        }
        const bool is_link = !one.part->href.empty();
        // What lies behind a dialog is covered by it.
        if ((one.part->press || is_link) && !is_inert(one.part, parents)) buttons.push_back(&one);
        const float least = appearance.coarse_pointer ? 44 : least_width;
        if (is_link && (one.rect.height < least || one.rect.width < least))
            return "too small a link: " + where;
        const float least_height = (appearance.coarse_pointer ? 44.f : 34.f) - 0.01f;
        if (one.part->press && (one.rect.height < least_height || one.rect.width < least))
            return "too small to be pressed: " + where;
        if (one.part->field && (one.rect.height < least_height || one.rect.width < 3 * least_width))
            return "too small to be written in: " + where;
    }
    for (std::size_t i = 0; i < buttons.size(); ++i)
        for (std::size_t k = i + 1; k < buttons.size(); ++k)
            if (overlap(buttons[i]->rect, buttons[k]->rect) && buttons[i]->clip == buttons[k]->clip)
                return buttons[i]->part->key + " lies upon " + buttons[k]->part->key;
    for (const auto& [part, parent] : parents) {
        const bool is_control = part->press || part->field || !part->href.empty();
        if (is_control && !places.contains(part)) return "nowhere: " + part->key;
    }
    return {};
}

inline view::Appearance some_appearance(random_actions::Story& story) {
    view::Appearance appearance;
    appearance.theme = static_cast<view::Theme>(story.below(5));
    appearance.coarse_pointer = story.once_in(2);
    constexpr float scales[] = {1, 1, 1.25f, 1.5f, 2};
    appearance.text_scale = scales[story.below(5)];
    return appearance;
}

inline Rect some_window(random_actions::Story& story) {
    constexpr float widths[] = {320, 360, 390, 600, 768, 899, 900, 1280, 1920, 2560};
    constexpr float heights[] = {400, 568, 844, 800, 1440};
    return {0, 0, widths[story.below(10)], heights[story.below(5)]};
}

}  // namespace random_draw
