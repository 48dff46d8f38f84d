#!/usr/bin/env python3
"""src/view/data/land_outline.json -> a constexpr table: where each ring begins, then its steps as pairs of bytes.
Usage: land.py HEADER JSON"""
import json
import pathlib
import sys

output, source = map(pathlib.Path, sys.argv[1:])
outline = json.loads(source.read_text(encoding="utf-8"))
rings, steps = "", []
for ring in outline["rings"]:
    points = list(zip(ring[::2], ring[1::2]))
    rings += f"    {{{points[0][0]}, {points[0][1]}, {len(points) - 1}}},\n"
    for (x, y), (next_x, next_y) in zip(points, points[1:]):
        steps += [next_x - x, next_y - y]
if any(abs(step) > 127 for step in steps):
    sys.exit("land.py: a step of the outline does not fit into a byte")
lines = "".join("    " + ", ".join(map(str, steps[at:at + 24])) + ",\n" for at in range(0, len(steps), 24))
output.parent.mkdir(parents=True, exist_ok=True)
output.write_text(
    "// Made from src/view/data/land_outline.json by cmake/land.py; change the points there.\n#pragma once\n\n"
    "#include <cstdint>\n\nnamespace view {\n\n"
    f"inline constexpr float land_steps_per_degree = {outline['steps_per_degree']};\n\n"
    "/// A closed coast line: its first point, and how many steps lead on from there.\n"
    "struct LandRing {\n    std::int16_t longitude, latitude;\n    std::uint16_t steps;\n};\n\n"
    f"inline constexpr LandRing land_rings[] = {{\n{rings}}};\n\n"
    "/// Of all rings, one after the other: east, north, east, north ...\n"
    f"inline constexpr std::int8_t land_steps[] = {{\n{lines}}};\n\n}}  // namespace view\n", encoding="utf-8")
