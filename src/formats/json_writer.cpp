#include "formats/json_writer.h"

namespace formats {

std::string to_text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace formats
