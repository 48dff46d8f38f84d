#include "web/storage.h"

#include <emscripten.h>
#include <emscripten/html5.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "web/canvas.h"
#include "web/inbox.h"

using app::StorageFault;

// web/js/storage_connection.js counts them in this order.
static_assert(static_cast<int>(StorageFault::refused) == 0 && static_cast<int>(StorageFault::full) == 1 &&
              static_cast<int>(StorageFault::newer_version) == 2 &&
              static_cast<int>(StorageFault::failed) == 3);

extern "C" {

void storage_start(int together);
void storage_save_item(const char* number, const char* record, double revision);
void storage_remove_item(const char* number);
void storage_save_settings(const char* record);
void storage_request_persistence();

/// `items`: records, with a NUL byte between each two. Taken in at once: the next ones need the room.
EMSCRIPTEN_KEEPALIVE void postwatch_storage_read(const char* items, std::size_t size) {
    app::StorageRead read{.at = static_cast<app::Instant>(emscripten_date_now()), .more = true};
    for (std::string_view rest(items, size); !rest.empty();) {
        const std::size_t end = std::min(rest.find('\0'), rest.size());
        read.items.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    web::inbox::put(std::move(read));
    web::canvas::run_frame_now();
}

EMSCRIPTEN_KEEPALIVE void postwatch_storage_read_all(const char* settings) {
    web::inbox::put(
        app::StorageRead{.settings = settings, .at = static_cast<app::Instant>(emscripten_date_now())});
}

EMSCRIPTEN_KEEPALIVE void postwatch_storage_failed(int fault) {
    web::inbox::put(app::StorageFailed{static_cast<StorageFault>(fault)});
}

EMSCRIPTEN_KEEPALIVE void postwatch_storage_saved(const char* number, double revision) {
    web::inbox::put_quietly(app::Saved{number, static_cast<std::uint64_t>(revision)});
}

EMSCRIPTEN_KEEPALIVE void postwatch_storage_changed(const char* number, const char* record) {
    web::inbox::put(app::ItemChangedElsewhere{number, record});
}

EMSCRIPTEN_KEEPALIVE void postwatch_storage_persistence(bool granted) {
    web::inbox::put(app::PersistenceAnswered{granted});
}

}  // extern "C"

namespace web::storage {

void start() { storage_start(static_cast<int>(app::portion_items)); }

void save(const app::SaveItem& effect) {
    storage_save_item(effect.number.c_str(), effect.record.c_str(), static_cast<double>(effect.revision));
}

void save(const app::SaveSettings& effect) { storage_save_settings(effect.record.c_str()); }

void remove(const app::DeleteItem& effect) { storage_remove_item(effect.number.c_str()); }

void request_persistence() { storage_request_persistence(); }

}  // namespace web::storage
