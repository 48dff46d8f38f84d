"""clang-format 14, the version .clang-format is written for: another one would format differently."""
import re
import shutil
import subprocess
from pathlib import Path

import apt
import cache
import tools
from nginx import archive as own_release
from report import Refusal

MAJOR = "14"
PACKAGE = f"clang-format-{MAJOR}"
MEGABYTES = 400


def provide():
    """The command that runs it, as words."""
    for name in (PACKAGE, "clang-format"):
        path = shutil.which(name)
        if path and _is_wanted([path]):
            return [path]
    try:
        recipe = [Path(__file__).read_text(), apt.architecture(), apt.codename()]
        folder = cache.provide("clang-format", recipe, MEGABYTES, _fill)
        command = ["env", *(f"{name}={value}" for name, value in tools.library_path(folder).items()),
                   str(folder / "usr/bin" / PACKAGE)]
        if not _is_wanted(command):
            raise Refusal("it does not start here")
        return command
    except Refusal as refusal:
        tools.refuse(f"clang-format {MAJOR}", f"sudo apt-get install {PACKAGE}", refusal)


def _is_wanted(command):
    tried = subprocess.run([*command, "--version"], capture_output=True, text=True)
    return bool(re.search(rf"version {MAJOR}\.", tried.stdout))


def _fill(folder):
    with own_release().opened() as debian:
        wanted = debian.download("clang-format", [PACKAGE], cache.downloads(folder))
    apt.unpack(wanted, cache.downloads(folder), folder)
