"""tools.json: where the programs that serve and test the site are, and how to start them.

{"node":     {"path"},
 "nginx":    {"path", "brotliModule": path or null, "env": {…}},
 "chromium": {"path", "env": {…}, "args": [flags this machine needs]}}
`env` is added to the environment of the program. Paths are absolute; the file lies in the build folder.
"""
import json
import os
import shutil

from report import Refusal


def enter(file, name, tool):
    known = json.loads(file.read_text()) if file.exists() else {}
    known["node"] = {"path": shutil.which("node")}
    known[name] = tool
    draft = file.with_name(file.name + ".draft")
    draft.write_text(json.dumps(known, indent=2) + "\n")
    draft.replace(file)


def library_path(folder):
    """{"LD_LIBRARY_PATH": …} for programs unpacked into the folder; empty when no library came with them."""
    # Some packages keep libraries their own libraries need one folder further down (pulseaudio).
    found = [path.parent for base in ("usr/lib", "lib") for depth in ("*", "*/*")
             for path in sorted((folder / base).glob(f"*-linux-gnu*/{depth}")) if _is_library(path)]
    return {"LD_LIBRARY_PATH": os.pathsep.join(map(str, dict.fromkeys(found)))} if found else {}


def _is_library(path):
    return path.name.startswith("lib") and ".so" in path.name and not path.is_dir()


def refuse(name, command, refusal):
    raise Refusal(f"{name} is not on this machine and could not be unpacked without root: {refusal}\n"
                  f"  Install it yourself, then run the same command again:\n    {command}")
