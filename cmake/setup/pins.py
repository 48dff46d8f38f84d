"""The versions and SHA-256 the project was last tried with (cmake/pins.json), and what differs from them."""
import json
import subprocess
from pathlib import Path

from report import Refusal, say

FILE = Path(__file__).resolve().parent.parent / "pins.json"


def recorded(group):
    """{package: {"version", "sha256", "architecture"}}; empty when nothing is recorded."""
    return _read().get(group, {})


def compare(group, packages):
    """Says what is newer or older than recorded, which is used all the same; refuses another content of one version."""
    known = recorded(group)
    newer, older = [], []
    for package in packages:
        pin = known.get(package.name)
        if not pin or pin["architecture"] != package.architecture:
            continue
        if pin["version"] == package.version:
            if pin["sha256"] != package.sha256:
                raise Refusal(f"{package.name} {package.version} has another content than the one recorded in {FILE}.\n"
                              "  The mirror may be damaged. Try another one: POSTWATCH_DEBIAN_MIRROR=<address>.")
        else:
            (newer if _is_newer(package.version, pin["version"]) else older).append(
                f"{package.name} {package.version} ({pin['version']} is recorded)")
    for word, changes in (("newer", newer), ("older", older)):
        if changes:
            say(f"warning: {len(changes)} packages are {word} than those Postwatch was tried with, and are used: "
                + "; ".join(changes[:4]) + (" …" if len(changes) > 4 else ""))


def record(group, packages):
    everything = _read()
    everything[group] = {package.name: {"version": package.version, "architecture": package.architecture,
                                        "sha256": package.sha256} for package in packages}
    rows = (f' {json.dumps(name)}: {{\n' + ",\n".join(f"  {json.dumps(key)}: {json.dumps(value)}"
                                                       for key, value in sorted(pins.items())) + "\n }"
            for name, pins in sorted(everything.items()))
    FILE.write_text("{\n" + ",\n".join(rows) + "\n}\n")


def _read():
    return json.loads(FILE.read_text()) if FILE.exists() else {}


def _is_newer(version, than):
    return subprocess.run(["dpkg", "--compare-versions", version, "gt", than]).returncode == 0
