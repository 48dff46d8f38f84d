"""Headers and sources the C++ is built with: Dear ImGui, nlohmann/json, doctest. Needs no Emscripten."""
from pathlib import Path

import apt
import cache
import pins
from emscripten import archive as newer_debian
from report import output_of, say

HEADER_PACKAGES = ["nlohmann-json3-dev", "doctest-dev"]
SOURCE_PACKAGE = "imgui"  # the binary package has no imgui*.cpp
MEGABYTES = 40


def provide():
    """Folder with imgui/ (sources), nlohmann/ (holding nlohmann/json.hpp) and doctest/ (holding doctest/doctest.h)."""
    recipe = [Path(__file__).read_text(), pins.recorded("libraries"), apt.architecture()]
    return cache.provide("libraries", recipe, MEGABYTES, _fill)


def packages(debian, downloads):
    source, file = debian.download_source(SOURCE_PACKAGE, downloads)
    return [package for package in debian.resolve(HEADER_PACKAGES) if package.name in HEADER_PACKAGES] + [source], file


def _fill(folder):
    downloads = cache.downloads(folder)
    with newer_debian().opened() as debian:
        wanted, imgui = packages(debian, downloads)
        pins.compare("libraries", wanted)
        debian.download("libraries", HEADER_PACKAGES, downloads)
    say("libraries: unpacking")
    unpacked = folder / "unpacked"
    apt.unpack([package for package in wanted if package.architecture != "source"], downloads, unpacked)
    for name in ("nlohmann", "doctest"):
        (folder / name).mkdir()
        (unpacked / "usr/include" / name).rename(folder / name / name)
    # CMake is here in any case and reads .tar.xz without help.
    (unpacked / "imgui").mkdir()
    output_of("cmake", "-E", "chdir", unpacked / "imgui", "cmake", "-E", "tar", "xf", imgui)
    next((unpacked / "imgui").iterdir()).rename(folder / "imgui")
