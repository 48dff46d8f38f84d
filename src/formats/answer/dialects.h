// The readers, one for each dialect: the body of an answer with a status of success.
// Shapes and habits of the sources, with what they rest on: docs/sources.md.
//
// All of them: every member may be missing or of another type; an id may be a number; events come out oldest
// first; those without a readable time, or with neither code nor words, are left out, and when that leaves
// none, the answer is broken_json. An answer about another number is wrong_number. Signatures and names of
// people are never read. A delivery that the source expects is an event that is a forecast, after the scans,
// its code the name of the field.
#pragma once

#include <string_view>

#include "formats/answer.h"
#include "formats/answer/upu_gtt.h"

namespace formats {

using Reader = ReadAnswer(std::string_view body, std::string_view number);

/// read_answer() with a reader of its own; nullptr: nobody speaks it.
ReadAnswer read_answer_by(Reader* read_body, std::int32_t status, std::string_view body,
                          std::string_view number);

/// 17TRACK v2.2 and v2.4, /gettrackinfo: {code, data: {accepted, rejected, errors}}. Of several entries for
/// one number (it can be registered with several carriers) one that found something is taken. The carriers'
/// events are joined, told twice is told once; by instant when all of them have an offset, else carrier by
/// carrier. "No information yet" is no records; a number that is not registered is refused: its owner has to
/// do something.
ReadAnswer read_seventeen_track(std::string_view body, std::string_view number);

/// Ship24 v1: {data: {trackings: [{tracker, shipment, events}]}} or {errors: [{code}]}, newest first.
ReadAnswer read_ship24(std::string_view body, std::string_view number);

/// Karrio: a tracker {object_type: "tracker", tracking_number, events}, alone, in `tracking` or in `results`;
/// or {errors}, {messages}. Its `Z` is false: the wall time of the carrier is marked as UTC, so offsets are
/// not read.
ReadAnswer read_karrio(std::string_view body, std::string_view number);

/// schema.org ParcelDelivery, alone, in an array or in `@graph`: {trackingNumber, deliveryStatus:
/// [{identifier, name, startDate, location}]}; `identifier` is a UPU event code when it is known. Problems
/// are RFC 9457.
ReadAnswer read_open_document(std::string_view body, std::string_view number);

/// DHL Shipment Tracking - Unified: {shipments: [{id, events}]} or RFC 9457. Another division's shipment can
/// come back: the id is compared.
ReadAnswer read_dhl(std::string_view body, std::string_view number);

/// La Poste Suivi v2: {returnCode, shipment: {idShip, event}}, or an array of these, newest first. Events
/// carry French time, also those from abroad.
ReadAnswer read_la_poste(std::string_view body, std::string_view number);

/// AfterShip, dated versions and v4: {meta: {code}, data: {trackings | tracking | the tracking itself}}.
ReadAnswer read_aftership(std::string_view body, std::string_view number);

}  // namespace formats
