#!/bin/sh
# Draws the PNG icons from the two SVG files with rsvg-convert (Debian: librsvg2-bin). Run by hand after a change.
set -eu
cd "$(dirname "$0")"
draw() { rsvg-convert --width "$2" --height "$2" --output "$3" "$1"; }
draw icon.svg 192 icon-192.png
draw icon.svg 512 icon-512.png
draw maskable.svg 192 maskable-192.png # the glyph stays inside the circle that every mask leaves
draw maskable.svg 512 maskable-512.png
draw maskable.svg 180 apple-touch-icon.png # rounded by the system
