#include "app/families.h"

namespace app {

namespace {

constexpr std::uint8_t cell_count = postal::item_number_length;

PassportView& view_of(State& state, PassportPlace place) {
    return place == PassportPlace::entry ? state.entry_passport : state.item_passport;
}

}  // namespace

Effects on(State&, const TextCopied& copied) { return {CopyText{copied.text}}; }

Effects on(State& state, const PassportToggled& toggled) {
    PassportView& view = view_of(state, toggled.place);
    view.open = !view.open;
    view.cell.reset();
    return {};
}

Effects on(State& state, const PassportCellPointed& pointed) {
    if (pointed.cell < cell_count) view_of(state, pointed.place).cell = pointed.cell;
    return {};
}

}  // namespace app
