#!/usr/bin/env python3
"""How src/view/data/land_outline.json was made; needed again only for another outline.

Takes land-110m.json of the npm package world-atlas (TopoJSON of Natural Earth 1:110m land, which is in the public
domain), leaves out Antarctica and small islands, drops the points that lie within `TOLERANCE` degrees of the line
without them (Douglas and Peucker), and rounds to half degrees.

Usage: simplify_land.py land-110m.json > src/view/data/land_outline.json
"""
import json
import sys

TOLERANCE = 0.55      # degrees
SMALLEST = 1.5        # square degrees: smaller islands are left out
SOUTHMOST = -60       # Antarctica has no post of its own
STEPS = 2             # a degree


def arcs_of(topology):
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + move[0], y * scale[1] + move[1]))
        yield points


def rings_of(topology):
    arcs = list(arcs_of(topology))
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for ring in polygon:
                points = []
                for index in ring:
                    arc = arcs[index] if index >= 0 else arcs[~index][::-1]
                    points += arc[1 if points else 0:]
                yield points[:-1]


def unrolled(ring):
    """A ring over the date line goes on beyond 180 degrees."""
    points = [ring[0]]
    for x, y in ring[1:]:
        turn = 360 * round((points[-1][0] - x) / 360)
        points.append((x + turn, y))
    return points


def distance(point, a, b):
    (x, y), (ax, ay), (bx, by) = point, a, b
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    t = 0 if length == 0 else max(0, min(1, ((x - ax) * dx + (y - ay) * dy) / length))
    return ((x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2) ** 0.5


def simplified(points):
    if len(points) < 3:
        return points
    far, at = max((distance(point, points[0], points[-1]), i) for i, point in enumerate(points))
    if far <= TOLERANCE:
        return [points[0], points[-1]]
    return simplified(points[:at + 1])[:-1] + simplified(points[at:])


def area(ring):
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]))) / 2


def main():
    sys.setrecursionlimit(10_000)
    rings = []
    for ring in rings_of(json.load(open(sys.argv[1], encoding="utf-8"))):
        ring = unrolled(ring)
        if area(ring) < SMALLEST or max(y for _, y in ring) < SOUTHMOST:
            continue
        middle = len(ring) // 2  # a ring has no ends: two halves have
        points = simplified(ring[:middle + 1])[:-1] + simplified(ring[middle:] + ring[:1])[:-1]
        rounded = []
        for x, y in points:
            point = (round(x * STEPS), round(y * STEPS))
            if not rounded or rounded[-1] != point:
                rounded.append(point)
        if len(rounded) > 2:
            rings.append(rounded)
    rings.sort(key=lambda ring: -area(ring))
    lines = ",\n".join("  " + json.dumps([number for point in ring for number in point], separators=(",", ":"))
                       for ring in rings)
    print('{\n "about": "Outlines of the land, coast only, no borders: closed rings of longitude and latitude in half degrees, the '
          'largest first.",\n "source": "Natural Earth 1:110m land (public domain), from the npm package world-atlas 2.0.2; '
          f'made by cmake/simplify_land.py",\n "steps_per_degree": {STEPS},\n "rings": [\n{lines}\n ]\n}}')


main()
