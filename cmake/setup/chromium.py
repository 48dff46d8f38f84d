"""Chromium for the tests: the machine's own, else unpacked from the machine's own Debian release."""
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import apt
import cache
import fonts
import pins
import tools
from nginx import archive as own_release
from report import Refusal, output_of, say

NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"]
PACKAGES = ["chromium"]
MEGABYTES = 1100
BY_HAND = "sudo apt-get install chromium"
START_SECONDS = 60  # a first start on a slow disk; normally one or two


def provide():
    surroundings = {"FONTCONFIG_FILE": str(fonts.provide())}
    for path in filter(None, map(shutil.which, NAMES)):
        args, fault = _flags_it_starts_with(path, surroundings)
        if not fault:
            say(f"Chromium found: {path}")
            return {"path": path, "env": surroundings, "args": args}
        say(f"{path} does not start without a display ({fault}): left aside")
    try:
        return _unpacked(surroundings)
    except Refusal as refusal:
        tools.refuse("Chromium", BY_HAND, refusal)


def _unpacked(surroundings):
    recipe = [Path(__file__).read_text(), pins.recorded("chromium"), apt.architecture(), apt.codename()]
    folder = cache.provide("chromium", recipe, MEGABYTES, _fill)
    env = surroundings | tools.library_path(folder)
    path = str(folder / "usr/lib/chromium/chromium")
    args, fault = _flags_it_starts_with(path, env)
    if fault:
        raise Refusal(f"it does not start here: {fault}\n"
                      f"  If packages were removed from this machine since, delete {folder} and try again.")
    return {"path": path, "env": env, "args": args}


def _fill(folder):
    say("no Chromium on this machine; unpacking one for the tests, once for all clones")
    with own_release().opened() as debian:
        wanted = debian.download("Chromium", PACKAGES, cache.downloads(folder))
    pins.compare("chromium", wanted)
    say("Chromium: unpacking")
    apt.unpack(wanted, cache.downloads(folder), folder)
    for libraries in tools.library_path(folder).get("LD_LIBRARY_PATH", "").split(os.pathsep):
        if libraries:
            output_of(shutil.which("ldconfig") or "/sbin/ldconfig", "-n", libraries)


def _flags_it_starts_with(path, env):
    """(flags, None), the flags none where the sandbox works and --no-sandbox where it cannot (root, containers);
    ([], why not) when it starts with neither."""
    fault = None
    for args in ([], ["--no-sandbox"]):
        if not args and os.geteuid() == 0:
            continue
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            command = [path, *args, "--headless", "--disable-gpu", f"--user-data-dir={profile}",
                       "--dump-dom", "about:blank"]
            try:
                tried = subprocess.run(command, env=os.environ | env, capture_output=True, text=True,
                                       errors="replace", timeout=START_SECONDS)
            except (OSError, subprocess.TimeoutExpired) as failure:
                fault = str(failure)
                continue
        if tried.returncode == 0 and "<html" in tried.stdout:
            return args, None
        fault = (tried.stderr.strip().splitlines() or [f"it ended with {tried.returncode}"])[-1]
    return [], fault
