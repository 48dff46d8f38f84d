// Any config.json and any settings: only origins and routes come out of them.
#include "formats/config.h"

#include <cstdint>
#include <cstdlib>

#include "formats/saved_settings.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto config = formats::read_config(text)) {
        for (const std::string& proxy : config->proxies)
            if (!formats::is_proxy_origin(proxy)) std::abort();
        for (const formats::Source& source : config->sources)
            if (formats::answer_url(source.proxy, source.id, "EE123456785CN").empty()) std::abort();
    }
    if (const auto settings = formats::read_settings(text))
        if (formats::read_settings(formats::write_settings(*settings)) != settings) std::abort();
    return 0;
}
