// What was read in an answer, handed from one wasm of the site to the other: the record of an item with one
// source (formats/saved_item.h), of which events, countries, outcome and fault count.
#pragma once

#include <string>
#include <string_view>

#include "formats/answer.h"

namespace formats {

std::string write_answer_record(const ReadAnswer& answer, std::string_view number);

/// broken_json when `record` is no such record, wrong_number when it is one of another item.
ReadAnswer read_answer_record(std::string_view record, std::string_view number);

}  // namespace formats
