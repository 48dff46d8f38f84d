// Any file: what was read can be written and read again, and is the same; importing it into itself changes
// nothing.
#include "formats/backup.h"

#include <cstdint>
#include <cstdlib>

namespace {

void expect(bool truth) {
    if (!truth) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto read = formats::read_backup(std::string_view(reinterpret_cast<const char*>(data), size));
    expect(read.backup.has_value() == (read.fault == formats::BackupFault::none));
    if (!read.backup) return 0;
    const auto& backup = *read.backup;
    const auto text =
        formats::write_backup(backup.items, backup.settings.value_or(formats::Settings{}), backup.made_at);
    const auto again = formats::read_backup(text);
    expect(again.backup && again.backup->dropped == 0 && again.backup->items == backup.items);
    if (backup.settings) expect(again.backup->settings == backup.settings);
    expect(formats::preview(backup.items, *again.backup).same == backup.items.size());
    return 0;
}
