"""Writes cmake/pins.json anew from what the archive offers today."""
import tempfile
from pathlib import Path

import emscripten
import libraries
import pins


def all_groups():
    with emscripten.archive().opened() as debian, tempfile.TemporaryDirectory() as downloads:
        pins.record("libraries", libraries.packages(debian, Path(downloads))[0])
        pins.record("emscripten", emscripten.packages(debian))
