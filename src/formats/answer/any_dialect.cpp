// Apart from answer.cpp: the program links only the dialect that every page speaks.
#include "formats/answer.h"
#include "formats/answer/dialects.h"

namespace formats {

namespace {

Reader* reader_of(Dialect dialect) {
    switch (dialect) {
        case Dialect::unknown: break;
        case Dialect::upu_gtt: return read_upu_gtt;
        case Dialect::seventeen_track: return read_seventeen_track;
        case Dialect::ship24: return read_ship24;
        case Dialect::karrio: return read_karrio;
        case Dialect::open_document: return read_open_document;
        case Dialect::dhl: return read_dhl;
        case Dialect::la_poste: return read_la_poste;
        case Dialect::aftership: return read_aftership;
    }
    return nullptr;
}

}  // namespace

ReadAnswer read_answer(Dialect dialect, std::int32_t status, std::string_view body, std::string_view number) {
    return read_answer_by(reader_of(dialect), status, body, number);
}

}  // namespace formats
