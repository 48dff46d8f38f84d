"""Writes cmake/pins.json anew from what the archive offers today."""
import tempfile
from pathlib import Path

import chromium
import emscripten
import fonts
import libraries
import nginx
import pins


def all_groups():
    with emscripten.archive().opened() as debian, tempfile.TemporaryDirectory() as downloads:
        pins.record("libraries", libraries.packages(debian, Path(downloads))[0])
        pins.record("fonts", fonts.packages(debian))
        pins.record("emscripten", emscripten.packages(debian))
    # What these two need besides depends on what the machine has: only what is asked for by name is recorded.
    with nginx.archive().opened() as debian:
        for group, names in (("nginx", nginx.PACKAGES), ("chromium", chromium.PACKAGES)):
            pins.record(group, debian.newest(names))
