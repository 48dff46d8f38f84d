#include "postal/office_code.h"

#include <doctest/doctest.h>

using namespace postal;

TEST_CASE("an office code begins with its country") {
    CHECK(office_country("USLAXA") == "US");
    CHECK(office_country("SGSIN1") == "SG");
    CHECK(office_country("LVRIXF") == "LV");
    CHECK(office_country("COBOGC") == "CO");
}

TEST_CASE("what is no office code has no country") {
    for (const char* code : {"", "US", "USLAX", "USLAXAA", "uslaxa", "XXLAXA", "US1AXA", "USLAX-", "USLA A",
                             "CX", "\xFFSLAXA"}) {
        CAPTURE(code);
        CHECK(office_country(code).empty());
    }
}
