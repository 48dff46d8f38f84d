// UPU Global Track & Trace, method ItemTTWithTrans. Its shape and habits, with sources: docs/sources.md.
#pragma once

#include <string_view>

#include "formats/answer.h"

namespace formats {

/// The body of an answer with status 200: an array with one object {ID, OriginCountryCd,
/// DestinationCountryCd, Events: [{EventCd, EventNm, EventDT, EventLocation}]}, events oldest first. For a
/// number it does not know the service sends an empty body, `[]`, `1`, or an object without events.
/// Signatures are personal data and are never read; `State` has been seen to contradict the events and is
/// ignored. Events without a readable time, or with neither code nor words, are left out; when that leaves
/// none of them, the answer is broken_json: they were meant to be there.
ReadAnswer read_upu_gtt(std::string_view body, std::string_view number);

}  // namespace formats
