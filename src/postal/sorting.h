// Sorting in few bytes: the library's sorts are made for millions of elements and take two kilobytes of the
// download each time they are used.
#pragma once

#include <algorithm>
#include <utility>

namespace postal {

/// Stable. For lists that are short or nearly sorted: its time grows with the square of what stands wrong.
template <class List, class Before>
void sort_few(List& list, Before before) {
    for (auto next = list.begin(); next != list.end(); ++next)
        for (auto at = next; at != list.begin() && before(*at, *(at - 1)); --at) std::swap(*at, *(at - 1));
}

/// Not stable; n log n for any list.
template <class List, class Before>
void sort_many(List& list, Before before) {
    std::make_heap(list.begin(), list.end(), before);
    std::sort_heap(list.begin(), list.end(), before);
}

}  // namespace postal
