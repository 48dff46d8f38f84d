"""country_places.json -> where each country of country_letters is shown by a dot. Used by tables.py."""

from tables_common import fail, header

LATITUDE_STEP, LONGITUDE_STEP = 0.75, 1.5  # degrees: each fits into a byte, finer than a dot


def place_rows_header(rows, countries):
    codes, places = " ".join(countries["codes"]).split(), rows["places"]
    if list(places) != codes:
        fail("country_places.json must hold the countries of countries.json, in their order")
    if any(abs(latitude) > 90 or abs(longitude) > 180 for latitude, longitude in places.values()):
        fail("a place is not on Earth")
    steps = [(round(latitude / LATITUDE_STEP), round(longitude / LONGITUDE_STEP)) for latitude, longitude in places.values()]
    lines = "".join("    " + ", ".join(f"{{{latitude}, {longitude}}}" for latitude, longitude in steps[at:at + 10]) + ",\n"
                    for at in range(0, len(steps), 10))
    body = ("{\n\nstruct PlaceRow {\n    std::int8_t latitude, longitude;  ///< in the steps below\n};\n"
            f"inline constexpr float latitude_step = {LATITUDE_STEP}f, longitude_step = {LONGITUDE_STEP}f;  // degrees\n"
            "\n/// In the order of postal::country_codes().\n"
            f"inline constexpr PlaceRow place_rows[] = {{\n{lines}}};\n")
    return header("country_places.json", body)
