// The watchlist in IndexedDB: one record per item, one for the settings. "Saved" is said only when the
// transaction has completed. Other tabs are told and heard.
#pragma once

#include "app/effect.h"

namespace web::storage {

/// Opens, reads everything and puts StorageRead (or StorageFailed) into the inbox.
void start();
void save(const app::SaveItem& effect);
void remove(const app::DeleteItem& effect);
void save(const app::SaveSettings& effect);
void request_persistence();

}  // namespace web::storage
