#pragma once

#include "postal/event.h"
#include "web/module/json_text.h"

namespace postwatch {

/// The members of `Classified` in postwatch-core.d.ts.
void stage_text(JsonText& json, const postal::Classified& classified);

/// The members of `Event`.
void event_text(JsonText& json, const postal::Event& event);

}  // namespace postwatch
