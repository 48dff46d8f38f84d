// The rows behind brand.h, for the files that look through all of them.
#pragma once

#include <string_view>

#include "postal/generated/brand_rows.h"

namespace postal {

constexpr std::string_view text_of(BrandText place) { return brand_texts.substr(place.begin, place.length); }

}  // namespace postal
