"""python3 cmake/setup <what>: provides one thing, found on the machine or fetched into the per-user cache.

  emscripten                       last line of stdout: <folder of emcc>;<folder of the whole SDK>
  libraries                        last line of stdout: <folder with imgui/, nlohmann/, doctest/>
  clang-format                     last line of stdout: the command that runs it
  nginx --into <tools.json>        entered into the file, see tools.py
  chromium --into <tools.json>     entered into the file, with the fonts for the tests
  record                           writes the versions and hashes the archive has now into cmake/pins.json
"""
import sys

if sys.version_info < (3, 10):
    sys.exit("[set-up] Python 3.10 or newer is needed; this is " + sys.version.split()[0] + ".")

import signal
from pathlib import Path

import chromium
import clang_format
import emscripten
import libraries
import nginx
import record
import tools
from report import Refusal, say


def main(arguments):
    match arguments:
        case ["emscripten"]:
            print(";".join(map(str, emscripten.provide())))
        case ["libraries"]:
            print(libraries.provide())
        case ["clang-format"]:
            print(" ".join(clang_format.provide()))
        case ["nginx", "--into", file]:
            tools.enter(Path(file), "nginx", nginx.provide())
        case ["chromium", "--into", file]:
            tools.enter(Path(file), "chromium", chromium.provide())
        case ["record"]:
            record.all_groups()
        case _:
            sys.exit(__doc__)


def interrupted(*_):
    raise KeyboardInterrupt


# Asked to end, end what was started too, as after Ctrl-C.
signal.signal(signal.SIGTERM, interrupted)
try:
    main(sys.argv[1:])
except Refusal as refusal:
    say(f"STOPPED: {refusal}")
    sys.exit(1)
except KeyboardInterrupt:
    say("interrupted; the same command goes on where it can")
    sys.exit(130)
