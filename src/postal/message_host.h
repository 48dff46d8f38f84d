// One link of a message judged by itself: a part of message_check.h.
#pragma once

#include "postal/message_check.h"
#include "postal/message_link.h"

namespace postal {

/// Spans are those of the link.
MessageHost judged_host(const MessageLink& link);

}  // namespace postal
